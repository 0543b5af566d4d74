// Cases that are ranked or graded together, and campaigns: who is in, what would come of it today.
import { loadStatement } from "@yichuang/db";
import { campaignOf, campaignsOf, cohortOf, cohortStages, dayOf, type Decision } from "@yichuang/domain";
import { z } from "zod";
import { setStage } from "../acts/stage-set.ts";
import { notFound } from "../app-error.ts";
import { hatted, router, wearing } from "../trpc.ts";
import { readsAsAuthority } from "../views/case-view.ts";
import { viewViolation } from "../views/verdict-view.ts";

const Key = z.string().max(100);
const Over = { procedure: Key, stage: Key, year: z.int().min(2000).max(2100) };

/** Where the policy in force looks at a year's cases together, and what it opens for all at once. */
const stages = hatted.input(wearing({})).query(async ({ ctx }) => {
  const { who, loaded } = await ctx.scope.read({ loaded: loadStatement({}) });
  if (!readsAsAuthority(who)) throw notFound();
  const { policies } = await setStage(ctx.scope, who, loaded);
  const { policy } = policies.current;
  return { stages: cohortStages(policy), campaigns: campaignsOf(policy), today: dayOf(who.now) };
});

/** What an act would say of each case, without doing it. */
const foreseen = (decision: Decision) =>
  decision.kind === "decided"
    ? {
        kind: decision.kind,
        violations: [],
        told: decision.events.flatMap((event) =>
          event.kind === "ranked" || event.kind === "graded" || event.kind === "grade-adjusted"
            ? [event.body]
            : [],
        ),
      }
    : { kind: decision.kind, violations: decision.violations.map(viewViolation), told: [] };

const get = hatted
  .input(wearing({ ...Over, prefer: z.array(z.uuid()).max(500).default([]) }))
  .query(async ({ ctx, input }) => {
    const { procedure, stage: key, year, prefer } = input;
    const { who, loaded } = await ctx.scope.read({ loaded: loadStatement({ cohort: { procedure, year } }) });
    if (!readsAsAuthority(who)) throw notFound();
    const { policies, facts, env } = await setStage(ctx.scope, who, loaded);
    const over = { procedure, stage: key, year };
    const does = cohortStages(policies.current.policy).find(
      (one) => one.procedure === procedure && one.stage === key,
    )?.does;
    if (does === undefined) throw notFound();
    const acts = does.map((kind) =>
      kind === "rank" ? { kind, ...over, prefer } : { kind, ...over, prefer, opinion: "" },
    );
    const { rows, outcomes } = cohortOf(policies, facts, { env, over, acts });
    return {
      rows,
      outcomes: outcomes.map(({ act, decision }) => ({ act, ...foreseen(decision) })),
      today: dayOf(who.now),
    };
  });

const campaign = hatted.input(wearing({ procedure: Key, year: Over.year })).query(async ({ ctx, input }) => {
  const { procedure, year } = input;
  const { who, loaded } = await ctx.scope.read({ loaded: loadStatement({ campaign: true }) });
  if (!readsAsAuthority(who)) throw notFound();
  const { policies, facts, env } = await setStage(ctx.scope, who, loaded);
  const rows = campaignOf(policies, facts, { env, procedure, year });
  return {
    rows: rows.map(({ because, ...row }) => ({ ...row, because: because.map(viewViolation) })),
    today: dayOf(who.now),
  };
});

export const cohortRouter = router({ stages, get, campaign });
