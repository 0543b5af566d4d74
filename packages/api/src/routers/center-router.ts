// The register of centers, and everything about one of them.
import {
  type CenterFilter,
  countCenters,
  listAuthoritiesAbove,
  listCenters,
  listDispatchesOf,
  listEvents,
  listObligationsOf,
  listUnder,
  loadStatement,
} from "@yichuang/db";
import {
  abilitiesFor,
  dayOf,
  type Ability,
  type CenterFacts,
  fundingOf,
  leadOf,
  obligationsOf,
  policyOfCenter,
} from "@yichuang/domain";
import { CalendarDate, Standing } from "@yichuang/policy";
import { z } from "zod";
import { setStage, type StageSet } from "../acts/stage-set.ts";
import { notFound } from "../app-error.ts";
import { hatted, router, wearing } from "../trpc.ts";
import { headOf } from "../views/case-page.ts";
import { viewCase } from "../views/case-view.ts";
import { networkOf } from "../views/network-view.ts";
import { viewEvent } from "../views/event-view.ts";
import { wordedPolicy } from "../views/worded-policy.ts";
import { writtenFacts } from "../views/written-facts.ts";
import { viewAbility } from "../views/verdict-view.ts";

const PAGE = 20;

const Filter = {
  standings: z.array(Standing).optional(),
  year: z.int().optional(),
  q: z.string().trim().max(100).optional(),
  party: z.int().optional(),
  page: z.int().min(1).max(10_000).default(1),
};

const list = hatted.input(wearing(Filter)).query(async ({ ctx, input }) => {
  const filter: CenterFilter = {
    tenant: ctx.tenant,
    limit: PAGE,
    offset: (input.page - 1) * PAGE,
    ...(input.standings === undefined ? {} : { standings: input.standings }),
    ...(input.year === undefined ? {} : { year: input.year }),
    ...(input.q === undefined ? {} : { q: input.q }),
    ...(input.party === undefined ? {} : { party: input.party }),
  };
  const { standings: _standings, ...any } = filter;
  const { who, rows, counts } = await ctx.scope.read({
    rows: listCenters(filter),
    counts: countCenters(any),
  });
  const wanted = counts.filter(
    ({ standing }) =>
      input.standings === undefined || (standing !== null && input.standings.includes(standing)),
  );
  return {
    rows,
    counts,
    total: wanted.reduce((sum, count) => sum + count.n, 0),
    pageSize: PAGE,
    today: dayOf(who.now),
  };
});

/** What the policy pays this center, as it stands today. */
function moneyOf({ policies, facts, env }: StageSet, center: CenterFacts) {
  const policy = policyOfCenter(policies, center);
  const { now, holidays } = env;
  const { tenant, sets, parents } = facts;
  const above = parents === undefined ? {} : { parents };
  const place = { policy, today: dayOf(now), now, holidays, tenant, sets, root: center, ...above };
  return {
    plans: fundingOf(policy, place),
    paid: center.money.funded.map(({ funding, instalment, payer, amount, paidOn }) => ({
      funding,
      instalment,
      payer,
      amount,
      paidOn,
    })),
  };
}

const get = hatted
  .input(wearing({ center: z.uuid(), on: CalendarDate.optional() }))
  .query(async ({ ctx, input }) => {
    const { who, loaded, events, obligations, under, dispatches, above } = await ctx.scope.read({
      loaded: loadStatement({ roots: [input.center] }),
      events: listEvents(ctx.tenant, input.center),
      obligations: listObligationsOf(ctx.tenant, input.center),
      under: listUnder(input.center),
      dispatches: listDispatchesOf(ctx.tenant, input.center),
      above: listAuthoritiesAbove(ctx.tenant),
    });
    if (who.role === "expert") throw notFound();
    const stage = await setStage(ctx.scope, who, loaded);
    const center = stage.facts.centers.find((candidate) => candidate.id === input.center);
    if (center === undefined) throw notFound();
    const today = dayOf(who.now);
    const abilities: Ability[] = abilitiesFor(stage.policies, stage.facts, {
      env: stage.env,
      place: { kind: "center", center: center.id },
    });
    const inside = who.party === leadOf(center).party || who.party === ctx.tenant;
    const due = obligationsOf(stage.policies, center, today);
    return {
      head: headOf(center),
      director: center.values["center.director"] ?? null,
      written: writtenFacts(stage.policies.current.policy, center),
      policyHash: center.cases[0]?.pin.hash ?? stage.policies.current.pin.hash,
      spans: center.spans,
      cases: center.cases.map((kase) => viewCase(kase, who, leadOf(center).party)),
      goals: center.goals,
      network: networkOf(stage, center, { under, inside }),
      evaluations: center.evaluations,
      findings: inside ? center.findings : [],
      duties: inside ? (center.duties ?? []) : [],
      money: inside ? moneyOf(stage, center) : { plans: [], paid: [] },
      consequences: inside ? center.consequences : [],
      dispatches,
      above: who.party === ctx.tenant ? above : [],
      obligations: obligations.map((obligation) => ({
        ...obligation,
        state: due.find((one) => one.obligation_key === obligation.obligation_key)?.state ?? obligation.state,
      })),
      abilities: abilities.map(viewAbility),
      history: events
        .filter((event) => input.on === undefined || event.on_day <= input.on)
        .map(({ body, ...event }) => ({
          ...event,
          ...viewEvent(event.kind, body, wordedPolicy(stage)),
        })),
      now: who.now,
      today,
    };
  });

export const centerRouter = router({ list, get });
