// Whom a center may be linked to, and the centers under one.
import type { NetworkCenter, NetworkCenterRow, RollupCell, SpaceId, Uuid } from "@yichuang/domain";
import type { Standing } from "@yichuang/policy";
import { sql } from "kysely";
import { query } from "../access/database.ts";
import { jsonStatement, listOf, type Statement } from "../access/statement.ts";

export interface ToName {
  centers: { id: Uuid; name: string; type: string; unit: string; standing: Standing }[];
  spaces: { space: SpaceId; name: string; kind: string; uscc?: string }[];
}
/** Centers of these types that stand, and every space that takes part in the tenant. */
export const listToName = (types: string[]): Statement<ToName> =>
  jsonStatement("select app.to_name(array(select jsonb_array_elements_text($1::jsonb)))::text", [
    JSON.stringify(types),
  ]);

export interface UnderCenter {
  id: Uuid;
  name: string;
  unit: string;
  standing: Standing | null;
  city: string | null;
  on: string | null;
}
export const listUnder = (center: Uuid): Statement<UnderCenter[]> =>
  jsonStatement("select app.under_center($1)::text", [center]);

interface NetworkFilter {
  /** one tenant of the lineage only */
  tenant?: SpaceId;
  tier?: string;
  field?: string;
  standings?: Standing[];
  q?: string;
}

/** Of the reader's lineage: row security says the same, and the index needs to hear it. */
const published = ({ tenant, tier, field, standings, q }: NetworkFilter) => {
  let centers = query
    .selectFrom("app.space as s")
    .innerJoin("app.network_center as c", "c.tenant_id", "s.tenant_id")
    .where(sql<boolean>`s.tenant_id in (select ctx.lineage())`);
  if (tenant !== undefined) centers = centers.where("c.tenant_id", "=", tenant);
  if (tier !== undefined) centers = centers.where("c.tier", "=", tier);
  if (field !== undefined) centers = centers.where("c.field", "=", field);
  if (standings !== undefined) centers = centers.where("c.standing", "in", standings);
  if (q === undefined || q === "") return centers;
  return centers.where((o) =>
    o.or([
      o(sql`position(${q} in c.name)`, ">", 0),
      o(sql`position(${q} in c.host_name)`, ">", 0),
      o("c.uscc", "=", q),
    ]),
  );
};

type Published = NetworkCenterRow & { tenant_id: SpaceId };

export const networkCenterOf = ({ body, ...row }: Published): NetworkCenter => ({
  ...body,
  tenant: row.tenant_id,
  center: row.center_id,
  name: row.name,
  host: row.host_name,
  uscc: row.uscc,
  type: row.type_key,
  tier: row.tier,
  standing: row.standing,
});

/**
 * Published centers, by authority from the top, then by name: a page is read in that order without sorting the rest.
 * What is searched for comes by name.
 */
export const listPublished = (
  filter: NetworkFilter & { limit: number; offset: number },
): Statement<Published[]> =>
  listOf(
    published(filter)
      .selectAll("c")
      .$if(filter.q === undefined, (ordered) => ordered.orderBy("s.lft"))
      .orderBy(sql`c.name collate "zh-Hans-x-icu"`)
      .orderBy("c.center_id")
      .limit(filter.limit)
      .offset(filter.offset)
      .$castTo<Published>(),
  );

export const countPublished = (filter: NetworkFilter): Statement<{ n: number }[]> =>
  listOf(published(filter).select(sql<number>`count(*)::int`.as("n")));

/** What is published about the reader's own space, in whatever tenant, with the name of its authority. */
export const listOwnStanding = (): Statement<(Published & { authority: string })[]> =>
  jsonStatement("select app.published_about_me()");

export interface NetworkTenant {
  id: SpaceId;
  name: string;
  tier: string | null;
  region: string | null;
  parent: SpaceId | null;
}
/** The reader's own authority, those above it and those under it, from the top. */
export const listLineage = (): Statement<NetworkTenant[]> =>
  jsonStatement(`select coalesce(json_agg(json_build_object('id', s.tenant_id, 'name', s.name, 'tier', s.tier,
      'region', s.region_code, 'parent', s.parent_id) order by s.lft), '[]')::text
    from app.space s where s.tenant_id in (select ctx.lineage())`);

/** The sums of a node of the tree: the reader's own, or one under it. */
export const readRollup = (node: SpaceId): Statement<RollupCell[]> =>
  jsonStatement("select app.rollup_of($1)", [node]);
