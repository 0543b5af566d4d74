import type { Text } from "../schema/text.ts";

/**
 * `error`: the document cannot be used. `open` and `reading`: what an honest document lists, for
 * a person to settle or to confirm. `advice`: allowed, and worth a look.
 */
export type ProblemLevel = "error" | "open" | "reading" | "advice";

/** Something found in a document: where, what is wrong, and how to mend it. */
export interface PolicyProblem {
  level: ProblemLevel;
  /** name of the rule that found it, for example `weights` */
  rule: string;
  /** path of keys, as `nodeAt` reads it; "" is the whole document */
  path: string;
  said: Text;
  mend: Text;
}
