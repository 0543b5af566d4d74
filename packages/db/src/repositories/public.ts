// The public pages: read by a role of its own that can read nothing else.
import type { PublicCenterRow, PublicNoticeRow, SpaceId } from "@yichuang/domain";
import { sql } from "kysely";
import { query } from "../access/database.ts";
import type { Pools } from "../access/pools.ts";
import { jsonStatement, listOf, type Statement } from "../access/statement.ts";

/** Answers a statement as everybody: without session, hat or tenant. */
export async function readPublic<T>(pools: Pools, { name, text, values }: Statement<T>): Promise<T> {
  const { rows } = await pools.everybody.query<[string]>({
    name,
    text,
    values: [...values],
    rowMode: "array",
  });
  return JSON.parse(rows[0]?.[0] ?? "null") as T;
}

export interface PublicAuthority {
  id: SpaceId;
  name: string;
  tier: string | null;
  centers: number;
}
/** Authorities that have something to show, with how many centers are on their register, and the day. */
export const listPublicAuthorities = (): Statement<{ today: string; authorities: PublicAuthority[] }> =>
  jsonStatement(`select json_build_object('today', (ctx.now() at time zone 'Asia/Shanghai')::date, 'authorities',
      (select coalesce(json_agg(json_build_object('id', s.tenant_id, 'name', s.name, 'tier', s.tier, 'centers', n) order by s.lft), '[]')
         from app.space s, lateral (select count(*)::int as n from app.public_center c where c.tenant_id = s.tenant_id) c
        where n > 0 or exists (select 1 from app.public_notice o where o.tenant_id = s.tenant_id)))::text`);

export interface PublicFilter {
  tenant: SpaceId;
  type?: string;
  q?: string;
  limit: number;
  offset: number;
}

const registered = ({ tenant, type, q }: PublicFilter) => {
  let centers = query.selectFrom("app.public_center as c").where("c.tenant_id", "=", tenant);
  if (type !== undefined) centers = centers.where("c.type_key", "=", type);
  if (q === undefined || q === "") return centers;
  return centers.where((o) =>
    o.or([
      o(sql`position(${q} in c.name)`, ">", 0),
      o(sql`position(${q} in c.host_name)`, ">", 0),
      o(sql`position(${q} in c.field)`, ">", 0),
    ]),
  );
};

/** The register, the latest first. */
export const listPublicCenters = (filter: PublicFilter): Statement<PublicCenterRow[]> =>
  listOf(
    registered(filter)
      .selectAll("c")
      .orderBy("c.since", "desc")
      .orderBy(sql`c.name collate "zh-Hans-x-icu"`)
      .limit(filter.limit)
      .offset(filter.offset)
      .$castTo<PublicCenterRow>(),
  );

/** How many there are of each type. */
export const countPublicCenters = (filter: PublicFilter) =>
  listOf(
    registered(filter)
      .select(["c.type_key", sql<string>`min(c.type_label)`.as("label"), sql<number>`count(*)::int`.as("n")])
      .groupBy("c.type_key")
      .orderBy("n", "desc"),
  );

/** What is made public, the running ones first. */
export const listPublicNotices = (tenant: SpaceId): Statement<PublicNoticeRow[]> =>
  listOf(
    query
      .selectFrom("app.public_notice as n")
      .where("n.tenant_id", "=", tenant)
      .selectAll("n")
      .orderBy("n.over")
      .orderBy("n.ends_on", "desc")
      .limit(200)
      .$castTo<PublicNoticeRow>(),
  );
