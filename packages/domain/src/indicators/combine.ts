// How several experts' scores become one. Decides although the way is open where every way gives the same.
import type { CombineScores } from "@yichuang/policy";
import type { Decimal } from "../contract/basics.ts";
import { Exact, sumOf } from "../evaluate/decimal.ts";
import { known, type Resolved, unknownFrom } from "../evaluate/resolved.ts";

const WAYS: Record<CombineScores, (sorted: readonly Exact[]) => Exact> = {
  sum: sumOf,
  mean: (sorted) => sumOf(sorted).div(sorted.length),
  median: (sorted) => {
    const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
    return sumOf(middle).div(middle.length);
  },
  // one highest and one lowest are left out; of fewer than three nothing can be
  "trimmed-mean": (sorted) => {
    const kept = sorted.length < 3 ? sorted : sorted.slice(1, -1);
    return sumOf(kept).div(kept.length);
  },
};

/** The combined score as an exact decimal text. `totals` must not be empty. */
export function combineScores(way: Resolved<CombineScores>, totals: readonly Decimal[]): Resolved<Decimal> {
  if (totals.length === 0) return { kind: "missing", ref: "result.score" };
  const sorted = totals.map((total) => new Exact(total)).toSorted((a, b) => a.cmp(b));
  if (way.kind === "known") return known(WAYS[way.value](sorted).toString());
  if (totals.length === 1) return known(new Exact(totals[0] ?? 0).toString());
  if (way.kind === "missing") return way;
  const possible = (way.among ?? ["mean", "trimmed-mean", "median", "sum"]).map((one) =>
    WAYS[one](sorted).toString(),
  );
  const [first] = possible;
  const agreed = first !== undefined && possible.every((one) => one === first);
  return agreed ? known(first) : { ...unknownFrom(way), ...(way.kind === "open" ? { among: possible } : {}) };
}
