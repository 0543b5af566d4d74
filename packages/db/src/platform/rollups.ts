// The sums of the network: counted as rows change, carried up the tree by the worker.
import type { Pools } from "../access/pools.ts";

/** Folds what was counted since the last time into the sums of the tree; how many changes it took in. */
export async function foldRollups(pools: Pools): Promise<number> {
  let folded = 0;
  for (let moved = -1; moved !== 0; folded += moved) {
    const { rows } = await pools.worker.query<{ n: number }>("select app.fold_rollups(20000) as n");
    moved = rows[0]?.n ?? 0;
  }
  return folded;
}
