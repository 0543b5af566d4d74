// What everybody may ask without signing in: the registers of centers, and what is made public.
import {
  countPublicCenters,
  listPublicAuthorities,
  listPublicCenters,
  listPublicNotices,
  readPublic,
} from "@yichuang/db";
import { Key } from "@yichuang/policy";
import { z } from "zod";
import { anyone, router } from "../trpc.ts";

const PAGE = 20;

const authorities = anyone.query(({ ctx }) => readPublic(ctx.pools, listPublicAuthorities()));

const register = anyone
  .input(
    z.strictObject({
      tenant: z.int(),
      type: Key.optional(),
      q: z.string().max(80).optional(),
      page: z.int().min(1).max(20_000).default(1),
    }),
  )
  .query(async ({ ctx, input: { tenant, type, q, page } }) => {
    const filter = { tenant, ...(q === undefined ? {} : { q }), limit: PAGE, offset: (page - 1) * PAGE };
    const [types, centers] = await Promise.all([
      readPublic(ctx.pools, countPublicCenters(filter)),
      readPublic(ctx.pools, listPublicCenters({ ...filter, ...(type === undefined ? {} : { type }) })),
    ]);
    const counted = types.filter(({ type_key: key }) => type === undefined || key === type);
    return { centers, types, total: counted.reduce((sum, { n }) => sum + n, 0), pageSize: PAGE };
  });

const notices = anyone
  .input(z.strictObject({ tenant: z.int() }))
  .query(({ ctx, input }) => readPublic(ctx.pools, listPublicNotices(input.tenant)));

export const publicRouter = router({ authorities, register, notices });
