import type { Force } from "@yichuang/policy";
import { zh } from "../words/zh.ts";
import { ClauseRefs } from "./ClauseRefs.tsx";
import { ForceMark } from "./ForceMark.tsx";
import { Glyph, type GlyphName } from "./Glyph.tsx";
import type { ShownClause } from "./Refusal.tsx";

export interface ShownRuling {
  truth: "true" | "false" | "unknown";
  /** the condition and the facts it found, in words */
  said: string;
  label?: string;
  force?: Force;
  because: ShownClause[];
  parts: ShownRuling[];
}

const LOOK: Record<ShownRuling["truth"], readonly [GlyphName, string]> = {
  true: ["check", "var(--pine)"],
  false: ["cross", "var(--cinnabar)"],
  unknown: ["dotted-eye", "var(--plum)"],
};

/** A condition explained leaf by leaf: whether it holds, what was found, how strong it is and where it is written. */
export function Explanation({ ruling }: { ruling: ShownRuling }) {
  return (
    <ul className="explanation">
      <Part ruling={ruling} />
    </ul>
  );
}

function Part({ ruling }: { ruling: ShownRuling }) {
  const [glyph, color] = LOOK[ruling.truth];
  return (
    <li>
      <div className="explanation-line">
        <span className="explanation-truth" style={{ color }}>
          <Glyph name={glyph} /> {zh.truth[ruling.truth]}
        </span>
        <span className="grow">
          {ruling.label !== undefined && <b>{ruling.label}　</b>}
          {ruling.said}
        </span>
        {ruling.force !== undefined && <ForceMark force={ruling.force} />}
        <ClauseRefs clauses={ruling.because} />
      </div>
      {ruling.parts.length > 0 && (
        <ul>
          {ruling.parts.map((part, index) => (
            <Part key={`${index}${part.said}`} ruling={part} />
          ))}
        </ul>
      )}
    </li>
  );
}
