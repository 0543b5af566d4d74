// Regions and external centers: read by everybody, kept by the platform's administrator through definer functions.
import { readFileSync } from "node:fs";
import path from "node:path";
import type { CalendarDate, ExternalCenter, Region, Uuid } from "@yichuang/domain";
import { sql } from "kysely";
import { query } from "../access/database.ts";
import { firstOf, jsonStatement, listOf, type Statement } from "../access/statement.ts";
import type { AdminAnswer } from "./policy-admin.ts";

/** As the file keeps them: a division where no kind is said, undated where no day is known for sure. */
type Kept = Omit<Region, "kind" | "from" | "predecessors"> &
  Partial<Pick<Region, "kind" | "from" | "predecessors">>;

/** The regions that the platform knows at its start; an undated one begins with the one above it. */
export function readRegions(): Region[] {
  const file = path.join(import.meta.dirname, "regions/regions.json");
  const { undated, regions } = JSON.parse(readFileSync(file, "utf8")) as {
    undated: CalendarDate;
    regions: Kept[];
  };
  const from = new Map<string, CalendarDate>();
  return regions.map((region) => {
    const first = region.from ?? from.get(region.parent ?? "") ?? undated;
    from.set(region.code, first);
    return { kind: "division", predecessors: [], ...region, from: first };
  });
}

export interface RegionRow extends Omit<Region, "parent" | "to"> {
  parent: string | null;
  /** name of the region above */
  above: string | null;
  /** names of what it was made from */
  before: string | null;
  to: CalendarDate | null;
  reason: string | null;
}
export interface ExternalCenterRow extends Omit<ExternalCenter, "uscc" | "field" | "place" | "to"> {
  uscc: string | null;
  field: string | null;
  place: string | null;
  /** name of the place */
  region: string | null;
  to: CalendarDate | null;
  reason: string | null;
}

/** Which ones a page shows: those that hold on a day, or those that have ended by then. */
export interface KeptFilter {
  on: CalendarDate;
  ended: boolean;
  q?: string;
  limit: number;
  offset: number;
}

const within = (q: string | undefined, ...columns: string[]) =>
  q === undefined || q === ""
    ? sql<boolean>`true`
    : sql<boolean>`(${sql.join(
        columns.map((column) => sql`position(${q} in ${sql.ref(column)}) > 0`),
        sql` or `,
      )})`;

/** Every region, ended ones too, as domain's places read them. */
export const listRegions = (): Statement<Region[]> =>
  jsonStatement(
    `select coalesce(json_agg(json_strip_nulls(json_build_object('code', r.region_code, 'name', r.name, 'kind', r.kind,
       'parent', r.parent_code, 'from', r.valid_from, 'to', r.valid_to, 'predecessors', r.predecessors)) order by r.region_code), '[]')::text
       from app.region r`,
  );

const regionsMatching = ({ on, ended, q }: Pick<KeptFilter, "on" | "ended" | "q">) =>
  query
    .selectFrom("app.region as r")
    .leftJoin("app.region as p", "p.region_code", "r.parent_code")
    .where(sql<boolean>`coalesce(r.valid_to <= ${on}::date, false)`, "=", ended)
    .where(within(q, "r.name", "r.region_code", "p.name"));

export const pageRegions = (filter: KeptFilter): Statement<RegionRow[]> =>
  listOf(
    regionsMatching(filter)
      .select(["r.region_code as code", "r.name", "r.kind", "r.parent_code as parent", "p.name as above"])
      .select(["r.valid_from as from", "r.valid_to as to", "r.predecessors", "r.end_reason as reason"])
      .select(
        sql<string | null>`(select string_agg(b.name, '、' order by b.region_code) from app.region b
          where b.region_code = any(r.predecessors))`.as("before"),
      )
      .orderBy("r.region_code")
      .limit(filter.limit)
      .offset(filter.offset),
  );

const counted = sql<number>`count(*)::int`.as("n");

export const countRegions = (filter: Omit<KeptFilter, "limit" | "offset">): Statement<{ n: number } | null> =>
  firstOf(regionsMatching(filter).select(counted));

const centersMatching = ({ on, ended, q }: Pick<KeptFilter, "on" | "ended" | "q">) =>
  query
    .selectFrom("app.external_center as c")
    .leftJoin("app.region as p", "p.region_code", "c.place")
    .where(sql<boolean>`coalesce(c.valid_to <= ${on}::date, false)`, "=", ended)
    .where(within(q, "c.name", "c.host", "c.uscc", "c.title", "c.authority", "c.field", "p.name"));

export const pageExternalCenters = (filter: KeptFilter): Statement<ExternalCenterRow[]> =>
  listOf(
    centersMatching(filter)
      .select(["c.center_id as id", "c.name", "c.tier", "c.title", "c.authority", "c.host", "c.uscc"])
      .select(["c.field", "c.place", "p.name as region", "c.valid_from as from", "c.valid_to as to"])
      .select("c.end_reason as reason")
      .orderBy(sql`c.name collate "zh-Hans-x-icu"`)
      .orderBy("c.center_id")
      .limit(filter.limit)
      .offset(filter.offset),
  );

/** External centers as the network reads them, ended ones too. */
export const listExternalCenters = (): Statement<ExternalCenter[]> =>
  jsonStatement(
    `select coalesce(json_agg(json_strip_nulls(json_build_object('id', c.center_id, 'name', c.name, 'tier', c.tier, 'title', c.title,
       'authority', c.authority, 'host', c.host, 'uscc', c.uscc, 'field', c.field, 'place', c.place, 'from', c.valid_from,
       'to', c.valid_to)) order by c.center_id), '[]')::text
       from app.external_center c`,
  );

export const countExternalCenters = (
  filter: Omit<KeptFilter, "limit" | "offset">,
): Statement<{ n: number } | null> => firstOf(centersMatching(filter).select(counted));

const asking = (act: string, body: object): Statement<AdminAnswer> =>
  jsonStatement(`select app.${act}($1::jsonb)`, [JSON.stringify(body)]);

/** The kind follows from the code; an end is an act of its own. */
export type RegionEntry = Omit<Region, "kind" | "to">;
export const addRegion = (region: RegionEntry): Statement<AdminAnswer> => asking("add_region", region);
export const changeRegion = (region: RegionEntry): Statement<AdminAnswer> => asking("change_region", region);
/** From `on` it holds no more; `successors` are what it was made into. */
export const endRegion = (end: {
  code: string;
  on: CalendarDate;
  reason: string;
  successors: string[];
}): Statement<AdminAnswer> => asking("end_region", end);

export type ExternalCenterEntry = Omit<ExternalCenter, "to">;
export const addExternalCenter = (center: ExternalCenterEntry): Statement<AdminAnswer> =>
  asking("add_external_center", center);
export const changeExternalCenter = (center: ExternalCenterEntry): Statement<AdminAnswer> =>
  asking("change_external_center", center);
export const endExternalCenter = (end: {
  id: Uuid;
  on: CalendarDate;
  reason: string;
}): Statement<AdminAnswer> => asking("end_external_center", end);
