// One comparison of two plain values: by rank on an ordered list, exactly between numbers, else as text.
import type { CompareOperator, Policy, Ref, Scalar } from "@yichuang/policy";
import { findFactSort } from "@yichuang/policy";
import { exactOf } from "./decimal.ts";

/** How the items of an ordered list are ranked; undefined for a fact that is no such item. */
export type Scale = (item: Scalar) => number | undefined;

/** The scale of a fact: the ordered list that its items come from. */
export function scaleOf(policy: Policy, ref: Ref | undefined): Scale | undefined {
  const lists =
    ref === undefined ? [] : (findFactSort(policy, ref)?.lists ?? []).filter((list) => list.ordered);
  if (lists.length === 0) return undefined;
  return (item) => {
    for (const list of lists) {
      const found = list.items.findIndex((candidate) => candidate.key === item);
      if (found >= 0) return list.items[found]?.rank ?? -found;
    }
    return undefined;
  };
}

const EQUALITY: { [O in CompareOperator]?: (a: Scalar, than: readonly Scalar[]) => boolean } = {
  equal: (a, [b]) => equal(a, b),
  "not-equal": (a, [b]) => !equal(a, b),
  "one-of": (a, than) => than.some((b) => equal(a, b)),
  "none-of": (a, than) => !than.some((b) => equal(a, b)),
};

const ORDER: {
  [O in CompareOperator]?: (order: (b: Scalar | undefined) => number, than: readonly Scalar[]) => boolean;
} = {
  "at-least": (order, [b]) => order(b) >= 0,
  "at-most": (order, [b]) => order(b) <= 0,
  "more-than": (order, [b]) => order(b) > 0,
  "less-than": (order, [b]) => order(b) < 0,
  between: (order, [from, to]) => order(from) >= 0 && order(to) <= 0,
};

export interface Compared {
  is: CompareOperator;
  than: readonly Scalar[];
  scale?: Scale | undefined;
  within?: number;
}

/** Whether `a` stands to `than` as the operator says; undefined where the two cannot be compared. */
export function compareScalars(a: Scalar, { is, than, scale, within }: Compared): boolean | undefined {
  if (is === "known") return true;
  const byEquality = EQUALITY[is];
  if (byEquality !== undefined) return byEquality(a, than);
  if (is === "about") return isAbout(a, than[0], within);
  const orders = than.map((b) => orderOf(a, b, scale));
  if (orders.some((order) => order === undefined)) return undefined;
  const order = (b: Scalar | undefined): number =>
    orders[than.findIndex((other) => other === b)] ?? Number.NaN;
  return ORDER[is]?.(order, than);
}

function isAbout(a: Scalar, b: Scalar | undefined, within: number | undefined): boolean | undefined {
  const [x, y] = [exactOf(a), exactOf(b)];
  if (x === undefined || y === undefined) return undefined;
  if (x.eq(y)) return true;
  return within === undefined ? undefined : x.minus(y).abs().lte(within);
}

function equal(a: Scalar, b: Scalar | undefined): boolean {
  if (typeof a === typeof b && typeof a !== "number") return a === b;
  const [x, y] = [exactOf(a), exactOf(b)];
  return x !== undefined && y !== undefined ? x.eq(y) : a === b;
}

function orderOf(a: Scalar, b: Scalar, scale: Scale | undefined): number | undefined {
  const [rankA, rankB] = [scale?.(a), scale?.(b)];
  if (rankA !== undefined && rankB !== undefined) return rankA - rankB;
  if (scale !== undefined) return undefined;
  const [x, y] = [exactOf(a), exactOf(b)];
  if (x !== undefined && y !== undefined) return x.cmp(y);
  if (typeof a === "string" && typeof b === "string") return a < b ? -1 : a > b ? 1 : 0;
  return undefined;
}
