// Centers that no tenant keeps, as the platform's administrator registers them. A name is not an identity: an id is.
import {
  addExternalCenter,
  changeExternalCenter,
  countExternalCenters,
  endExternalCenter,
  pageExternalCenters,
  uuidv7,
} from "@yichuang/db";
import { administrationRefused, usccFault } from "@yichuang/domain";
import { CalendarDate, Key } from "@yichuang/policy";
import { z } from "zod";
import { administer, type AdminResult, mayAdminister, refusedBy } from "../administer.ts";
import { hatted, router, wearing } from "../trpc.ts";
import { KeptPage, listKept } from "./kept-page.ts";

const Name = z.string().trim().min(1).max(200);
const Entry = {
  name: Name,
  tier: Key,
  title: Name,
  authority: Name,
  host: Name,
  uscc: z.string().trim().max(18).exactOptional(),
  field: Name.exactOptional(),
  place: z.string().max(9).exactOptional(),
  from: CalendarDate,
};

const list = hatted
  .input(wearing(KeptPage))
  .query(({ ctx, input }) =>
    listKept(
      { scope: ctx.scope, act: "keep-external-centers", page: input },
      { rows: pageExternalCenters, count: countExternalCenters },
    ),
  );

const codeRefused = (uscc: string | undefined): AdminResult | undefined =>
  uscc === undefined || usccFault(uscc) === undefined
    ? undefined
    : refusedBy(administrationRefused("uscc-wrong"));

const add = hatted.input(wearing(Entry)).mutation(async ({ ctx, input }) => {
  const { refused } = await mayAdminister(ctx.scope, "keep-external-centers");
  const { as: _as, ...entry } = input;
  const no = refused ?? codeRefused(entry.uscc);
  return no ?? administer(ctx.scope, addExternalCenter({ ...entry, id: uuidv7() }));
});

const change = hatted.input(wearing({ id: z.uuid(), ...Entry })).mutation(async ({ ctx, input }) => {
  const { refused } = await mayAdminister(ctx.scope, "keep-external-centers");
  const { as: _as, ...entry } = input;
  const no = refused ?? codeRefused(entry.uscc);
  return no ?? administer(ctx.scope, changeExternalCenter(entry));
});

/** From `on` it stands no more; it stays in the register with the reason. */
const end = hatted
  .input(wearing({ id: z.uuid(), on: CalendarDate, reason: z.string().trim().min(1).max(500) }))
  .mutation(async ({ ctx, input }) => {
    const { refused } = await mayAdminister(ctx.scope, "keep-external-centers");
    const { as: _as, ...ending } = input;
    return refused ?? administer(ctx.scope, endExternalCenter(ending));
  });

export const externalCenterRouter = router({ list, add, change, end });
