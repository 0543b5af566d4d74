// Administrators' functions, from the catalogue: nobody else gets anything done or read through them.
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Policy } from "@yichuang/policy";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { cloneDatabase, type ClonedDatabase } from "../testing/clone-database.ts";
import { openProbeWorld, type ProbeWorld, TENANT } from "../testing/probe-world.ts";

const pack = path.resolve(import.meta.dirname, "../../../policy/packs/fuling/policy.json");
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
});
afterAll(async () => {
  await admin?.end();
  await app?.end();
  await world?.close();
  await database?.drop();
});

const ID = "018f0000-0000-7000-8000-00000000000a";
const ASKED = JSON.stringify({
  tenant: TENANT,
  id: ID,
  policy: "p",
  version: 9,
  hash: "a".repeat(64),
  base: "a".repeat(64),
  title: "t",
  body: {},
  overlay: {},
  year: 2023,
  call: "c",
  from: "2030-01-01",
  rehearsal: {},
  name: "n",
  uscc: "12500102MB1A0009XX",
  root: ID,
  enrolment: ID,
  party: TENANT,
  role: "tenant-admin",
  signIn: "intruder",
  passwordHash: "x",
  hat: ID,
});
const ARGUMENTS: { readonly [signature: string]: unknown[] } = {
  "p jsonb": [ASKED],
  "p_tenant integer": [TENANT],
  "p_tenant integer, p_id uuid": [TENANT, ID],
  "": [],
};

interface Fn {
  name: string;
  args: string;
}
async function functions(): Promise<Fn[]> {
  const { rows } = await admin.query<Fn>(
    `select n.nspname || '.' || p.proname as name, pg_get_function_identity_arguments(p.oid) as args
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosrc ~ '(app.administered|app.is_platform|auth.administers)\\(' and has_function_privilege('yc_app', p.oid, 'execute')
      order by 1`,
  );
  return rows;
}

/** The SQLSTATE of a call under a hat; "done" where it went through. */
async function callAs(who: Parameters<ProbeWorld["as"]>[0] | undefined, { name, args }: Fn): Promise<string> {
  const values = ARGUMENTS[args];
  if (values === undefined) throw new Error(`no arguments for ${name}(${args})`);
  await app.query("begin");
  try {
    if (who !== undefined) {
      const { sessionHash, hat, tenant } = await world.as(who);
      await app.query("select ctx.enter($1, $2, $3)", [sessionHash, hat, tenant]);
    }
    await app.query(`select ${name}(${values.map((_value, at) => `$${at + 1}`).join(", ")})`, values);
    return "done";
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : String(error);
  } finally {
    await app.query("rollback");
  }
}

const LEADERS_AND_OFFICERS_READ = ["app.find_policy_version", "app.list_policy_versions"];

describe("administrators' functions", () => {
  test("are all found", async () => expect((await functions()).length).toBeGreaterThanOrEqual(12));

  test.each([undefined, "rival", "hospital", "expert", "other-officer"] as const)(
    "refuse %s",
    async (who) => {
      for (const fn of await functions())
        expect([fn.name, await callAs(who, fn)]).toEqual([fn.name, "42501"]);
    },
  );
  test("let an officer read its own tenant's versions, and do nothing", async () => {
    for (const fn of await functions()) {
      const expected = LEADERS_AND_OFFICERS_READ.includes(fn.name) ? "done" : "42501";
      expect([fn.name, await callAs("officer", fn)]).toEqual([fn.name, expected]);
    }
  });
  test("leave nobody in another context than before", async () => {
    const { sessionHash, hat, tenant } = await world.as("admin");
    await app.query("begin");
    await app.query("select ctx.enter($1, $2, $3)", [sessionHash, hat, tenant]);
    const context = async () =>
      (await app.query<{ c: string }>("select current_setting('yc.ctx') as c")).rows[0]?.c;
    const before = await context();
    await app.query("select app.save_policy($1)", [ASKED]);
    await app.query("select app.list_policy_versions($1)", [TENANT]);
    expect(await context()).toBe(before);
    await app.query("rollback");
  });
  test("a tenant's administrator does not make one of the platform", async () => {
    const { sessionHash, hat, tenant } = await world.as("admin");
    await app.query("begin");
    await app.query("select ctx.enter($1, $2, $3)", [sessionHash, hat, tenant]);
    for (const [role, party] of [
      ["platform-admin", 1],
      ["platform-admin", TENANT],
      ["officer", 1],
      ["officer", 110],
    ]) {
      const asked = { ...(JSON.parse(ASKED) as object), role, party };
      const { rows } = await app.query<{ answer: string }>("select auth.put_person($1) as answer", [
        JSON.stringify(asked),
      ]);
      expect(JSON.parse(rows[0]?.answer ?? "")).toEqual({ refused: "no-such-hat" });
    }
    await app.query("rollback");
  });
});
