import { readFileSync } from "node:fs";
import path from "node:path";
import { assertOwnRole, migrate, openPools } from "@yichuang/db";
import { type EmbeddedPostgres, startEmbedded } from "@yichuang/db/embedded";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");
const DATABASE = "yichuang";

// Roles belong to a whole server, and the shared test server has made its own: this needs one where nothing is made yet.
let server: EmbeddedPostgres;
beforeAll(async () => {
  const dataDir = path.join(root, ".data/test-roles", String(process.pid));
  server = await startEmbedded({ dataDir, disposable: true });
  await ask(server.url(), `create database ${DATABASE}`);
  const roles = readFileSync(path.join(root, "infra/postgres/roles.sql"), "utf8");
  await ask(server.url(DATABASE), roles);
  await ask(server.url(DATABASE), roles);
  await migrate({ adminUrl: server.url(DATABASE, "yc_migrate") });
});
afterAll(() => server.stop());

async function ask(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(statement);
    return rows;
  } finally {
    await client.end();
  }
}

describe("the roles of roles.sql", () => {
  test("let a migration run without a superuser, and again without change", async () => {
    expect(await migrate({ adminUrl: server.url(DATABASE, "yc_migrate") })).toEqual([]);
  });

  test.each([
    ["yc_app", "yc_worker", true],
    ["yc_migrate", "yc_backup", false],
  ])("%s and %s may serve requests: %s", async (app, worker, may) => {
    const pools = openPools({
      appUrl: server.url(DATABASE, app),
      workerUrl: server.url(DATABASE, worker),
      publicUrl: server.url(DATABASE, "yc_public"),
    });
    const accepted = await Promise.allSettled([assertOwnRole(pools.app), assertOwnRole(pools.worker)]);
    expect(accepted.map(({ status }) => status === "fulfilled")).toEqual([may, may]);
    await pools.close();
  });

  test("own nothing where they log in", async () => {
    const owned = await ask(
      server.url(DATABASE),
      `select c.relname, r.rolname from pg_class c join pg_roles r on r.oid = c.relowner
       where r.rolcanlogin and not r.rolsuper and c.relnamespace::regnamespace::text in ('app', 'auth', 'ctx', 'secret', 'audit')`,
    );
    expect(owned).toEqual([]);
  });

  test("let yc_backup read every table that a dump holds, and write none", async () => {
    const url = server.url(DATABASE, "yc_backup");
    const tables = await ask(
      url,
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    expect(tables.length).toBeGreaterThan(20);
    for (const { name } of tables)
      await ask(url, `set row_security = off; select count(*) from ${String(name)}`);
    const write = ask(url, "begin read write; delete from app.space");
    await expect(write).rejects.toThrow("permission denied");
  });
});
