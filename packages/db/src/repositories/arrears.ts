// Who has not reported: what institutions owe in a year, and how it stands.
import { sql } from "kysely";
import { query } from "../access/database.ts";
import { listOf } from "../access/statement.ts";

export const listArrears = (tenant: number, year: number) =>
  listOf(
    query
      .selectFrom("app.obligation as o")
      .innerJoin("app.institution as i", "i.tenant_id", "o.party_id")
      .where("o.tenant_id", "=", tenant)
      .where("o.year", "=", year)
      .where("o.state", "!=", "void")
      .where("o.to_role", "in", ["institution-manager", "contact", "center-director"])
      .select([
        "o.root_id",
        "o.obligation_key",
        "o.party_id",
        "i.name as unit",
        "o.procedure_key",
        "o.stage_key",
        "o.duty_key",
        "o.case_id",
        "o.title",
        "o.matter",
        "o.due_on",
        "o.state",
        "o.done_on",
        "o.days_late",
        sql<string>`ctx.iso(o.opens_at)`.as("opens_at"),
        sql<string | null>`ctx.iso(o.urged_at)`.as("urged_at"),
      ])
      .orderBy(sql`i.name collate "zh-Hans-x-icu"`)
      .orderBy("o.title")
      .orderBy("o.due_on"),
  );

export const listFindings = (tenant: number) =>
  listOf(
    query
      .selectFrom("app.finding as f")
      .innerJoin("app.center as c", (join) =>
        join.onRef("c.tenant_id", "=", "f.tenant_id").onRef("c.center_id", "=", "f.center_id"),
      )
      .where("f.tenant_id", "=", tenant)
      .select([
        "f.center_id",
        "f.finding_id",
        "f.case_id",
        "f.text",
        "f.due_on",
        "f.found_on",
        "f.cleared_on",
        "c.name as center",
        "c.host_name",
      ])
      .orderBy(sql`f.cleared_on desc nulls first`)
      .orderBy("f.found_on", "desc"),
  );
