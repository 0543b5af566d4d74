// Slow-moving things: policies, settlements, documents, institutions, audit.
import type { Uuid } from "@yichuang/domain";
import type { Policy } from "@yichuang/policy";
import { sql } from "kysely";
import { query } from "../access/database.ts";
import { firstOf, jsonStatement, listOf, type Statement } from "../access/statement.ts";

export const findPolicy = (hash: string): Statement<Policy | null> =>
  jsonStatement("select coalesce((select body::text from app.policy_doc where doc_hash = $1), 'null')", [
    hash,
  ]);

export const listAdoptions = (tenant: number) =>
  listOf(
    query
      .selectFrom("app.adoption as a")
      .where("a.tenant_id", "=", tenant)
      .selectAll()
      .orderBy("a.in_force_from"),
  );

export const listSettlements = (tenant: number) =>
  listOf(
    query.selectFrom("app.settlement as s").where("s.tenant_id", "=", tenant).selectAll().orderBy("s.on_day"),
  );

export const listDocuments = (tenant: number) =>
  listOf(
    query
      .selectFrom("app.document as d")
      .where("d.tenant_id", "=", tenant)
      .selectAll()
      .orderBy("d.issued_on", "desc"),
  );

/** The centers that an official document makes known, with the events of the case that say so. */
export const listDocumentedCenters = (tenant: number, document: Uuid) =>
  listOf(
    query
      .selectFrom("app.event as e")
      .innerJoin("app.center as c", (join) =>
        join.onRef("c.tenant_id", "=", "e.tenant_id").onRef("c.center_id", "=", "e.root_id"),
      )
      .innerJoin("app.case_file as f", (join) =>
        join.onRef("f.tenant_id", "=", "e.tenant_id").onRef("f.case_id", "=", "e.case_id"),
      )
      .leftJoin("app.event as t", (join) =>
        join
          .onRef("t.tenant_id", "=", "e.tenant_id")
          .onRef("t.root_id", "=", "e.root_id")
          .onRef("t.case_id", "=", "e.case_id")
          .on("t.kind", "=", "term-started"),
      )
      .where("e.tenant_id", "=", tenant)
      .where("e.kind", "=", "issued")
      .where(sql`e.body #>> '{document,id}'`, "=", document)
      .select([
        "c.center_id",
        "c.name",
        "c.host_name",
        "c.type_key",
        "f.procedure_key",
        "f.policy_hash",
        sql<string>`e.body ->> 'stage'`.as("stage_key"),
        sql<string | null>`t.body ->> 'on'`.as("term_from"),
        sql<string | null>`t.body ->> 'endsOn'`.as("term_to"),
      ])
      .orderBy("e.at")
      .orderBy(sql`c.name collate "zh-Hans-x-icu"`),
  );

export const listInstitutions = (tenant: number) =>
  listOf(
    query
      .selectFrom("app.enrolment as e")
      .innerJoin("app.institution as i", "i.tenant_id", "e.party_id")
      .innerJoin("app.space as s", "s.tenant_id", "e.party_id")
      .leftJoin("app.region as r", "r.region_code", "s.region_code")
      .where("e.tenant_id", "=", tenant)
      .select(["e.party_id", "e.root_id", "i.name", "i.uscc", "i.grade"])
      .select(["i.kind", "i.ownership", "i.region", "s.region_code", "r.name as region_name", "i.beds"])
      .orderBy(sql`i.name collate "zh-Hans-x-icu"`),
  );

export interface InstitutionEdit {
  party: number;
  grade: string | null;
  kind: string | null;
  ownership: string | null;
  /** the region in which it lies; null leaves it as it is */
  regionCode: string | null;
  beds: number | null;
}

/** What the registry says of an institution; audited. */
export const editInstitution = (edit: InstitutionEdit): Statement<true> =>
  jsonStatement("select app.edit_institution($1::jsonb)", [JSON.stringify(edit)]);

/** Institutions that have a history in the tenant. */
export const listInstitutionFacts = (tenant: number) =>
  listOf(
    query
      .selectFrom("app.root_head as h")
      .where("h.tenant_id", "=", tenant)
      .where("h.kind", "=", "institution")
      .select(["h.root_id as id"]),
  );

export const findSpace = (id: number) =>
  firstOf(query.selectFrom("app.space as s").where("s.tenant_id", "=", id).selectAll());

export interface AttachmentToKeep {
  file: Uuid;
  case: Uuid | null;
  name: string;
  kind: string;
  bytes: number;
  sha256: string;
}
export const keepAttachment = (file: AttachmentToKeep): Statement<true> =>
  jsonStatement(
    `with put as (insert into app.attachment (tenant_id, file_id, party_id, owner_user, case_id, name, kind, bytes, sha256)
       values (ctx.tenant(), $1, ctx.party(), ctx.usr(), $2, $3, $4, $5, $6) returning 1)
     select to_json(exists (select 1 from put))::text`,
    [file.file, file.case, file.name, file.kind, file.bytes, file.sha256],
  );

/** An attachment that the hat may read: its own party's, or (an expert's) one of a packet. */
export const findAttachment = (tenant: number, id: Uuid) =>
  firstOf(
    query
      .selectFrom("app.attachment as a")
      .where("a.tenant_id", "=", tenant)
      .where("a.file_id", "=", id)
      .selectAll(),
  );

export const listAudit = (tenant: number, { limit, offset }: { limit: number; offset: number }) =>
  listOf(
    query
      .selectFrom("audit.entry as e")
      .where("e.tenant_id", "=", tenant)
      .select([
        "e.seq",
        "e.actor",
        "e.role",
        "e.action",
        "e.object",
        "e.outcome",
        sql<string>`ctx.iso(e.at)`.as("at"),
      ])
      .orderBy("e.seq", "desc")
      .limit(limit)
      .offset(offset),
  );

/** The first audit row that does not fit its predecessor; null where the chain holds. */
export const firstBrokenLink = (tenant: number): Statement<number | null> =>
  jsonStatement("select coalesce(to_json(audit.first_broken($1))::text, 'null')", [tenant]);

/** Roots where a day has passed that something hung on. */
export const listDueRoots = (tenant: number): Statement<{ root_id: Uuid }[]> =>
  jsonStatement(
    `select coalesce(json_agg(r), '[]')::text from (
       select o.root_id from app.obligation o
        where o.tenant_id = $1 and o.state = 'open' and o.due_on < (ctx.now() at time zone 'Asia/Shanghai')::date
       union
       select s.center_id from app.center_state s
        where s.tenant_id = $1 and s.standing = 'building' and s.term_to <= (ctx.now() at time zone 'Asia/Shanghai')::date
          and not exists (select 1 from app.event e where e.tenant_id = s.tenant_id and e.root_id = s.center_id and e.kind = 'term-ended')
       union
       select b.root_id from app.event b
        where b.tenant_id = $1 and b.kind in ('publicized', 'run-started', 'waived')
          and (coalesce(b.body->>'endsOn', b.body->>'until'))::date
            + case b.kind when 'run-started' then 0 else 1 end <= (ctx.now() at time zone 'Asia/Shanghai')::date
          and not exists (
            select 1 from app.event e
             where e.tenant_id = b.tenant_id and e.root_id = b.root_id and e.seq > b.seq and e.case_id = b.case_id
               and e.kind = case b.kind when 'publicized' then 'publicity-ended' when 'run-started' then 'run-ended' else 'waiver-ended' end
               and coalesce(e.body->>'stage', e.body->>'path') = coalesce(b.body->>'stage', b.body->>'path'))) r`,
    [tenant],
  );
