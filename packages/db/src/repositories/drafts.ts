// What people write before they act: autosaved, versioned, seen by nobody but their own party (or person).
import type { Answers, Uuid } from "@yichuang/domain";
import { sql } from "kysely";
import { query } from "../access/database.ts";
import { firstOf, jsonStatement, listOf, type Statement } from "../access/statement.ts";

export const listDraftParts = (tenant: number, id: Uuid) =>
  listOf(
    query
      .selectFrom("app.draft as d")
      .where("d.tenant_id", "=", tenant)
      .where("d.case_id", "=", id)
      .select([
        "d.part_key",
        "d.version",
        "d.answers",
        "d.saved_by",
        sql<string>`ctx.iso(d.saved_at)`.as("saved_at"),
      ]),
  );

export interface DraftToSave {
  case: Uuid;
  part: string;
  /** the version that the writer saw; 0 for the first */
  version: number;
  answers: Answers[string];
  by: string;
}
export interface SavedDraft {
  version: number;
  saved_at: string;
}

/** Answers null where the stored version is another one: nothing was written. */
export const saveDraft = (draft: DraftToSave): Statement<SavedDraft | null> =>
  jsonStatement(
    `with put as (
       insert into app.draft (tenant_id, case_id, part_key, party_id, version, answers, saved_by)
       select ctx.tenant(), $1::uuid, $2, ctx.party(), 1, $4::jsonb, $5 where $3::int = 0
       on conflict do nothing returning version, saved_at),
     changed as (
       update app.draft set version = version + 1, answers = $4::jsonb, saved_by = $5, saved_at = clock_timestamp()
        where tenant_id = ctx.tenant() and case_id = $1::uuid and part_key = $2 and version = $3::int and $3::int > 0
       returning version, saved_at)
     select coalesce((select json_build_object('version', version, 'saved_at', ctx.iso(saved_at))::text
       from (select * from put union all select * from changed) r), 'null')`,
    [draft.case, draft.part, draft.version, JSON.stringify(draft.answers), draft.by],
  );

export const findScoreDraft = (
  tenant: number,
  { id, stage, user }: { id: Uuid; stage: string; user: Uuid },
) =>
  firstOf(
    query
      .selectFrom("app.score_draft as d")
      .where("d.tenant_id", "=", tenant)
      .where("d.case_id", "=", id)
      .where("d.stage_key", "=", stage)
      .where("d.owner_user", "=", user)
      .select(["d.version", "d.answers", sql<string>`ctx.iso(d.saved_at)`.as("saved_at")]),
  );

export const saveScoreDraft = (draft: {
  case: Uuid;
  stage: string;
  version: number;
  answers: object;
}): Statement<SavedDraft | null> =>
  jsonStatement(
    `with put as (
       insert into app.score_draft (tenant_id, case_id, stage_key, owner_user, version, answers)
       select ctx.tenant(), $1::uuid, $2, ctx.usr(), 1, $4::jsonb where $3::int = 0
         and exists (select 1 from app.review_packet p where p.tenant_id = ctx.tenant() and p.case_id = $1::uuid and p.stage_key = $2)
       on conflict do nothing returning version, saved_at),
     changed as (
       update app.score_draft set version = version + 1, answers = $4::jsonb, saved_at = clock_timestamp()
        where tenant_id = ctx.tenant() and case_id = $1::uuid and stage_key = $2 and owner_user = ctx.usr() and version = $3::int and $3::int > 0
       returning version, saved_at)
     select coalesce((select json_build_object('version', version, 'saved_at', ctx.iso(saved_at))::text
       from (select * from put union all select * from changed) r), 'null')`,
    [draft.case, draft.stage, draft.version, JSON.stringify(draft.answers)],
  );
