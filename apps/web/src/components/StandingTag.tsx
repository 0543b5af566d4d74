import type { CaseState, Mark, Standing } from "@yichuang/policy";
import { zh } from "../words/zh.ts";
import { Glyph, type GlyphName } from "./Glyph.tsx";

export type AnyStanding = Standing | CaseState | Mark;
export type Tone = "ink" | "azure" | "pine" | "ochre" | "cinnabar" | "plum";

/** Glyph and colour of every word, so that a new standing does not compile without its own look. */
const LOOK: Record<AnyStanding, readonly [GlyphName, Tone]> = {
  applying: ["ring", "azure"],
  declined: ["cross", "ink"],
  cultivating: ["half-disc", "azure"],
  building: ["half-disc", "azure"],
  established: ["disc", "pine"],
  deferred: ["diamond", "plum"],
  warned: ["hollow-triangle", "ochre"],
  rectifying: ["hollow-triangle", "ochre"],
  revoked: ["cross", "cinnabar"],
  exited: ["cross", "ink"],
  draft: ["dashed-ring", "ink"],
  submitted: ["ring", "azure"],
  returned: ["bent-arrow", "ochre"],
  "in-review": ["clock", "azure"],
  "in-publicity": ["board", "plum"],
  decided: ["check", "pine"],
  closed: ["check", "ink"],
  withdrawn: ["cross", "ink"],
  "name-suspended": ["bars", "ochre"],
  barred: ["bars", "cinnabar"],
  overdue: ["triangle", "cinnabar"],
  violation: ["triangle", "cinnabar"],
  waived: ["diamond", "plum"],
  extended: ["diamond", "plum"],
  "claimed-twice": ["triangle", "ochre"],
  open: ["dotted-eye", "plum"],
};

/** The glyph and the colour of a word, for what is no tag. */
export const standingLook = (standing: AnyStanding): readonly [GlyphName, Tone] => LOOK[standing];

/** Where a center or a case stands: glyph and the tenant's word, the platform's where the tenant has none. */
export function StandingTag(props: { standing: AnyStanding; label?: string; large?: boolean }) {
  const { standing, label = zh.standing[standing], large = false } = props;
  const [glyph, tone] = LOOK[standing];
  return (
    <span className={`standing tone-${tone}${large ? " large" : ""}`}>
      <Glyph name={glyph} />
      {label}
    </span>
  );
}
