// Cases: lists, and the page of one.
import {
  type CaseFilter,
  countCases,
  listAttachments,
  listCaseEvents,
  listCases,
  listDraftParts,
  listSubmissions,
  loadStatement,
} from "@yichuang/db";
import { dayOf } from "@yichuang/domain";
import { CaseState } from "@yichuang/policy";
import { z } from "zod";
import { setStage } from "../acts/stage-set.ts";
import { notFound } from "../app-error.ts";
import { hatted, router, wearing } from "../trpc.ts";
import { casePage, findCaseIn } from "../views/case-page.ts";
import { viewEvent } from "../views/event-view.ts";
import { wordedPolicy } from "../views/worded-policy.ts";

const PAGE = 20;
const Purposes = z
  .array(
    z.enum([
      "entry",
      "report",
      "evaluation",
      "rectification",
      "inspection",
      "change",
      "recommendation",
      "filing",
      "regrouping",
      "appeal",
    ]),
  )
  .min(1);

const Filter = {
  purposes: Purposes,
  year: z.int().optional(),
  states: z.array(CaseState).optional(),
  q: z.string().trim().max(100).optional(),
  party: z.int().optional(),
  sort: z.enum(["submitted", "title", "unit", "state"]).default("submitted"),
  descending: z.boolean().default(true),
  page: z.int().min(1).max(10_000).default(1),
};

const list = hatted.input(wearing(Filter)).query(async ({ ctx, input }) => {
  const filter: CaseFilter = {
    tenant: ctx.tenant,
    purposes: input.purposes,
    sort: input.sort,
    descending: input.descending,
    limit: PAGE,
    offset: (input.page - 1) * PAGE,
    ...(input.year === undefined ? {} : { year: input.year }),
    ...(input.states === undefined ? {} : { states: input.states }),
    ...(input.q === undefined ? {} : { q: input.q }),
    ...(input.party === undefined ? {} : { party: input.party }),
  };
  const { states: _states, ...anyState } = filter;
  const { who, rows, counts } = await ctx.scope.read({
    rows: listCases(filter),
    counts: countCases(anyState),
  });
  const wanted = counts.filter((count) => input.states === undefined || input.states.includes(count.state));
  return {
    rows,
    counts,
    total: wanted.reduce((sum, count) => sum + count.n, 0),
    pageSize: PAGE,
    today: dayOf(who.now),
  };
});

const get = hatted.input(wearing({ case: z.uuid() })).query(async ({ ctx, input }) => {
  const { who, loaded, drafts, submissions, files, events } = await ctx.scope.read({
    loaded: loadStatement({ cases: [input.case] }),
    drafts: listDraftParts(ctx.tenant, input.case),
    submissions: listSubmissions(ctx.tenant, input.case),
    files: listAttachments(ctx.tenant, input.case),
    events: listCaseEvents(ctx.tenant, input.case),
  });
  // an expert decides on facts that only his packet shows him
  if (who.role === "expert") throw notFound();
  const stage = await setStage(ctx.scope, who, loaded);
  const found = findCaseIn(stage, input.case);
  if (found === undefined) throw notFound();
  return {
    ...casePage(stage, found),
    drafts,
    submissions,
    files,
    history: events.map(({ body, ...event }) => ({
      ...event,
      ...viewEvent(event.kind, body, wordedPolicy(stage)),
    })),
    now: who.now,
    today: dayOf(who.now),
  };
});

export const caseRouter = router({ list, get });
