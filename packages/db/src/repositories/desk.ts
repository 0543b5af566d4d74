// The landing page: what is due, what was done, what was copied here, what was started here.
import type { HatRole, Uuid } from "@yichuang/domain";
import { sql } from "kysely";
import { query } from "../access/database.ts";
import { firstOf, listOf, type Statement } from "../access/statement.ts";

export interface DeskFilter {
  tenant: number;
  party: number;
  role: HatRole;
  user: Uuid;
  limit: number;
  offset: number;
}

const now = sql<string>`(select ctx.now())`;

/** A contact drafts what the manager of the institution submits (rulings 14), so both see it. */
const rolesOf = (role: HatRole): HatRole[] =>
  role === "contact" ? ["contact", "institution-manager"] : [role];

/** Open obligations of the hat: of its space and role, or of its person. */
const due = ({ tenant, party, role, user }: DeskFilter) =>
  query
    .selectFrom("app.obligation as o")
    .where("o.tenant_id", "=", tenant)
    // what was missed is still asked for: lateness is recorded, never refused
    .where("o.state", "in", ["open", "missed"])
    .where(sql<boolean>`o.opens_at <= ${now}`)
    .where((o) =>
      o.or([
        o("o.to_user", "=", user),
        o.and([o("o.to_user", "is", null), o("o.to_space", "=", party), o("o.to_role", "in", rolesOf(role))]),
      ]),
    );

/** Numbers behind the four tabs. */
export const countDesk = (
  filter: DeskFilter,
): Statement<{ todo: number; late: number; done: number; copied: number; started: number } | null> =>
  firstOf(
    query
      .selectNoFrom([
        due(filter)
          .select(sql<number>`count(*)::int`.as("n"))
          .as("todo"),
        due(filter)
          .where(sql<boolean>`o.due_on < (${now} at time zone 'Asia/Shanghai')::date`)
          .select(sql<number>`count(*)::int`.as("n"))
          .as("late"),
        query
          .selectFrom("app.event as e")
          .where("e.tenant_id", "=", filter.tenant)
          .where("e.actor", "=", filter.user)
          .select(sql<number>`count(*)::int`.as("n"))
          .as("done"),
        query
          .selectFrom("app.notice as n")
          .where("n.tenant_id", "=", filter.tenant)
          .where("n.to_space", "=", filter.party)
          .select(sql<number>`count(*)::int`.as("n"))
          .as("copied"),
        query
          .selectFrom("app.case_file as f")
          .where("f.tenant_id", "=", filter.tenant)
          .where("f.opened_by", "=", filter.user)
          .select(sql<number>`count(*)::int`.as("n"))
          .as("started"),
      ])
      .$castTo<{ todo: number; late: number; done: number; copied: number; started: number }>(),
  );

export const listDone = ({ tenant, user, limit, offset }: DeskFilter) =>
  listOf(
    query
      .selectFrom("app.event as e")
      .leftJoin("app.case_state as c", (join) =>
        join.onRef("c.tenant_id", "=", "e.tenant_id").onRef("c.case_id", "=", "e.case_id"),
      )
      .leftJoin("app.center as z", (join) =>
        join.onRef("z.tenant_id", "=", "e.tenant_id").onRef("z.center_id", "=", "e.root_id"),
      )
      .where("e.tenant_id", "=", tenant)
      .where("e.actor", "=", user)
      .select([
        "e.root_id",
        "e.root_kind",
        "e.seq",
        "e.case_id",
        "e.kind",
        "e.body",
        "c.title",
        "z.name as center",
        sql<string>`ctx.iso(e.at)`.as("at"),
      ])
      .orderBy("e.at", "desc")
      .orderBy("e.seq", "desc")
      .limit(limit)
      .offset(offset),
  );

export const listCopied = ({ tenant, party, limit, offset }: DeskFilter) =>
  listOf(
    query
      .selectFrom("app.notice as n")
      .where("n.tenant_id", "=", tenant)
      .where("n.to_space", "=", party)
      .select([
        "n.root_id",
        "n.notice_key",
        "n.case_id",
        "n.title",
        "n.text",
        sql<string>`ctx.iso(n.at)`.as("at"),
      ])
      .orderBy("n.at", "desc")
      .limit(limit)
      .offset(offset),
  );

export const listStarted = ({ tenant, user, limit, offset }: DeskFilter) =>
  listOf(
    query
      .selectFrom("app.case_file as f")
      .innerJoin("app.case_state as c", (join) =>
        join.onRef("c.tenant_id", "=", "f.tenant_id").onRef("c.case_id", "=", "f.case_id"),
      )
      .where("f.tenant_id", "=", tenant)
      .where("f.opened_by", "=", user)
      .select([
        "f.case_id",
        "f.root_id",
        "f.procedure_key",
        "f.opened_on",
        "c.title",
        "c.state",
        "c.stage_key",
        "c.year",
        "c.due_on",
      ])
      .orderBy("f.opened_on", "desc")
      .orderBy("f.case_id", "desc")
      .limit(limit)
      .offset(offset),
  );
