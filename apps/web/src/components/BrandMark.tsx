/** The product's mark: a center with its branches. */
export function BrandMark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <rect x="1" y="1" width="22" height="22" rx="4" fill="#13567A" />
      <path
        d="M12 9v3.2M12 12.2H7.2v2.6M12 12.2h4.8v2.6M12 12.2v2.6"
        fill="none"
        stroke="#fff"
        strokeWidth="1.6"
      />
      <g fill="#fff">
        <circle cx="12" cy="7" r="2.3" />
        <circle cx="7.2" cy="16.6" r="1.7" />
        <circle cx="12" cy="16.6" r="1.7" />
        <circle cx="16.8" cy="16.6" r="1.7" />
      </g>
    </svg>
  );
}
