// The clock of the demonstration: one per installation, it only moves forward; a reset begins again (rulings 1).
import type { Instant } from "@yichuang/domain";
import type { Pools } from "../access/pools.ts";

export const beginDemo = async (pools: Pools, now: Instant): Promise<void> => {
  await pools.worker.query("select ctx.demo_begin($1)", [now]);
};

/** Moves to an instant, or stays where it is later already; answers the time that it is. */
export async function advanceDemo(pools: Pools, to: Instant): Promise<Instant> {
  const { rows } = await pools.worker.query<{ now: Instant }>("select ctx.demo_advance($1) as now", [to]);
  return rows[0]?.now ?? to;
}

/** Forgets what happened in every tenant, keeps spaces, people and policies. */
export const resetDemo = async (pools: Pools, now: Instant): Promise<void> => {
  await pools.worker.query("select app.demo_reset($1)", [now]);
};

export async function readClock(pools: Pools): Promise<Instant> {
  const { rows } = await pools.worker.query<{ now: Instant }>("select ctx.iso(ctx.now()) as now");
  return rows[0]?.now ?? new Date().toISOString();
}
