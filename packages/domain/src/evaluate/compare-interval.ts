// Comparisons of numbers of which only the ends are known: decided where every possible number agrees.
import type { CompareOperator } from "@yichuang/policy";
import type { Truth } from "../contract/verdict.ts";
import { Exact } from "./decimal.ts";
import type { Interval } from "./interval.ts";
import { allOf, anyOf, negated } from "./truth.ts";

const decided = (sure: boolean, never: boolean): Truth => (sure ? "true" : never ? "false" : "unknown");

const atLeast = (a: Interval, b: Interval): Truth => decided(a.least.gte(b.most), a.most.lt(b.least));
const moreThan = (a: Interval, b: Interval): Truth => decided(a.least.gt(b.most), a.most.lte(b.least));

function equal(a: Interval, b: Interval): Truth {
  const apart = a.most.lt(b.least) || b.most.lt(a.least);
  return decided(a.least.eq(a.most) && b.least.eq(b.most) && a.least.eq(b.least), apart);
}

/** Nearer than the smallest tolerance wherever they lie, or further than the largest. */
function about(a: Interval, b: Interval, within: Interval): Truth {
  const furthest = Exact.max(a.most.minus(b.least), b.most.minus(a.least));
  const nearest = Exact.max(0, a.least.minus(b.most), b.least.minus(a.most));
  return decided(furthest.lte(within.least), nearest.gt(within.most));
}

const ANY_TOLERANCE: Interval = { least: new Exact(0), most: new Exact(Infinity) };

/** `than` holds one interval per value of the right side; `within` belongs to `about`. */
export function compareIntervals(
  is: CompareOperator,
  a: Interval,
  { than, within = ANY_TOLERANCE }: { than: readonly Interval[]; within?: Interval },
): Truth {
  const [b, c] = than;
  if (is === "one-of") return anyOf(than.map((one) => equal(a, one)));
  if (is === "none-of") return negated(anyOf(than.map((one) => equal(a, one))));
  if (b === undefined) return "unknown";
  switch (is) {
    case "equal":
      return equal(a, b);
    case "not-equal":
      return negated(equal(a, b));
    case "at-least":
      return atLeast(a, b);
    case "more-than":
      return moreThan(a, b);
    case "at-most":
      return atLeast(b, a);
    case "less-than":
      return moreThan(b, a);
    case "between":
      return c === undefined ? "unknown" : allOf([atLeast(a, b), atLeast(c, a)]);
    case "about":
      return about(a, b, within);
    case "known":
      return "false";
  }
}
