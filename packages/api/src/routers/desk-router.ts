// The landing page: four tabs, and the year's calendar.
import {
  countDesk,
  type DeskFilter,
  listCases,
  listCopied,
  listDone,
  listStarted,
  listTodo,
} from "@yichuang/db";
import { dayOf, yearOf } from "@yichuang/domain";
import { z } from "zod";
import { setStage } from "../acts/stage-set.ts";
import { hatted, router, wearing } from "../trpc.ts";
import { calendarOf } from "../views/calendar-view.ts";
import { viewEvent } from "../views/event-view.ts";

const PAGE = 20;
const Paging = { page: z.int().min(1).max(10_000).default(1) };

/** The door says who it is, so the lists are asked for in the same round trip with what the client says of itself. */
const filterFrom = (input: {
  as: { tenant: number };
  me: { party: number; role: string; user: string };
  page: number;
}): DeskFilter => ({
  tenant: input.as.tenant,
  party: input.me.party,
  role: input.me.role as DeskFilter["role"],
  user: input.me.user,
  limit: PAGE,
  offset: (input.page - 1) * PAGE,
});

/** Row security decides what is seen; these only say which of it is asked for. */
const Me = z.strictObject({ party: z.int(), role: z.string().max(40), user: z.uuid() });

const todo = hatted.input(wearing({ me: Me, ...Paging })).query(async ({ ctx, input }) => {
  const filter = filterFrom(input);
  const { who, items, counts } = await ctx.scope.read({ items: listTodo(filter), counts: countDesk(filter) });
  return { items, counts, today: dayOf(who.now), pageSize: PAGE };
});

const done = hatted.input(wearing({ me: Me, ...Paging })).query(async ({ ctx, input }) => {
  const { items } = await ctx.scope.read({ items: listDone(filterFrom(input)) });
  return { items: items.map((item) => ({ ...item, ...viewEvent(item.kind, item.body) })), pageSize: PAGE };
});

const copied = hatted.input(wearing({ me: Me, ...Paging })).query(async ({ ctx, input }) => {
  const { items } = await ctx.scope.read({ items: listCopied(filterFrom(input)) });
  return { items, pageSize: PAGE };
});

const started = hatted.input(wearing({ me: Me, ...Paging })).query(async ({ ctx, input }) => {
  const { items } = await ctx.scope.read({ items: listStarted(filterFrom(input)) });
  return { items, pageSize: PAGE };
});

/** Stages of a year as lanes: what is open, what is next, and why the rest is closed. */
const calendar = hatted
  .input(wearing({ year: z.int().min(2000).max(2200).optional() }))
  .query(async ({ ctx, input }) => {
    const { who, loaded } = await ctx.scope.load({});
    const stage = await setStage(ctx.scope, who, loaded);
    const year = input.year ?? yearOf(dayOf(who.now));
    const { cases } = await ctx.scope.read({
      cases: listCases({
        tenant: ctx.tenant,
        purposes: ["entry", "report", "evaluation"],
        year,
        sort: "submitted",
        descending: true,
        limit: 500,
        offset: 0,
      }),
    });
    return { year, today: dayOf(who.now), now: who.now, stages: calendarOf(stage, { year, cases }) };
  });

export const deskRouter = router({ todo, done, copied, started, calendar });
