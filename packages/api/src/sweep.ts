// Time's own acts: for every root that has something due, what its dates have caused is appended once.
import { listDueRoots, listTenants, type Pools, uuidv7, withService } from "@yichuang/db";
import type { Hat } from "@yichuang/domain";
import { decide } from "@yichuang/domain";
import { prepareCommit } from "./acts/prepare.ts";
import { reachOf, setStage } from "./acts/stage-set.ts";

const NOBODY = "00000000-0000-0000-0000-000000000000";

/** The service acts for the authority; its events carry no author. */
const serviceOf = (tenant: number): Hat => ({
  hat: NOBODY,
  user: NOBODY,
  name: "",
  role: "officer",
  party: tenant,
  unit: "",
  tenant,
});

/** How many roots got an event. */
export async function sweepAll(pools: Pools): Promise<number> {
  let swept = 0;
  for (const { id } of await listTenants(pools)) swept += await sweepTenant(pools, id);
  return swept;
}

async function sweepTenant(pools: Pools, tenant: number): Promise<number> {
  const scope = withService(pools, tenant);
  const { roots } = await scope.read({ roots: listDueRoots(tenant) });
  let swept = 0;
  for (const { root_id: root } of roots) {
    let { who, loaded } = await scope.load({ roots: [root] });
    let stage = await setStage(scope, { ...serviceOf(tenant), now: who.now }, loaded);
    const reach = reachOf(stage.policies, loaded);
    if (reach !== undefined) {
      ({ who, loaded } = await scope.load({ roots: [root], ...reach }));
      stage = await setStage(scope, { ...serviceOf(tenant), now: who.now }, loaded);
    }
    const action = { kind: "sweep" as const, root };
    const decision = decide(stage.policies, stage.facts, { action, env: stage.env });
    if (decision.kind !== "decided" || decision.events.length === 0) continue;
    const answer = await scope.commit(prepareCommit({ key: uuidv7(), action }, decision, { stage, loaded }));
    if (answer.kind === "committed") swept += 1;
  }
  return swept;
}
