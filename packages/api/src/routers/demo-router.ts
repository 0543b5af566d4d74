// The demonstration's clock and accounts. Outside of demo mode these answer "not there".
import { readClock } from "@yichuang/db";
import { CalendarDate } from "@yichuang/policy";
import { z } from "zod";
import { notFound } from "../app-error.ts";
import { anyone, router } from "../trpc.ts";

const demoOnly = anyone.use(({ ctx, next }) => {
  if (ctx.demo === undefined) throw notFound();
  return next({ ctx: { ...ctx, demo: ctx.demo } });
});

const state = demoOnly.query(async ({ ctx }) => ({
  now: await readClock(ctx.pools),
  from: ctx.demo.from,
  to: ctx.demo.to,
  accounts: ctx.demo.accounts,
}));

const advance = demoOnly.input(z.strictObject({ to: CalendarDate })).mutation(async ({ ctx, input }) => {
  await ctx.demo.advanceTo(input.to > ctx.demo.to ? ctx.demo.to : input.to);
  return { now: await readClock(ctx.pools) };
});

const reset = demoOnly.mutation(async ({ ctx }) => {
  await ctx.demo.reset();
  return { now: await readClock(ctx.pools) };
});

export const demoRouter = router({ state, advance, reset });
