// Weights of the applicant's rows against the item they stand below. The web shows the same sums while one types.
import type { Sheet, SheetItems } from "@yichuang/policy";
import { Exact, sumOf } from "../evaluate/decimal.ts";
import type { World } from "../evaluate/world.ts";
import { effectiveTree, flatten } from "./tree.ts";

/** `given` is what the rows add up to, as an exact decimal text; `state` says how it stands to `limit`. */
export interface WeightSum {
  item: string;
  given: string;
  limit: string;
  difference: string;
  rows: number;
  weighted: number;
  state: "none" | "short" | "met" | "over";
}

/** The sum below each item that an applicant may write under. Weights may all be left out, but never exceed the item. */
export function weightSums(sheet: Sheet, rows: SheetItems, world?: World): WeightSum[] {
  const open = flatten(effectiveTree(sheet, {}, world)).filter(
    (item) => item.scored && item.weight !== undefined,
  );
  return open.map((item) => {
    const own = rows[item.path] ?? [];
    const weighted = own.flatMap((row) => (row.weight === undefined ? [] : [new Exact(row.weight)]));
    const given = sumOf(weighted);
    const limit = new Exact(item.weight ?? 0);
    return {
      item: item.path,
      given: given.toString(),
      limit: limit.toString(),
      difference: limit.minus(given).abs().toString(),
      rows: own.length,
      weighted: weighted.length,
      state: weighted.length === 0 ? "none" : given.gt(limit) ? "over" : given.lt(limit) ? "short" : "met",
    };
  });
}
