// An expert's own work: what was assigned, and one packet. Names of rivals and of other reviewers stay outside of it.
import { findPacket, findScoreDraft, listPackets, listPeople, loadStatement } from "@yichuang/db";
import { dayOf } from "@yichuang/domain";
import { Key } from "@yichuang/policy";
import { z } from "zod";
import { setStage } from "../acts/stage-set.ts";
import { notFound } from "../app-error.ts";
import { hatted, router, wearing } from "../trpc.ts";
import { casePage, findCaseIn } from "../views/case-page.ts";

const mine = hatted.input(wearing({})).query(async ({ ctx }) => {
  const { who, packets } = await ctx.scope.read({ packets: listPackets(ctx.tenant) });
  return { packets, today: dayOf(who.now) };
});

const get = hatted
  .input(wearing({ case: z.uuid(), stage: Key, user: z.uuid() }))
  .query(async ({ ctx, input }) => {
    const { who, packet, loaded, draft } = await ctx.scope.read({
      packet: findPacket(ctx.tenant, input.case, input.stage),
      loaded: loadStatement({ cases: [input.case] }),
      draft: findScoreDraft(ctx.tenant, { id: input.case, stage: input.stage, user: input.user }),
    });
    if (packet === null) throw notFound();
    const stage = await setStage(ctx.scope, who, loaded);
    const found = findCaseIn(stage, input.case);
    if (found === undefined) throw notFound();
    const page = casePage(stage, found);
    return {
      packet,
      draft,
      policyHash: page.policyHash,
      stage: page.stages.find((one) => one.key === input.stage) ?? null,
      abilities: page.abilities.filter((ability) => ability.stage === input.stage),
      mine: {
        judgement:
          found.kase.judgements.find(
            (judgement) => judgement.user === who.user && judgement.stage === input.stage,
          ) ?? null,
        score:
          found.kase.scores.find((score) => score.user === who.user && score.stage === input.stage) ?? null,
        recused:
          found.kase.assignments.find((one) => one.user === who.user && one.stage === input.stage)?.recused ??
          null,
      },
      now: who.now,
      today: dayOf(who.now),
    };
  });

const experts = hatted.input(wearing({})).query(async ({ ctx }) => {
  const { people } = await ctx.scope.read({ people: listPeople("expert", 0) });
  return people;
});

const directors = hatted.input(wearing({ party: z.int() })).query(async ({ ctx, input }) => {
  const { people } = await ctx.scope.read({ people: listPeople("center-director", input.party) });
  return people;
});

export const reviewRouter = router({ mine, get, experts, directors });
