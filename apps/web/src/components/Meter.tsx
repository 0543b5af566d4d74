export interface MeterProps {
  value: number;
  of: number;
  width?: number;
  tone?: "azure" | "pine" | "ochre" | "cinnabar";
  /** lines drawn across, e.g. the pass line */
  marks?: number[];
}

/** How much of a whole, with marks. Its numbers stand beside it, so it is hidden from screen readers. */
export function Meter({ value, of, width = 90, tone = "azure", marks = [] }: MeterProps) {
  const share = (n: number): string => `${of === 0 ? 0 : Math.min(100, (n / of) * 100)}%`;
  return (
    <span className="meter" style={{ width }} aria-hidden="true">
      <span style={{ width: share(value), background: `var(--${tone})` }} />
      {marks.map((mark) => (
        <i key={mark} style={{ left: share(mark) }} />
      ))}
    </span>
  );
}
