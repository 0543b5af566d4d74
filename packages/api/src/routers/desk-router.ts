// The landing page: four tabs, and the year's calendar.
import {
  countDesk,
  countReceived,
  type DeskFilter,
  listCases,
  listCopied,
  listDone,
  listStarted,
  listInbox,
} from "@yichuang/db";
import { dayOf, yearOf } from "@yichuang/domain";
import { z } from "zod";
import { setStage } from "../acts/stage-set.ts";
import { getPolicy } from "../policies.ts";
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

/** What is due of the hat, in every tenant where its party takes part; the other tabs are of this tenant. */
const todo = hatted.input(wearing({ me: Me, ...Paging })).query(async ({ ctx, input }) => {
  const filter = filterFrom(input);
  const { who, inbox, here, received } = await ctx.scope.read({
    inbox: listInbox(filter),
    here: countDesk(filter),
    received: countReceived(ctx.tenant),
  });
  const items = await Promise.all(
    inbox.items.map(async ({ policy_hash: hash, ...item }) => {
      const { procedures } = hash === null ? { procedures: [] } : await getPolicy(ctx.scope, hash);
      const procedure = procedures.find(({ key }) => key === item.procedure_key);
      return { ...item, procedure: procedure?.label?.zh ?? "" };
    }),
  );
  const { done = 0, copied = 0, started = 0 } = here ?? {};
  const own = who.party === who.tenant ? received : null;
  const counts = {
    todo: inbox.total,
    late: inbox.late,
    done,
    copied,
    started,
    received: own?.total ?? 0,
    unanswered: own?.unanswered ?? 0,
  };
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
