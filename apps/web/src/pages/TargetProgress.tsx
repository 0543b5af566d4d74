import { Meter } from "../components/Meter.tsx";
import { StandingTag } from "../components/StandingTag.tsx";
import { type ReadingView, sayValue, STATES } from "./target-words.ts";

const TONES = { met: "pine", "not-met": "cinnabar", open: "ochre" } as const;

/** The number of one bearer, and how far it has come. */
export function Progress({ reading }: { reading: ReadingView }) {
  const { lines, share, state } = reading;
  const tone = state === "met" || state === "not-met" || state === "open" ? TONES[state] : "azure";
  if (lines.length === 0) return <span className="mute">—</span>;
  return (
    <span className="row-wrap">
      <span>{lines.map(sayValue).join("；")}</span>
      {share !== undefined && (
        <>
          <Meter value={share} of={1} width={60} tone={tone} />
          <span className="sm mute">{Math.floor(share * 100 + 1e-9)}%</span>
        </>
      )}
    </span>
  );
}

export function TargetState({ state }: { state: ReadingView["state"] | undefined }) {
  if (state === undefined) return <span className="mute">—</span>;
  return <StandingTag standing={STATES[state].look} label={STATES[state].word} />;
}
