const node = (x: number, y: number, label: string) => (
  <g key={`${x}-${y}`}>
    <rect x={x - 34} y={y - 13} width="68" height="26" rx="4" fill="var(--sheet)" stroke="var(--azure)" />
    <text x={x} y={y + 4} textAnchor="middle" fontSize="12" fill="var(--ink)">
      {label}
    </text>
  </g>
);

/** The line drawing of tiers; the dashed branch is an empty place. The product in one picture. */
export function TierDrawing() {
  return (
    <svg
      className="tier-drawing"
      viewBox="0 0 420 220"
      role="img"
      aria-label="国家、省、市、区县四级网络，虚线处是空白"
    >
      <g stroke="var(--azure-line)" fill="none">
        <path d="M210 33v32M210 78H90v27M210 78h120v27M90 131v17H50v22M90 148h50v22M330 131v39" />
        <path d="M330 148h60v22" strokeDasharray="4 4" stroke="var(--line2)" />
      </g>
      {node(210, 20, "国家级")}
      {node(210, 78, "省级")}
      {node(90, 118, "市级")}
      {node(330, 118, "市级")}
      {node(50, 183, "区县级")}
      {node(140, 183, "区县级")}
      {node(310, 183, "区县级")}
      <rect
        x="360"
        y="170"
        width="56"
        height="26"
        rx="4"
        fill="none"
        stroke="var(--line2)"
        strokeDasharray="4 4"
      />
    </svg>
  );
}
