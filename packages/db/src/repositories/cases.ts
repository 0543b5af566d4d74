// Cases as lists show them, and what the page of one case reads beside its facts.
import type { Uuid } from "@yichuang/domain";
import type { CaseState } from "@yichuang/policy";
import { sql } from "kysely";
import { query } from "../access/database.ts";
import { firstOf, listOf } from "../access/statement.ts";

export interface CaseFilter {
  tenant: number;
  /** entry, report, evaluation, rectification, inspection … */
  purposes: string[];
  year?: number;
  states?: CaseState[];
  /** a part of a name */
  q?: string;
  party?: number;
  sort: "submitted" | "title" | "unit" | "state";
  descending: boolean;
  limit: number;
  offset: number;
}

const matching = (filter: CaseFilter) => {
  let cases = query
    .selectFrom("app.case_state as c")
    .innerJoin("app.case_file as f", (join) =>
      join.onRef("f.tenant_id", "=", "c.tenant_id").onRef("f.case_id", "=", "c.case_id"),
    )
    .leftJoin("app.institution as i", "i.tenant_id", "c.party_id")
    .leftJoin("app.center_state as s", (join) =>
      join.onRef("s.tenant_id", "=", "f.tenant_id").onRef("s.center_id", "=", "f.root_id"),
    )
    .where("c.tenant_id", "=", filter.tenant)
    .where("c.purpose", "in", filter.purposes);
  if (filter.year !== undefined) cases = cases.where("c.year", "=", filter.year);
  if (filter.states !== undefined) cases = cases.where("c.state", "in", filter.states);
  if (filter.party !== undefined) cases = cases.where("c.party_id", "=", filter.party);
  const { q } = filter;
  if (q !== undefined && q !== "") {
    cases = cases.where((o) =>
      o.or([
        o(sql`position(${q} in c.title)`, ">", 0),
        o(sql`position(${q} in i.name)`, ">", 0),
        o("i.uscc", "=", q),
      ]),
    );
  }
  return cases;
};

const SORTS = {
  submitted: sql`c.submitted_at`,
  title: sql`c.title collate "zh-Hans-x-icu"`,
  unit: sql`i.name collate "zh-Hans-x-icu"`,
  state: sql`c.state`,
} as const;

export const listCases = (filter: CaseFilter) =>
  listOf(
    matching(filter)
      .select([
        "c.case_id",
        "f.root_id",
        "f.root_kind",
        "f.procedure_key",
        "c.party_id",
        "c.title",
        "c.purpose",
        "c.year",
        "c.state",
        "c.stage_key",
        "c.revision",
        "c.score",
        "c.grade_key",
        "c.due_on",
        "c.marks",
        "i.name as unit",
        "s.standing",
        sql<string | null>`ctx.iso(c.submitted_at)`.as("submitted_at"),
      ])
      .orderBy(SORTS[filter.sort], (order) =>
        filter.descending ? order.desc().nullsLast() : order.asc().nullsLast(),
      )
      .orderBy("c.case_id")
      .limit(filter.limit)
      .offset(filter.offset),
  );

export const countCases = (filter: CaseFilter) =>
  listOf(
    matching(filter)
      .select(["c.state", sql<number>`count(*)::int`.as("n")])
      .groupBy("c.state"),
  );

/** Where a case belongs, so that its root can be loaded. */
export const findCaseFile = (tenant: number, id: Uuid) =>
  firstOf(
    query
      .selectFrom("app.case_file as f")
      .where("f.tenant_id", "=", tenant)
      .where("f.case_id", "=", id)
      .selectAll(),
  );

/** All submissions of a case, oldest first: the diff of a resubmission. */
export const listSubmissions = (tenant: number, id: Uuid) =>
  listOf(
    query
      .selectFrom("app.submission as s")
      .where("s.tenant_id", "=", tenant)
      .where("s.case_id", "=", id)
      .select([
        "s.stage_key",
        "s.revision",
        "s.answers",
        sql<string>`ctx.iso(s.submitted_at)`.as("submitted_at"),
      ])
      .orderBy("s.submitted_at"),
  );

export const listAttachments = (tenant: number, id: Uuid) =>
  listOf(
    query
      .selectFrom("app.attachment as a")
      .where("a.tenant_id", "=", tenant)
      .where("a.case_id", "=", id)
      .select(["a.file_id", "a.name", "a.kind", "a.bytes", "a.sha256", sql<string>`ctx.iso(a.at)`.as("at")])
      .orderBy("a.at"),
  );

/** What happened in a case, newest first, as the reader may see it. */
export const listCaseEvents = (tenant: number, id: Uuid) =>
  listOf(
    query
      .selectFrom("app.event as e")
      .where("e.tenant_id", "=", tenant)
      .where("e.case_id", "=", id)
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
