// One comparison of two plain values: by rank on an ordered list, exactly between numbers, else as text.
import type { CompareOperator, List, Policy, Ref, Scalar } from "@yichuang/policy";
import { findFactSort } from "@yichuang/policy";
import { exactOf } from "./decimal.ts";

/** How the items of an ordered list are ranked; undefined for what is no such item. */
type Scale = (item: Scalar) => number | undefined;

/** What the values of a fact are, as far as comparing them asks. */
export interface Sort {
  scale: Scale | undefined;
  /** numbers also where they are written as text, so that 80 equals 80.00; a code with leading zeros is no number */
  numeric: boolean;
}

const sortsOfPolicy = new WeakMap<Policy, Map<Ref, Sort>>();
const COMPUTED: Sort = { scale: undefined, numeric: true };

/** How the values of a fact compare. What no fact is was computed and is a number. */
export function sortOf(policy: Policy, ref: Ref | undefined): Sort {
  if (ref === undefined) return COMPUTED;
  const sorts = sortsOfPolicy.get(policy) ?? new Map<Ref, Sort>();
  sortsOfPolicy.set(policy, sorts);
  const found = sorts.get(ref) ?? readSort(policy, ref);
  sorts.set(ref, found);
  return found;
}

function readSort(policy: Policy, ref: Ref): Sort {
  const sort = findFactSort(policy, ref);
  return {
    scale: scaleOf((sort?.lists ?? []).filter((list) => list.ordered)),
    numeric: sort?.kind === "number",
  };
}

function scaleOf(lists: readonly List[]): Scale | undefined {
  if (lists.length === 0) return undefined;
  const ranks = new Map<Scalar, number>();
  for (const { items } of lists) {
    for (const [place, { key, rank }] of items.entries()) if (!ranks.has(key)) ranks.set(key, rank ?? -place);
  }
  return (item) => ranks.get(item);
}

type Equal = (a: Scalar, b: Scalar) => boolean;
const EQUALITY: { [O in CompareOperator]?: (same: Equal, a: Scalar, than: readonly Scalar[]) => boolean } = {
  // a fact of many values is equal to what one of them equals (policy-model 4)
  equal: (same, a, than) => than.some((b) => same(a, b)),
  "not-equal": (same, a, than) => !than.some((b) => same(a, b)),
  "one-of": (same, a, than) => than.some((b) => same(a, b)),
  "none-of": (same, a, than) => !than.some((b) => same(a, b)),
};

type Order = (b: Scalar | undefined) => number;
const ORDER: { [O in CompareOperator]?: (order: Order, than: readonly Scalar[]) => boolean } = {
  "at-least": (order, [b]) => order(b) >= 0,
  "at-most": (order, [b]) => order(b) <= 0,
  "more-than": (order, [b]) => order(b) > 0,
  "less-than": (order, [b]) => order(b) < 0,
  between: (order, [from, to]) => order(from) >= 0 && order(to) <= 0,
};

export interface Compared {
  is: CompareOperator;
  than: readonly Scalar[];
  sort: Sort;
}

/** Whether `a` stands to `than` as the operator says; undefined where the two cannot be compared. */
export function compareScalars(a: Scalar, { is, than, sort }: Compared): boolean | undefined {
  const byEquality = EQUALITY[is];
  if (byEquality !== undefined) return byEquality((x, y) => equal(x, y, sort), a, than);
  const orders = than.map((b) => orderOf(a, b, sort.scale));
  if (orders.some((order) => order === undefined)) return undefined;
  const order: Order = (b) => orders[than.findIndex((other) => other === b)] ?? Number.NaN;
  return ORDER[is]?.(order, than);
}

function equal(a: Scalar, b: Scalar, { numeric }: Sort): boolean {
  if (a === b) return true;
  if (typeof a === typeof b && !numeric && typeof a !== "number") return false;
  const [x, y] = [exactOf(a), exactOf(b)];
  return x !== undefined && y !== undefined && x.eq(y);
}

function orderOf(a: Scalar, b: Scalar, scale: Scale | undefined): number | undefined {
  if (scale !== undefined) {
    const [rankA, rankB] = [scale(a), scale(b)];
    return rankA === undefined || rankB === undefined ? undefined : rankA - rankB;
  }
  const [x, y] = [exactOf(a), exactOf(b)];
  if (x !== undefined && y !== undefined) return x.cmp(y);
  if (typeof a === "string" && typeof b === "string") return a < b ? -1 : a > b ? 1 : 0;
  return undefined;
}
