// What crosses tenants by being addressed, as sender and addressee read it; and the inbox of a party over all its tenants.
import type { DispatchRef, SpaceId, Uuid } from "@yichuang/domain";
import type { CaseState, Key, Standing } from "@yichuang/policy";
import { sql } from "kysely";
import { query } from "../access/database.ts";
import { firstOf, jsonStatement, listOf, type Statement } from "../access/statement.ts";

/** A task that waits for the hat, in whichever tenant it lies. */
export interface Waiting {
  tenant: SpaceId;
  tenant_name: string;
  root_id: Uuid;
  obligation_key: string;
  act: Key;
  procedure_key: Key | null;
  stage_key: Key | null;
  duty_key: Key | null;
  case_id: Uuid | null;
  year: number;
  title: string;
  matter: string;
  due_on: string | null;
  to_role: string;
  party_id: SpaceId;
  state: CaseState | null;
  purpose: Key | null;
  unit: string | null;
  /** the version of a policy that has the procedure */
  policy_hash: string | null;
}

/** What waits for the hat in every tenant where its party takes part, the earliest first. */
export const listInbox = (page: {
  limit: number;
  offset: number;
}): Statement<{ total: number; late: number; items: Waiting[] }> =>
  jsonStatement("select app.inbox($1, $2)", [page.limit, page.offset]);

/** Dispatches with the names of both sides, and what the addressee has said last. */
const dispatches = () =>
  query
    .selectFrom("app.dispatch as d")
    .innerJoin("app.space as s", "s.tenant_id", "d.tenant_id")
    .innerJoin("app.space as t", "t.tenant_id", "d.to_space")
    .leftJoin("app.dispatch_answer as a", (join) =>
      join
        .onRef("a.tenant_id", "=", "d.to_space")
        .onRef("a.to_space", "=", "d.tenant_id")
        .onRef("a.root_id", "=", "d.root_id")
        .onRef("a.dispatch_key", "=", "d.dispatch_key"),
    )
    .select([
      "d.tenant_id",
      "d.root_id",
      "d.dispatch_key",
      "d.to_space",
      "d.kind",
      "d.case_id",
      "d.title",
      "d.words",
      "d.on_day",
      "d.acknowledged_on",
      "s.name as from_name",
      "t.name as to_name",
      "a.outcome",
      "a.words as answer",
      "a.on_day as answered_on",
      "a.by_name as answered_by",
      sql<string>`d.body->>'name'`.as("center"),
      sql<string>`d.body->>'host'`.as("host"),
    ]);

/** What came in to a space, the newest first. */
export const listReceived = (space: SpaceId, page: { limit: number; offset: number }) =>
  listOf(
    dispatches()
      .where("d.to_space", "=", space)
      .where("d.kind", "!=", "lineage")
      .orderBy("d.on_day", "desc")
      .orderBy("d.dispatch_key")
      .limit(page.limit)
      .offset(page.offset),
  );

/** How much came in to a space, and how much of it nobody has answered. */
export const countReceived = (space: SpaceId): Statement<{ total: number; unanswered: number } | null> =>
  firstOf(
    query
      .selectFrom(dispatches().where("d.to_space", "=", space).where("d.kind", "!=", "lineage").as("d"))
      .select([
        sql<number>`count(*)::int`.as("total"),
        sql<number>`count(*) filter (where d.outcome is null and d.acknowledged_on is null)::int`.as(
          "unanswered",
        ),
      ]),
  );

/** Centers of an institution that others have recommended to a space, each once. */
export const listOrigins = (space: SpaceId, uscc: string) =>
  listOf(
    dispatches()
      .clearSelect()
      .where("d.to_space", "=", space)
      .where("d.kind", "=", "recommendation")
      .where(sql`d.body->>'uscc'`, "=", uscc)
      .where((o) => o.or([o("a.outcome", "is", null), o("a.outcome", "!=", "returned")]))
      .select([
        "d.tenant_id as tenant",
        "d.root_id as center",
        "s.name as by",
        sql<string>`d.body->>'name'`.as("name"),
      ])
      .distinct()
      .orderBy("name"),
  );

/** One dispatch with everything that was handed on. */
export const findDispatch = ({ tenant, root, key }: DispatchRef) =>
  firstOf(
    dispatches()
      .where("d.tenant_id", "=", tenant)
      .where("d.root_id", "=", root)
      .where("d.dispatch_key", "=", key)
      .select("d.body"),
  );

/** What a center has handed to others, and what has become of it elsewhere. */
export const listDispatchesOf = (tenant: SpaceId, root: Uuid) =>
  listOf(
    dispatches()
      .where((o) =>
        o.or([
          o.and([o("d.tenant_id", "=", tenant), o("d.root_id", "=", root)]),
          o.and([
            o("d.to_space", "=", tenant),
            o("d.kind", "=", "lineage"),
            o("d.dispatch_key", "=", `lineage:${root}`),
          ]),
        ]),
      )
      .select([
        sql<Standing | null>`d.body->>'standing'`.as("standing"),
        sql<string | null>`d.body->>'standingWord'`.as("standing_word"),
      ])
      .orderBy("d.on_day", "desc")
      .orderBy("d.dispatch_key"),
  );

/** Authorities to which a tenant may recommend: the one above it, and those that take part in it. */
export const listAuthoritiesAbove = (tenant: SpaceId) =>
  listOf(
    query
      .selectFrom("app.space as s")
      .where("s.kind", "=", "authority")
      .where((o) =>
        o.or([
          o(
            "s.tenant_id",
            "=",
            query.selectFrom("app.space as own").where("own.tenant_id", "=", tenant).select("own.parent_id"),
          ),
          o(
            "s.tenant_id",
            "in",
            query.selectFrom("app.enrolment as e").where("e.tenant_id", "=", tenant).select("e.party_id"),
          ),
        ]),
      )
      .select(["s.tenant_id as space", "s.name", "s.tier"])
      .orderBy("s.tenant_id"),
  );
