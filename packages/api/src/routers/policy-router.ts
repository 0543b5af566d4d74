// The policy in force, what it leaves open, and what has been settled.
import { listSettlements } from "@yichuang/db";
import { abilitiesFor, dayOf } from "@yichuang/domain";
import { openValues, readings, withSettledWords } from "@yichuang/policy";
import { z } from "zod";
import { isOwnSpace, setStage } from "../acts/stage-set.ts";
import { notFound } from "../app-error.ts";
import { getPolicy } from "../policies.ts";
import { hatted, router, wearing } from "../trpc.ts";
import { viewAbility } from "../views/verdict-view.ts";

const current = hatted.input(wearing({})).query(async ({ ctx }) => {
  const { who, loaded } = await ctx.scope.load({});
  if (loaded.adoptions.length === 0 && !isOwnSpace(who)) throw notFound();
  const stage = await setStage(ctx.scope, who, loaded);
  const { settlements } = await ctx.scope.read({ settlements: listSettlements(ctx.tenant) });
  const { pin, policy } = stage.policies.current;
  const abilities = abilitiesFor(stage.policies, stage.facts, { env: stage.env, place: { kind: "tenant" } });
  return {
    pin,
    policy: withSettledWords(policy, (path) => settlements.findLast((one) => one.path === path)?.value),
    today: dayOf(who.now),
    settlements,
    open: openValues(policy).map((open) => ({ ...open, by: open.by.role })),
    readings: readings(policy),
    abilities: abilities.map(viewAbility),
  };
});

/** A version by its hash; immutable, so clients keep it for ever. */
const byHash = hatted
  .input(wearing({ hash: z.string().regex(/^[0-9a-f]{64}$/) }))
  .query(({ ctx, input }) => getPolicy(ctx.scope, input.hash));

export const policyRouter = router({ current, byHash });
