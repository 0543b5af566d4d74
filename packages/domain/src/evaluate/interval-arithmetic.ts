// Arithmetic of numbers of which only the ends are known. A number that is known is an interval of one.
import { Exact } from "./decimal.ts";
import type { Interval } from "./interval.ts";

export const pointAt = (value: Exact): Interval => ({ least: value, most: value });
export const NOTHING: Interval = pointAt(new Exact(0));
export const ANYTHING: Interval = { least: new Exact(-Infinity), most: new Exact(Infinity) };

export const isPoint = ({ least, most }: Interval): boolean => least.eq(most);

export const addUp = (parts: readonly Interval[]): Interval =>
  parts.reduce(
    (sum, part) => ({ least: sum.least.plus(part.least), most: sum.most.plus(part.most) }),
    NOTHING,
  );

export const lowerOf = (a: Interval, b: Interval): Interval => ({
  least: Exact.min(a.least, b.least),
  most: Exact.min(a.most, b.most),
});
export const higherOf = (a: Interval, b: Interval): Interval => ({
  least: Exact.max(a.least, b.least),
  most: Exact.max(a.most, b.most),
});

/** What of `a` lies above `b`. */
export const above = (a: Interval, b: Interval): Interval => ({
  least: Exact.max(0, a.least.minus(b.most)),
  most: Exact.max(0, a.most.minus(b.least)),
});

export function times(a: Interval, b: Interval): Interval {
  const ends = [a.least, a.most].flatMap((x) => [b.least, b.most].map((y) => product(x, y)));
  return { least: Exact.min(...ends), most: Exact.max(...ends) };
}

/** Nothing times anything is nothing, without limit or not. */
const product = (x: Exact, y: Exact): Exact => (x.isZero() || y.isZero() ? new Exact(0) : x.times(y));

export const either = (a: Interval, b: Interval): Interval => ({
  least: Exact.min(a.least, b.least),
  most: Exact.max(a.most, b.most),
});
