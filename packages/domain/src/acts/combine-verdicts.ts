import { COMBINE_VERDICTS, type CombineVerdicts } from "@yichuang/policy";
import type { Resolved } from "../evaluate/resolved.ts";

const WAYS: { [W in CombineVerdicts]: (yes: number, of: number) => boolean } = {
  all: (yes, of) => yes === of,
  "two-thirds": (yes, of) => yes * 3 >= of * 2,
  majority: (yes, of) => yes * 2 > of,
  any: (yes) => yes > 0,
};

/**
 * How the panel's yes and no become one. A panel that agrees decides whatever the way is; one that does not waits
 * for an open way, unless every possible way leads to the same.
 */
export function combineVerdicts(
  way: Resolved<CombineVerdicts>,
  verdicts: readonly boolean[],
): Resolved<boolean> {
  const yes = verdicts.filter(Boolean).length;
  const of = verdicts.length;
  if (of > 0 && (yes === 0 || yes === of)) return { kind: "known", value: yes === of };
  if (way.kind === "known") return { kind: "known", value: WAYS[way.value](yes, of) };
  if (way.kind === "missing") return way;
  const ways = way.among ?? COMBINE_VERDICTS;
  const results = [...new Set(ways.map((one) => WAYS[one](yes, of)))];
  const [only] = results;
  if (results.length === 1 && only !== undefined) return { kind: "known", value: only };
  return { kind: "open", open: way.open, among: results };
}
