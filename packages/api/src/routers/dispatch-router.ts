// What came in from other tenants: addressed to the space in which the hat stands, and answered there.
import { countReceived, findDispatch, listOrigins, listReceived, loadStatement } from "@yichuang/db";
import { abilitiesFor, dayOf } from "@yichuang/domain";
import { z } from "zod";
import { setStage } from "../acts/stage-set.ts";
import { notFound } from "../app-error.ts";
import { hatted, router, wearing } from "../trpc.ts";
import { viewAbility } from "../views/verdict-view.ts";

const PAGE = 20;

const received = hatted
  .input(wearing({ page: z.int().min(1).max(10_000).default(1) }))
  .query(async ({ ctx, input }) => {
    const page = { limit: PAGE, offset: (input.page - 1) * PAGE };
    const { items, counts } = await ctx.scope.read({
      items: listReceived(ctx.tenant, page),
      counts: countReceived(ctx.tenant),
    });
    return { items, total: counts?.total ?? 0, unanswered: counts?.unanswered ?? 0, pageSize: PAGE };
  });

/** Recommendations of an institution that were not sent back: an application may come from one of them. */
const origins = hatted.input(wearing({ uscc: z.string().max(18) })).query(async ({ ctx, input }) => {
  const { found } = await ctx.scope.read({ found: listOrigins(ctx.tenant, input.uscc) });
  return found;
});

/** One dispatch with the dossier, for either side; whether the hat may answer it is said by `answer`. */
const get = hatted
  .input(wearing({ tenant: z.int(), root: z.uuid(), key: z.string().max(400) }))
  .query(async ({ ctx, input: { as: _as, ...dispatch } }) => {
    const { who, found, loaded } = await ctx.scope.read({
      found: findDispatch(dispatch),
      loaded: loadStatement({}),
    });
    if (found === null) throw notFound();
    const stage = await setStage(ctx.scope, who, loaded);
    const abilities = abilitiesFor(stage.policies, stage.facts, {
      env: stage.env,
      place: { kind: "tenant" },
    });
    const answer = abilities.find(({ act }) => act === "answer-dispatch");
    const mayAnswer =
      found.kind === "recommendation" && found.to_space === who.party && found.to_space === who.tenant;
    return {
      ...found,
      today: dayOf(who.now),
      answering: mayAnswer && answer !== undefined ? viewAbility(answer) : null,
    };
  });

export const dispatchRouter = router({ received, origins, get });
