import type { Meaning } from "@yichuang/policy";
import { zh } from "../words/zh.ts";

const LOOK: Record<Meaning, readonly [bars: number, tone: string]> = {
  top: [4, "pine"],
  good: [3, "pine"],
  pass: [2, "ink"],
  weak: [1, "ochre"],
  fail: [0, "cinnabar"],
  deferred: [-1, "mute"],
};

/** The tenant's word of a grade with bars for its common meaning: four for the top, none for a fail, a dash when deferred. */
export function GradeMark({ meaning, label = zh.grade[meaning] }: { meaning: Meaning; label?: string }) {
  const [bars, tone] = LOOK[meaning];
  return (
    <span className={`grade grade-${tone}`}>
      <svg width="22" height="12" viewBox="0 0 22 12" aria-hidden="true">
        {bars < 0 ? (
          <path d="M2 6h18" stroke="currentColor" strokeWidth="2" />
        ) : (
          [0, 1, 2, 3].map((step) => <Bar key={step} step={step} filled={step < bars} />)
        )}
      </svg>
      {label}
    </span>
  );
}

function Bar({ step, filled }: { step: number; filled: boolean }) {
  const height = 4 + step * 2.6;
  return (
    <rect
      x={step * 6 + 0.5}
      y={12 - height + 0.5}
      width="3"
      height={height - 1}
      fill={filled ? "currentColor" : "none"}
      stroke="currentColor"
    />
  );
}
