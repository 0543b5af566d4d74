// The register of centers, and one center with its history.
import type { Standing } from "@yichuang/policy";
import type { Uuid } from "@yichuang/domain";
import { sql } from "kysely";
import { query } from "../access/database.ts";
import { firstOf, listOf } from "../access/statement.ts";

export interface CenterFilter {
  tenant: number;
  standings?: Standing[];
  year?: number;
  q?: string;
  party?: number;
  limit: number;
  offset: number;
}

const matching = (filter: CenterFilter) => {
  let centers = query
    .selectFrom("app.center as c")
    .innerJoin("app.center_state as s", (join) =>
      join.onRef("s.tenant_id", "=", "c.tenant_id").onRef("s.center_id", "=", "c.center_id"),
    )
    .where("c.tenant_id", "=", filter.tenant);
  if (filter.standings !== undefined) centers = centers.where("s.standing", "in", filter.standings);
  if (filter.year !== undefined) centers = centers.where("c.cohort_year", "=", filter.year);
  if (filter.party !== undefined) centers = centers.where("c.party_id", "=", filter.party);
  const { q } = filter;
  if (q !== undefined && q !== "") {
    centers = centers.where((o) =>
      o.or([
        o(sql`position(${q} in c.name)`, ">", 0),
        o(sql`position(${q} in c.host_name)`, ">", 0),
        o("c.host_uscc", "=", q),
      ]),
    );
  }
  return centers;
};

export const listCenters = (filter: CenterFilter) =>
  listOf(
    matching(filter)
      .select([
        "c.center_id",
        "c.party_id",
        "c.type_key",
        "c.name",
        "c.host_name",
        "c.director_name",
        "c.cohort_year",
        "c.began_on",
        "s.standing",
        "s.grade_key",
        "s.grade_means",
        "s.score",
        "s.term_from",
        "s.term_to",
        "s.marks",
        sql<
          string | null
        >`(select min(o.due_on) from app.obligation o where o.tenant_id = c.tenant_id and o.root_id = c.center_id and o.state in ('open', 'missed'))`.as(
          "next_due",
        ),
      ])
      .orderBy("c.cohort_year", "desc")
      .orderBy(sql`c.name collate "zh-Hans-x-icu"`)
      .limit(filter.limit)
      .offset(filter.offset),
  );

export const countCenters = (filter: CenterFilter) =>
  listOf(
    matching(filter)
      .select(["s.standing", sql<number>`count(*)::int`.as("n")])
      .groupBy("s.standing"),
  );

export const findCenter = (tenant: number, id: Uuid) =>
  firstOf(
    query
      .selectFrom("app.center as c")
      .where("c.tenant_id", "=", tenant)
      .where("c.center_id", "=", id)
      .select(["c.center_id", "c.party_id", "c.name", "c.policy_hash"]),
  );

/** The history of a root as the reader may see it. */
export const listEvents = (tenant: number, root: Uuid) =>
  listOf(
    query
      .selectFrom("app.event as e")
      .where("e.tenant_id", "=", tenant)
      .where("e.root_id", "=", root)
      .select([
        "e.seq",
        "e.case_id",
        "e.kind",
        "e.on_day",
        "e.who",
        "e.body",
        sql<string>`ctx.iso(e.at)`.as("at"),
      ])
      .orderBy("e.seq", "desc"),
  );

export const listObligationsOf = (tenant: number, root: Uuid) =>
  listOf(
    query
      .selectFrom("app.obligation as o")
      .where("o.tenant_id", "=", tenant)
      .where("o.root_id", "=", root)
      .select([
        "o.obligation_key",
        "o.to_space",
        "o.to_role",
        "o.to_user",
        "o.act",
        "o.procedure_key",
        "o.stage_key",
        "o.duty_key",
        "o.case_id",
        "o.year",
        "o.title",
        "o.matter",
        "o.due_on",
        "o.state",
        "o.done_on",
        "o.days_late",
        sql<string>`ctx.iso(o.opens_at)`.as("opens_at"),
        sql<string | null>`ctx.iso(o.urged_at)`.as("urged_at"),
      ])
      .orderBy(sql`o.due_on asc nulls last`),
  );
