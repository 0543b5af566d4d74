// Exact numbers. Policies write numbers with at most four places; results are decimal texts.
import { Decimal } from "decimal.js";
import type { Scalar } from "@yichuang/policy";

export const Exact = Decimal.clone({
  precision: 40,
  rounding: Decimal.ROUND_HALF_UP,
  toExpNeg: -30,
  toExpPos: 30,
});
export type Exact = Decimal;

const NUMERIC = /^-?\d+(\.\d+)?$/;

/** A scalar as an exact number; undefined where it is none. */
export function exactOf(value: Scalar | undefined): Exact | undefined {
  if (typeof value === "number") return new Exact(value);
  return typeof value === "string" && NUMERIC.test(value) ? new Exact(value) : undefined;
}

export const sumOf = (values: readonly Exact[]): Exact =>
  values.reduce<Exact>((sum, value) => sum.plus(value), new Exact(0));
