import { isReading, type Value } from "../schema/sorts.ts";
import type { Decimal } from "../schema/text.ts";

/** Numbers of a document have at most four decimal places, so sums in ten-thousandths are exact. */
const SCALE = 10_000;

export const sumOf = (numbers: readonly Decimal[]): Decimal =>
  numbers.reduce((sum, number) => sum + Math.round(number * SCALE), 0) / SCALE;

/** The number that a value is, read or plain; undefined where it is open or by cases. */
export function plainNumber(value: Value<Decimal> | undefined): Decimal | undefined {
  if (typeof value === "number") return value;
  return value !== undefined && isReading(value) ? value.read : undefined;
}
