// A dispatch is read by its sender, its addressee and whom it is about, each where it stands; nobody writes another's row.
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Policy } from "@yichuang/policy";
import { Client } from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { cloneDatabase, type ClonedDatabase } from "../testing/clone-database.ts";
import { HOSPITAL, openProbeWorld, type ProbeWorld, TENANT } from "../testing/probe-world.ts";

const pack = path.resolve(import.meta.dirname, "../../../policy/packs/fuling/policy.json");
const ABOVE = 110;
const ROOT = "018f0000-0000-7000-8000-000000000001";

let database: ClonedDatabase;
let world: ProbeWorld;
let admin: Client;
let app: Client;

beforeAll(async () => {
  database = await cloneDatabase(inject("postgresUrl"));
  world = await openProbeWorld(database, JSON.parse(readFileSync(pack, "utf8")) as Policy);
  admin = new Client({ connectionString: database.url() });
  app = new Client({ connectionString: database.url("yc_app") });
  await Promise.all([admin.connect(), app.connect()]);
  await admin.query(
    "insert into app.dispatch values ($1, $2, 'k', $3, $4, 'recommendation', 'p', null, 't', 'w', '2022-10-19', null, '{}')",
    [TENANT, ROOT, HOSPITAL, ABOVE],
  );
  await admin.query(
    "insert into app.dispatch_answer values ($1, $2, $3, 'k', $4, 'received', 'w', '2022-10-19', 'n')",
    [ABOVE, TENANT, ROOT, HOSPITAL],
  );
});
afterAll(async () => {
  await app?.end();
  await admin?.end();
  await world?.close();
  await database?.drop();
});

type Who = Parameters<ProbeWorld["as"]>[0];

/** Rows of both tables that somebody reads, and how many of each a statement of theirs touches. */
async function under(who: Who, text: string): Promise<number> {
  const { sessionHash, hat, tenant } = await world.as(who);
  await app.query("begin");
  try {
    await app.query("select ctx.enter($1, $2, $3)", [sessionHash, hat, tenant]);
    const { rowCount } = await app.query(text);
    return rowCount ?? 0;
  } catch {
    return 0;
  } finally {
    await app.query("rollback");
  }
}

test.each([
  ["officer", 1],
  ["other-officer", 1],
  ["hospital", 1],
  ["rival", 0],
  ["expert", 0],
] as const)("%s reads %d of a dispatch and of its answer", async (who, n) => {
  expect(await under(who, "select 1 from app.dispatch")).toBe(n);
  expect(await under(who, "select 1 from app.dispatch_answer")).toBe(n);
});

test("neither side writes a row by itself", async () => {
  for (const who of ["officer", "other-officer", "hospital"] as const) {
    expect(await under(who, "update app.dispatch set words = 'x'")).toBe(0);
    expect(await under(who, "delete from app.dispatch_answer")).toBe(0);
  }
});

test("an inbox holds what is addressed to the party that stands there", async () => {
  await admin.query(
    "insert into app.obligation (tenant_id, root_id, obligation_key, party_id, to_space, to_role, act, year, title, matter, opens_at, state) values ($1, $2, 'k', $3, $3, 'institution-manager', 'submit', 2022, 't', 'm', '2022-01-01', 'open')",
    [TENANT, ROOT, HOSPITAL],
  );
  const totalOf = async (who: Who): Promise<number> => {
    const { sessionHash, hat, tenant } = await world.as(who);
    await app.query("begin");
    await app.query("select ctx.enter($1, $2, $3)", [sessionHash, hat, tenant]);
    const { rows } = await app.query<{ inbox: string }>("select app.inbox(10, 0) as inbox");
    await app.query("rollback");
    return (JSON.parse(rows[0]?.inbox ?? "{}") as { total: number }).total;
  };
  expect(await totalOf("hospital")).toBe(1);
  expect(await totalOf("rival")).toBe(0);
  expect(await totalOf("officer")).toBe(0);
  expect(await totalOf("other-officer")).toBe(0);
  await expect(app.query("select app.inbox(10, 0)")).rejects.toThrow("no context");
});
