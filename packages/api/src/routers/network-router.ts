// Before an application begins: whom it may name, under which name it would stand, and whether there is a seat for it.
import {
  countPublished,
  listExternalCenters,
  listLineage,
  listOwnStanding,
  listPublished,
  listRegions,
  listToName,
  loadStatement,
  networkCenterOf,
  readRollup,
} from "@yichuang/db";
import { columnOf, dayOf, emptyInstitution, type ExternalCenter, foresee, holdsOn } from "@yichuang/domain";
import { CalendarDate, Key, Standing } from "@yichuang/policy";
import { z } from "zod";
import { setStage } from "../acts/stage-set.ts";
import { notFound } from "../app-error.ts";
import { hatted, router, wearing } from "../trpc.ts";
import { readsAsAuthority } from "../views/case-view.ts";
import { report, whatIf } from "./network-report.ts";
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
  const { who, tenants, centers, counted, regions, external } = await ctx.scope.read({
    tenants: listLineage(),
    centers: listPublished({ limit: MOST_DRAWN, offset: 0 }),
    counted: countPublished({}),
    regions: listRegions(),
    external: listExternalCenters(),
  });
  if (!readsAsAuthority(who)) throw notFound();
  const on = dayOf(who.now);
  const of = tenants.find(({ id }) => id === ctx.tenant)?.region;
  const hosts = new Set(centers.map(({ uscc }) => uscc));
  const near = ({ place, uscc }: ExternalCenter): boolean =>
    typeof of !== "string" ||
    (place !== undefined && columnOf(regions, { place, of }, on) !== undefined) ||
    (uscc !== undefined && hosts.has(uscc));
  return {
    on,
    tenants,
    centers: centers.map(networkCenterOf),
    external: external.filter(near),
    regions,
    truncated: (counted[0]?.n ?? centers.length) - centers.length,
  };
});

/** Published centers by page, for a table that no drawing holds. */
const list = hatted
  .input(
    wearing({
      tenant: z.int().exactOptional(),
      tier: Key.exactOptional(),
      field: z.string().max(80).exactOptional(),
      standings: z.array(Standing).max(20).exactOptional(),
      q: z.string().max(80).exactOptional(),
      page: z.int().min(1).max(20_000).default(1),
    }),
  )
  .query(async ({ ctx, input }) => {
    const { as: _as, page, ...filter } = input;
    const { who, tenants, centers, counted } = await ctx.scope.read({
      tenants: listLineage(),
      centers: listPublished({ ...filter, limit: PAGE, offset: (page - 1) * PAGE }),
      counted: countPublished(filter),
    });
    if (!readsAsAuthority(who)) throw notFound();
    return { total: counted[0]?.n ?? 0, pageSize: PAGE, tenants, centers: centers.map(networkCenterOf) };
  });

/** The sums of a node of the tree: the authority's own, or one under it. Read in constant time, exact at any moment. */
const rollup = hatted.input(wearing({ of: z.int().optional() })).query(async ({ ctx, input }) => {
  const { who, cells } = await ctx.scope.read({ cells: readRollup(input.of ?? ctx.tenant) });
  if (!readsAsAuthority(who)) throw notFound();
  return { on: dayOf(who.now), cells };
});

/** An institution in every tier to which it belongs: its own centers, and those that it leads, joins or stands behind. */
const own = hatted.input(wearing({})).query(async ({ ctx }) => {
  const { who, rows } = await ctx.scope.read({ rows: listOwnStanding() });
  if (who.role === "expert") throw notFound();
  return rows.map(({ authority, party_id, ...row }) => ({
    ...networkCenterOf({ ...row, party_id }),
    authority,
    host: row.host_name,
    leads: party_id === who.party,
  }));
});

/** The regions that hold on a day, today's where none is asked for; for any hat. */
const regions = hatted.input(wearing({ day: CalendarDate.exactOptional() })).query(async ({ ctx, input }) => {
  const { who, all } = await ctx.scope.read({ all: listRegions() });
  const day = input.day ?? dayOf(who.now);
  return { day, regions: all.filter((region) => holdsOn(region, day)) };
});

export const networkRouter = router({ toName, opening, map, list, own, rollup, regions, report, whatIf });
