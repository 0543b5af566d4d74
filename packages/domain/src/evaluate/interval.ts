// Where a number lies that is not known: between two ends, both included. An end that is not known is infinite.
import type { OpenTerms } from "@yichuang/policy";
import { Exact, exactOf } from "./decimal.ts";

export interface Interval {
  least: Exact;
  most: Exact;
}

/** The bounds of an open value; undefined where it has none. */
export function intervalOf({ least, most }: Pick<OpenTerms, "least" | "most">): Interval | undefined {
  if (least === undefined && most === undefined) return undefined;
  return { least: new Exact(least ?? -Infinity), most: new Exact(most ?? Infinity) };
}

/** A number as an interval of one; undefined for what is no number. */
export function numberAt(value: unknown): Interval | undefined {
  if (typeof value !== "number" && typeof value !== "string") return undefined;
  const exact = exactOf(value);
  return exact === undefined ? undefined : { least: exact, most: exact };
}

/** The smallest interval that holds all of several; undefined where one of them is unlimited or there are none. */
export function hullOf(parts: readonly (Interval | undefined)[]): Interval | undefined {
  const [first, ...rest] = parts;
  return rest.reduce<Interval | undefined>(
    (hull, part) =>
      hull === undefined || part === undefined
        ? undefined
        : { least: Exact.min(hull.least, part.least), most: Exact.max(hull.most, part.most) },
    first,
  );
}
