// The schema as it is after all migrations, so that a change of it is seen in review.
import { Client } from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { cloneDatabase, type ClonedDatabase } from "./testing/clone-database.ts";

let database: ClonedDatabase;
beforeAll(async () => {
  database = await cloneDatabase(inject("postgresUrl"));
});
afterAll(() => database?.drop());

const OURS = "n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'";
const PARTS = {
  columns: `select format('%s.%s.%s %s%s', n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
      case when a.attnotnull then ' not null' else '' end) as line
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where ${OURS} and c.relkind in ('r', 'p', 'v') and a.attnum > 0 and not a.attisdropped order by n.nspname collate "C", c.relname collate "C", a.attnum`,
  constraints: `select format('%s.%s %s', n.nspname, c.relname, pg_get_constraintdef(k.oid)) as line
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where ${OURS}`,
  indexes: `select indexdef as line from pg_indexes n where schemaname not in ('pg_catalog', 'information_schema')`,
  "row security": `select format('%s.%s %s%s', n.nspname, c.relname, case when c.relrowsecurity then 'enabled' else 'off' end,
      case when c.relforcerowsecurity then ' forced' else '' end) as line
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${OURS} and c.relkind in ('r', 'p')`,
  policies: `select format('%s.%s %s %s to %s using %s check %s', schemaname, tablename, policyname, cmd, roles, qual, with_check) as line
    from pg_policies`,
  grants: `select format('%s.%s %s %s', table_schema, table_name, grantee, string_agg(privilege_type, ',' order by privilege_type)) as line
    from information_schema.role_table_grants where grantee like 'yc\\_%' group by table_schema, table_name, grantee`,
  functions: `select format('%s.%s(%s) returns %s owner %s%s execute %s', n.nspname, p.proname, pg_get_function_identity_arguments(p.oid),
      pg_get_function_result(p.oid), pg_get_userbyid(p.proowner), case when p.prosecdef then ' security definer' else '' end,
      coalesce(p.proacl::text, 'public')) as line
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${OURS}`,
};

test("is the one that is committed", async () => {
  const client = new Client({ connectionString: database.url() });
  await client.connect();
  try {
    const parts: string[] = [];
    for (const [title, text] of Object.entries(PARTS)) {
      const { rows } = await client.query<{ line: string }>(text);
      expect(rows.length).toBeGreaterThan(0);
      const lines = rows.map(({ line }) => line.replaceAll(/\s+/g, " "));
      // a server sorts after its own locale
      const sorted = title === "columns" ? lines : lines.toSorted();
      parts.push(`# ${title}\n${sorted.join("\n")}\n`);
    }
    await expect(parts.join("\n")).toMatchFileSnapshot("schema.snapshot.txt");
  } finally {
    await client.end();
  }
});
