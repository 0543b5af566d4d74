import type { Sheet } from "@yichuang/policy";
import type { Decimal } from "../contract/basics.ts";
import { Exact } from "../evaluate/decimal.ts";

/**
 * A total as it is shown: rounded once, as its sheet says; else at least two decimals, cut and never rounded over a line
 * (rulings 12). The unrounded total decides.
 */
export function showTotal(total: Decimal, rounding?: Sheet["rounding"]): string {
  if (rounding === undefined) return new Exact(total).toFixed(2, Exact.ROUND_DOWN);
  const mode = rounding.mode === "down" ? Exact.ROUND_DOWN : Exact.ROUND_HALF_UP;
  return new Exact(total).toFixed(rounding.places, mode);
}
