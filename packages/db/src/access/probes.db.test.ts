// Probes derived from the catalogue: every table x every verb x everybody who has no business there.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Policy } from "@yichuang/policy";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { cloneDatabase, type ClonedDatabase } from "../testing/clone-database.ts";
import { fillTables } from "../testing/fill.ts";
import { openProbeWorld, type ProbeWorld, RIVAL, TENANT } from "../testing/probe-world.ts";

const pack = path.resolve(import.meta.dirname, "../../../policy/packs/fuling/policy.json");
const VERBS = ["select", "insert", "update", "delete", "truncate"] as const;
type Verb = (typeof VERBS)[number];
type Context = "none" | "forged" | "replayed" | "other tenant" | "rival hospital" | "unassigned expert";
const CONTEXTS: Context[] = [
  "none",
  "forged",
  "replayed",
  "other tenant",
  "rival hospital",
  "unassigned expert",
];

/** What the rows of a table belong to: those that every hat of a tenant may read are only foreign to another tenant. */
const SHARED = ["shared"];

interface Table {
  rel: string;
  class: string;
}

let database: ClonedDatabase;
let world: ProbeWorld;
let admin: Client;
let app: Client;
let tables: Table[];

beforeAll(async () => {
  database = await cloneDatabase(inject("postgresUrl"));
  world = await openProbeWorld(database, JSON.parse(readFileSync(pack, "utf8")) as Policy);
  admin = new Client({ connectionString: database.url() });
  app = new Client({ connectionString: database.url("yc_app") });
  await Promise.all([admin.connect(), app.connect()]);
  const expert = await world.as("expert");
  const officer = await world.as("officer");
  await fillTables(admin, { expert: expert.user, officer: officer.user });
  const { rows } = await admin.query<Table>(
    `select n.nspname || '.' || c.relname as rel, coalesce(k.class, '?') as class from pg_class c join pg_namespace n on n.oid = c.relnamespace
       left join ddl.class k on k.rel = c.oid where c.relkind in ('r', 'p', 'v', 'm') and n.nspname in ('app', 'auth', 'secret', 'audit', 'ddl', 'ctx')
      order by 1`,
  );
  tables = rows;
});
afterAll(async () => {
  await admin?.end();
  await app?.end();
  await world?.close();
  await database?.drop();
});

/** Puts a context on the connection inside an open transaction. */
async function enter(context: Context): Promise<void> {
  if (context === "none") return;
  if (context === "forged") {
    await app.query("select set_config('yc.ctx', repeat('0', 64) || $1, true)", [
      `|${TENANT}|${TENANT}|018f0000-0000-7000-8000-00000000000f|officer|018f0000-0000-7000-8000-00000000000f`,
    ]);
    return;
  }
  if (context === "replayed") {
    await app.query("select set_config('yc.ctx', $1, true)", [stolen]);
    return;
  }
  const who = {
    "other tenant": "other-officer",
    "rival hospital": "rival",
    "unassigned expert": "unassigned-expert",
  } as const;
  const { sessionHash, hat, tenant } = await world.as(who[context]);
  await app.query("select ctx.enter($1, $2, $3)", [sessionHash, hat, tenant]);
}

/** A context that was valid in an earlier transaction of the same connection. */
let stolen = "";
async function steal(): Promise<void> {
  const { sessionHash, hat, tenant } = await world.as("officer");
  await app.query("begin");
  await app.query("select ctx.enter($1, $2, $3)", [sessionHash, hat, tenant]);
  const { rows } = await app.query<{ s: string }>("select current_setting('yc.ctx') as s");
  stolen = rows[0]?.s ?? "";
  await app.query("rollback");
}

/** Rows of the tenant that are not the rival's own. */
const foreign = (columns: string[]): string =>
  columns.includes("tenant_id")
    ? ` where tenant_id = ${TENANT}${columns.includes("party_id") ? ` and party_id <> ${RIVAL}` : ""}`
    : "";

const STATEMENTS: Record<Verb, (rel: string, columns: string[]) => string> = {
  select: (rel, columns) => `select 1 from ${rel}${foreign(columns)}`,
  insert: (rel) => `insert into ${rel} select (jsonb_populate_record(null::${rel}, $1)).*`,
  update: (rel, columns) => `update ${rel} set ${columns[0] ?? "x"} = ${columns[0] ?? "x"}`,
  delete: (rel) => `delete from ${rel}`,
  truncate: (rel) => `truncate ${rel}`,
};

/** A row of the tenant with keys that are free, so that only row security can refuse it. */
async function freshRow(rel: string): Promise<string> {
  const { rows } = await admin.query<{ row: { [column: string]: unknown } | null }>(
    `select (select to_jsonb(r) from ${rel} r limit 1) as row`,
  );
  const free = {
    case_id: randomUUID(),
    file_id: randomUUID(),
    key: randomUUID(),
    root_id: randomUUID(),
    center_id: randomUUID(),
  };
  const row = rows[0]?.row ?? {};
  return JSON.stringify({
    ...row,
    ...Object.fromEntries(Object.entries(free).filter(([column]) => column in row)),
  });
}

/** How many rows a probe touched; refused counts as none. */
async function probe(table: Table, verb: Verb, context: Context): Promise<number> {
  const { rows } = await admin.query<{ column: string }>(
    "select attname as column from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum",
    [table.rel],
  );
  const row = verb === "insert" ? await freshRow(table.rel) : undefined;
  await app.query("begin");
  try {
    await enter(context);
    const text = STATEMENTS[verb](
      table.rel,
      rows.map(({ column }) => column),
    );
    const { rowCount } = await app.query(text, row === undefined ? [] : [row]);
    return rowCount ?? 0;
  } catch {
    return 0;
  } finally {
    await app.query("rollback");
  }
}

/** Rows that this reader may see by the class of the table: what is published to every hat of the same tenant. */
const mayRead = ({ class: kind }: Table, context: Context): boolean =>
  kind === "reference" ||
  (SHARED.includes(kind) && (context === "rival hospital" || context === "unassigned expert"));

describe("probes of every table", () => {
  test("every table of app has a class, and every class is known", () => {
    expect(tables.filter(({ rel, class: kind }) => rel.startsWith("app.") && kind === "?")).toEqual([]);
    expect(tables.length).toBeGreaterThan(30);
  });

  test("the probes stand on rows: every tenant table of app has one of the tenant", async () => {
    const empty: string[] = [];
    for (const { rel, class: kind } of tables.filter(({ rel: name }) => name.startsWith("app."))) {
      const where = kind === "reference" ? "" : ` where tenant_id = ${TENANT}`;
      const { rows } = await admin.query<{ n: number }>(`select count(*)::int as n from ${rel}${where}`);
      if (rows[0]?.n === 0) empty.push(rel);
    }
    expect(empty).toEqual([]);
  });

  test.each(CONTEXTS)(
    "context %s touches nothing that is not its own",
    { timeout: 60_000 },
    async (context) => {
      await steal();
      const leaks: string[] = [];
      let probes = 0;
      for (const table of tables) {
        for (const verb of VERBS) {
          probes += 1;
          const touched = await probe(table, verb, context);
          if (touched > 0 && !(verb === "select" && mayRead(table, context)))
            leaks.push(`${verb} ${table.rel}: ${touched} rows`);
        }
      }
      expect(leaks).toEqual([]);
      expect(probes).toBeGreaterThan(150);
    },
  );

  test("those who have a right see their rows", async () => {
    const { sessionHash, hat, tenant } = await world.as("officer");
    const blind: string[] = [];
    const notForOfficers = ["app.draft", "audit.entry"];
    for (const { rel, class: kind } of tables) {
      if (kind === "?" || notForOfficers.includes(rel)) continue;
      await app.query("begin");
      await app.query("select ctx.enter($1, $2, $3)", [sessionHash, hat, tenant]);
      const { rowCount } = await app.query(`select 1 from ${rel}`);
      if (rowCount === 0) blind.push(rel);
      await app.query("rollback");
    }
    expect(blind).toEqual([]);
  });

  test("a hospital inserts its own draft, so that an insert that is refused means something", async () => {
    const { sessionHash, hat, tenant } = await world.as("hospital");
    await app.query("begin");
    await app.query("select ctx.enter($1, $2, $3)", [sessionHash, hat, tenant]);
    const { rowCount } = await app.query(STATEMENTS.insert("app.draft", []), [await freshRow("app.draft")]);
    await app.query("rollback");
    expect(rowCount).toBe(1);
  });

  test("a pin that is dropped lets the probes find a leak", async () => {
    await admin.query("drop policy pin on app.center");
    await admin.query("create policy everyone on app.center for select to yc_app using (true)");
    try {
      expect(await probe({ rel: "app.center", class: "party" }, "select", "other tenant")).toBeGreaterThan(0);
    } finally {
      await admin.query("drop policy everyone on app.center");
      await admin.query("select ddl.keep('app.center', 'party')");
    }
    expect(await probe({ rel: "app.center", class: "party" }, "select", "other tenant")).toBe(0);
  });
});
