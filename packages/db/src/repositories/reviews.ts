// What an expert was given to review, and how far it is.
import type { Uuid } from "@yichuang/domain";
import { query } from "../access/database.ts";
import { firstOf, jsonStatement, listOf, type Statement } from "../access/statement.ts";

const packets = (tenant: number) =>
  query
    .selectFrom("app.review_packet as p")
    .leftJoin("app.obligation as o", (join) =>
      join
        .onRef("o.tenant_id", "=", "p.tenant_id")
        .onRef("o.case_id", "=", "p.case_id")
        .onRef("o.stage_key", "=", "p.stage_key")
        .on("o.to_user", "is not", null),
    )
    .where("p.tenant_id", "=", tenant);

export const listPackets = (tenant: number) =>
  listOf(
    packets(tenant)
      .select([
        "p.case_id",
        "p.stage_key",
        "p.title",
        "p.due_on",
        "o.state",
        "o.done_on",
        "o.act",
        "o.matter",
      ])
      .orderBy("p.due_on"),
  );

export const findPacket = (tenant: number, id: Uuid, stage: string) =>
  firstOf(
    packets(tenant)
      .where("p.case_id", "=", id)
      .where("p.stage_key", "=", stage)
      .select(["p.case_id", "p.stage_key", "p.title", "p.due_on", "p.body", "o.state", "o.done_on"]),
  );

export interface PersonRow {
  user_id: Uuid;
  name: string;
  party: number;
  unit: string;
}

/** Experts of the tenant's pool, or people of an institution with a role. */
export const listPeople = (role: string, party: number): Statement<PersonRow[]> =>
  jsonStatement("select coalesce(json_agg(p), '[]')::text from auth.list_people($1, $2) p", [role, party]);
