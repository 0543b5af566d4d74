// The registers of a tenant, entry by entry, and what is claimed of them.
import type { RegisterEntryRow, Uuid } from "@yichuang/domain";
import { sql } from "kysely";
import { query } from "../access/database.ts";
import { firstOf, jsonStatement, listOf, type Statement } from "../access/statement.ts";

export interface EntryFilter {
  tenant: number;
  register: string;
  states?: RegisterEntryRow["state"][];
  /** of one root, or of one institution with all its centers */
  root?: Uuid;
  party?: number;
  year?: number;
  q?: string;
  /** attributes that must be so: `kind` -> `paper` */
  attributes?: { [attribute: string]: string };
  sort: "recorded" | "title" | "unit" | "state";
  descending: boolean;
  limit: number;
  offset: number;
}

const matching = (filter: EntryFilter) => {
  let entries = query
    .selectFrom("app.register_entry as e")
    .innerJoin("app.space as s", "s.tenant_id", "e.party_id")
    .where("e.tenant_id", "=", filter.tenant)
    .where("e.register_key", "=", filter.register);
  const { states, root, party, year, q, attributes = {} } = filter;
  if (states !== undefined) entries = entries.where("e.state", "in", states);
  if (root !== undefined) entries = entries.where("e.root_id", "=", root);
  if (party !== undefined) entries = entries.where("e.party_id", "=", party);
  if (year !== undefined) entries = entries.where(sql`extract(year from e.recorded_on)::int`, "=", year);
  for (const [attribute, value] of Object.entries(attributes)) {
    entries = entries.where(sql`e.attributes ->> ${attribute}`, "=", value);
  }
  if (q !== undefined && q !== "") {
    entries = entries.where((o) =>
      o.or([o(sql`position(${q} in e.title)`, ">", 0), o(sql`position(${q} in s.name)`, ">", 0)]),
    );
  }
  return entries;
};

const ORDER = {
  recorded: sql`e.recorded_on`,
  title: sql`e.title collate "zh-Hans-x-icu"`,
  unit: sql`s.name collate "zh-Hans-x-icu"`,
  state: sql`e.state`,
};

const ENTRY = [
  "e.root_id",
  "e.entry_id",
  "e.root_kind",
  "e.party_id",
  "e.register_key",
  "e.title",
  "e.answers",
  "e.state",
  "e.awaits",
  "e.recorded_on",
  "e.recorded_by",
  "e.changed_on",
  "e.ruled_on",
  "e.ruled_by",
  "e.reason",
  "s.name as unit",
] as const;

/** How often an entry is claimed in the reader's own tenant. */
const CLAIMED = sql<number>`(select count(*)::int from app.claim c where c.tenant_id = e.tenant_id and c.fingerprint = e.fingerprint)`;

export const listEntries = (filter: EntryFilter) =>
  listOf(
    matching(filter)
      .select([...ENTRY, CLAIMED.as("claimed")])
      .orderBy(ORDER[filter.sort], filter.descending ? "desc" : "asc")
      .orderBy("e.entry_id", "desc")
      .limit(filter.limit)
      .offset(filter.offset),
  );

export const countEntries = (filter: EntryFilter) =>
  listOf(
    matching(filter)
      .select(["e.state", sql<number>`count(*)::int`.as("n")])
      .groupBy("e.state"),
  );

/** How many entries each register of the tenant has, as far as the reader sees them. */
export const countRegisters = (tenant: number) =>
  listOf(
    query
      .selectFrom("app.register_entry as e")
      .where("e.tenant_id", "=", tenant)
      .where("e.state", "<>", "struck")
      .select([
        "e.register_key",
        sql<number>`count(*)::int`.as("n"),
        sql<number>`count(*) filter (where e.awaits and e.state = 'recorded')::int`.as("waiting"),
      ])
      .groupBy("e.register_key"),
  );

export const findEntry = (tenant: number, id: Uuid) =>
  firstOf(
    query
      .selectFrom("app.register_entry as e")
      .innerJoin("app.space as s", "s.tenant_id", "e.party_id")
      .where("e.tenant_id", "=", tenant)
      .where("e.entry_id", "=", id)
      .select([...ENTRY, CLAIMED.as("claimed")]),
  );

/** What has happened to one entry. */
export const listEntryEvents = (tenant: number, id: Uuid) =>
  listOf(
    query
      .selectFrom("app.event as e")
      .where("e.tenant_id", "=", tenant)
      .where(sql`e.body ->> 'entry'`, "=", id)
      .select(["e.seq", "e.kind", "e.on_day", "e.who", "e.body", sql<string>`ctx.iso(e.at)`.as("at")])
      .orderBy("e.seq", "desc"),
  );

/** Claims of a case, or of one entry, in the tenant. */
export const listClaims = (tenant: number, of: { case: Uuid } | { entry: Uuid }) => {
  const claims = query
    .selectFrom("app.claim as c")
    .innerJoin("app.case_state as k", (join) =>
      join.onRef("k.tenant_id", "=", "c.tenant_id").onRef("k.case_id", "=", "c.case_id"),
    )
    .where("c.tenant_id", "=", tenant);
  const about =
    "case" in of ? claims.where("c.case_id", "=", of.case) : claims.where("c.entry_id", "=", of.entry);
  return listOf(
    about
      .select([
        "c.case_id",
        "c.entry_id",
        "c.title",
        "c.share",
        "c.year",
        "c.procedure_key",
        "c.claimed_before",
        "k.title as case_title",
      ])
      .orderBy("c.year"),
  );
};

/** In how many other institutions each person of the own ledger works. */
export const listEmployers = (): Statement<{ [entry: string]: number }> =>
  jsonStatement("select app.employers()");

/** The keyed fingerprint of an identity number. */
export const sealIdentity = (number: string): Statement<string> =>
  jsonStatement("select ctx.seal_identity($1)", [number]);
