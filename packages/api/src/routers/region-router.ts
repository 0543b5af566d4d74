// Regions as the platform's administrator keeps them: nothing is deleted, what is over ends on a day.
import { addRegion, changeRegion, countRegions, endRegion, pageRegions } from "@yichuang/db";
import { CalendarDate } from "@yichuang/policy";
import { z } from "zod";
import { administer, mayAdminister } from "../administer.ts";
import { hatted, router, wearing } from "../trpc.ts";
import { KeptPage, listKept } from "./kept-page.ts";

const Code = z.string().trim().min(1).max(9);
const Entry = {
  code: Code,
  name: z.string().trim().min(1).max(100),
  parent: Code.exactOptional(),
  from: CalendarDate,
  predecessors: z.array(Code).max(50),
};

const list = hatted
  .input(wearing(KeptPage))
  .query(({ ctx, input }) =>
    listKept(
      { scope: ctx.scope, act: "keep-regions", page: input },
      { rows: pageRegions, count: countRegions },
    ),
  );

const add = hatted.input(wearing(Entry)).mutation(async ({ ctx, input }) => {
  const { refused } = await mayAdminister(ctx.scope, "keep-regions");
  const { as: _as, ...entry } = input;
  return refused ?? administer(ctx.scope, addRegion(entry));
});

/** Corrects what was written; a region that became another one ends instead. */
const change = hatted.input(wearing(Entry)).mutation(async ({ ctx, input }) => {
  const { refused } = await mayAdminister(ctx.scope, "keep-regions");
  const { as: _as, ...entry } = input;
  return refused ?? administer(ctx.scope, changeRegion(entry));
});

/** From `on` the region holds no more; `successors` are those that it was made into. */
const end = hatted
  .input(
    wearing({
      code: Code,
      on: CalendarDate,
      reason: z.string().trim().min(1).max(500),
      successors: z.array(Code).max(50),
    }),
  )
  .mutation(async ({ ctx, input }) => {
    const { refused } = await mayAdminister(ctx.scope, "keep-regions");
    const { as: _as, ...ending } = input;
    return refused ?? administer(ctx.scope, endRegion(ending));
  });

export const regionRouter = router({ list, add, change, end });
