import type { ReactNode } from "react";

const stroke = (width: number) => ({ fill: "none", stroke: "currentColor", strokeWidth: width });

const SHAPES = {
  ring: <circle cx="6" cy="6" r="4.2" {...stroke(1.6)} />,
  "dashed-ring": <circle cx="6" cy="6" r="4.2" strokeDasharray="2 1.6" {...stroke(1.6)} />,
  "half-disc": (
    <>
      <circle cx="6" cy="6" r="4.2" {...stroke(1.6)} />
      <path d="M6 1.8a4.2 4.2 0 0 1 0 8.4z" fill="currentColor" />
    </>
  ),
  disc: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  check: <path d="M1.8 6.4 4.8 9.3 10.4 2.9" {...stroke(1.9)} />,
  triangle: <path d="M6 1 11.4 10.8H.6z" fill="currentColor" />,
  "hollow-triangle": <path d="M6 1.9 10.6 10.1H1.4z" strokeLinejoin="round" {...stroke(1.5)} />,
  board: (
    <>
      <rect x="1.2" y="1.6" width="9.6" height="8.8" rx="1.2" {...stroke(1.4)} />
      <path d="M3.4 4.7h5.2M3.4 7.2h3.4" {...stroke(1.2)} />
    </>
  ),
  cross: <path d="M2 2l8 8M10 2l-8 8" {...stroke(2)} />,
  clock: (
    <>
      <circle cx="6" cy="6" r="4.7" {...stroke(1.4)} />
      <path d="M6 3.2V6l2 1.4" {...stroke(1.4)} />
    </>
  ),
  diamond: <path d="M6 .8 11.2 6 6 11.2.8 6z" {...stroke(1.6)} />,
  "bent-arrow": <path d="M10 9.8V6.6A2.4 2.4 0 0 0 7.6 4.2H2M4.6 1.4 1.8 4.2l2.8 2.8" {...stroke(1.6)} />,
  "dotted-eye": (
    <>
      <circle cx="6" cy="6" r="4.7" strokeDasharray="1.5 1.2" {...stroke(1.3)} />
      <circle cx="6" cy="6" r="1.3" fill="currentColor" />
    </>
  ),
  bars: <path d="M3.6 2v8M8.4 2v8" {...stroke(2.2)} />,
} satisfies Record<string, ReactNode>;

export type GlyphName = keyof typeof SHAPES;

/** One of the fourteen 12 px signs; always beside a word, in the word's colour. */
export function Glyph({ name, size = 12 }: { name: GlyphName; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden="true" style={{ flex: "none" }}>
      {SHAPES[name]}
    </svg>
  );
}
