import { Exact } from "../evaluate/decimal.ts";
import type { Decimal } from "../contract/basics.ts";

/** A total as it is shown: at least two decimals, cut and never rounded over a line (rulings 12). The unrounded total decides. */
export function showTotal(total: Decimal): string {
  return new Exact(total).toFixed(2, Exact.ROUND_DOWN);
}
