// Before an application begins: whom it may name, under which name it would stand, and whether there is a seat for it.
import {
  countPublished,
  listLineage,
  listPublished,
  listRegions,
  listToName,
  loadStatement,
  networkCenterOf,
  readRollup,
} from "@yichuang/db";
import { dayOf, emptyInstitution, foresee, regionHolds } from "@yichuang/domain";
import { CalendarDate, Key, Standing } from "@yichuang/policy";
import { z } from "zod";
import { setStage } from "../acts/stage-set.ts";
import { notFound } from "../app-error.ts";
import { hatted, router, wearing } from "../trpc.ts";
import { readsAsAuthority } from "../views/case-view.ts";
import { viewVerdict, viewViolation } from "../views/verdict-view.ts";

const toName = hatted.input(wearing({ types: z.array(Key).max(50) })).query(async ({ ctx, input }) => {
  const { who, named } = await ctx.scope.read({ named: listToName(input.types) });
  if (who.role === "expert") throw notFound();
  return named;
});

const opening = hatted
  .input(
    wearing({
      procedure: Key,
      type: Key,
      year: z.int().min(2000).max(2200),
      party: z.int(),
      parent: z.uuid().optional(),
      channel: z.int().optional(),
    }),
  )
  .query(async ({ ctx, input }) => {
    const { party, parent, channel, procedure, type, year } = input;
    const { who, loaded } = await ctx.scope.read({
      loaded: loadStatement({
        party,
        parents: parent === undefined ? [] : [parent],
        spaces: channel === undefined ? [] : [channel],
      }),
    });
    if (who.role === "expert" || loaded.institution === null || loaded.host === null) throw notFound();
    const stage = await setStage(ctx.scope, who, loaded);
    const institution = stage.facts.institution ?? emptyInstitution(loaded.institution.id, loaded.host);
    const action = {
      kind: "open-case" as const,
      procedure,
      type,
      year,
      institution: institution.id,
      ...(parent === undefined ? {} : { parent }),
      ...(channel === undefined ? {} : { channel }),
    };
    const facts = { ...stage.facts, institution };
    const { verdict, name, told } = foresee(stage.policies, facts, { action, env: stage.env });
    return {
      verdict: viewVerdict(verdict),
      told: told.map(viewViolation),
      ...(name === undefined ? {} : { name }),
    };
  });

/** As many centers as a drawing can hold; whoever has more reads them by page. */
const MOST_DRAWN = 5000;
const PAGE = 50;

/** Every center that the authority may see, each with all its days, so that any day is drawn from one answer. */
const map = hatted.input(wearing({})).query(async ({ ctx }) => {
  const { who, tenants } = await ctx.scope.read({ tenants: listLineage() });
  if (!readsAsAuthority(who)) throw notFound();
  const filter = { tenants: tenants.map(({ id }) => id), limit: MOST_DRAWN, offset: 0 };
  const { centers, counted } = await ctx.scope.read({
    centers: listPublished(filter),
    counted: countPublished(filter),
  });
  const all = counted[0]?.n ?? centers.length;
  return {
    on: dayOf(who.now),
    tenants,
    centers: centers.map(networkCenterOf),
    truncated: all - centers.length,
  };
});

/** Published centers by page, for a table that no drawing holds. */
const list = hatted
  .input(
    wearing({
      tenant: z.int().optional(),
      tier: Key.optional(),
      field: z.string().max(80).optional(),
      standings: z.array(Standing).max(20).optional(),
      q: z.string().max(80).optional(),
      page: z.int().min(1).max(20_000).default(1),
    }),
  )
  .query(async ({ ctx, input }) => {
    const { as: _as, tenant, page, ...asked } = input;
    const { who, tenants } = await ctx.scope.read({ tenants: listLineage() });
    if (!readsAsAuthority(who)) throw notFound();
    const filter = {
      ...Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)),
      tenants: tenants.map(({ id }) => id).filter((id) => tenant === undefined || id === tenant),
      limit: PAGE,
      offset: (page - 1) * PAGE,
    };
    if (filter.tenants.length === 0) throw notFound();
    const { centers, counted } = await ctx.scope.read({
      centers: listPublished(filter),
      counted: countPublished(filter),
    });
    return { total: counted[0]?.n ?? 0, pageSize: PAGE, tenants, centers: centers.map(networkCenterOf) };
  });

/** The sums of a node of the tree: the authority's own, or one under it. Read in constant time, exact at any moment. */
const rollup = hatted.input(wearing({ of: z.int().optional() })).query(async ({ ctx, input }) => {
  const { who, cells } = await ctx.scope.read({ cells: readRollup(input.of ?? ctx.tenant) });
  if (!readsAsAuthority(who)) throw notFound();
  return { on: dayOf(who.now), cells };
});

/** The regions that hold on a day, today's where none is asked for; for any hat. */
const regions = hatted.input(wearing({ day: CalendarDate.exactOptional() })).query(async ({ ctx, input }) => {
  const { who, all } = await ctx.scope.read({ all: listRegions() });
  const day = input.day ?? dayOf(who.now);
  return { day, regions: all.filter((region) => regionHolds(region, day)) };
});

export const networkRouter = router({ toName, opening, map, list, rollup, regions });
