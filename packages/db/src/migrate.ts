// Brings a database to the present schema. The only step that needs an owner-capable connection.
import { randomBytes } from "node:crypto";
import { CompiledQuery, Kysely, PostgresDialect, sql } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { Pool } from "pg";
import { above } from "./migrations/m46-above.ts";
import { boards } from "./migrations/m30-boards.ts";
import { audit } from "./migrations/m06-audit.ts";
import { authFunctions } from "./migrations/m09-auth.ts";
import { commit } from "./migrations/m07-commit.ts";
import { ownStanding } from "./migrations/m45-own-standing.ts";
import { everybody } from "./migrations/m44-public.ts";
import { publishing } from "./migrations/m39-published.ts";
import { dispatches } from "./migrations/m41-dispatches.ts";
import { inbox } from "./migrations/m42-inbox.ts";
import { branches } from "./migrations/m36-branches.ts";
import { leadHost } from "./migrations/m35-lead-host.ts";
import { network } from "./migrations/m34-network.ts";
import { timeFollows } from "./migrations/m28-time-follows.ts";
import { cohorts } from "./migrations/m25-cohorts.ts";
import { tenantInstitutions } from "./migrations/m29-tenant-institutions.ts";
import { context } from "./migrations/m03-context.ts";
import { keep } from "./migrations/m04-keep.ts";
import { nearestFirst } from "./migrations/m12-nearest-first.ts";
import { load } from "./migrations/m08-load.ts";
import { parties } from "./migrations/m17-parties.ts";
import { partyRulings } from "./migrations/m19-party-rulings.ts";
import { partyReads } from "./migrations/m18-party-reads.ts";
import { policyAdmin } from "./migrations/m21-policy-admin.ts";
import { platform } from "./migrations/m10-platform.ts";
import { regions } from "./migrations/m38-regions.ts";
import { registers } from "./migrations/m15-registers.ts";
import { registry } from "./migrations/m22-registry.ts";
import { roles } from "./migrations/m01-roles.ts";
import { spaces } from "./migrations/m02-spaces.ts";
import { stages } from "./migrations/m13-stages.ts";
import { tables } from "./migrations/m05-tables.ts";
import { readRegions } from "./platform/regions.ts";

const step = (text: string): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await db.executeQuery(CompiledQuery.raw(text));
  },
});

/** The signing key: real randomness, made once, readable by the definer functions only (rulings 21). */
const key: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql`insert into secret.ctx_key (inner_key, outer_key) values (${randomBytes(64)}, ${randomBytes(64)})`.execute(
      db,
    );
  },
};

const MIGRATIONS: Record<string, Migration> = {
  "01-roles": step(roles),
  "02-spaces": step(spaces),
  "03-context": step(context),
  "04-key": key,
  "05-keep": step(keep),
  "06-tables": step(tables),
  "07-audit": step(audit),
  "08-commit": step(commit),
  "09-load": step(load),
  "10-auth": step(authFunctions),
  "11-platform": step(platform),
  "12-nearest-first": step(nearestFirst),
  "13-stages": step(stages),
  "15-registers": step(registers),
  "17-parties": step(parties),
  "18-party-reads": step(partyReads),
  "19-party-rulings": step(partyRulings),
  "21-policy-admin": step(policyAdmin),
  "22-registry": step(registry),
  "25-cohorts": step(cohorts),
  "28-time-follows": step(timeFollows),
  "29-tenant-institutions": step(tenantInstitutions),
  "30-boards": step(boards),
  "34-network": step(network),
  "35-lead-host": step(leadHost),
  "36-branches": step(branches),
  "38-regions": step(regions),
  "39-published": step(publishing),
  "41-dispatches": step(dispatches),
  "42-inbox": step(inbox),
  "44-public": step(everybody),
  "45-own-standing": step(ownStanding),
  "46-above": step(above),
};

/** Names of the migrations that were applied now; empty where the database is up to date. */
export async function migrate({ adminUrl }: { adminUrl: string }): Promise<string[]> {
  const pool = new Pool({ connectionString: adminUrl, max: 1 });
  pool.on("error", () => {});
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const migrator = new Migrator({
      db,
      provider: { getMigrations: async () => MIGRATIONS },
      migrationTableSchema: "ddl_log",
    });
    await sql`create schema if not exists ddl_log`.execute(db);
    const { error, results } = await migrator.migrateToLatest();
    if (error !== undefined)
      throw error instanceof Error ? error : new Error("the migration failed", { cause: error });
    // what a new release knows beyond the former one comes in, too
    await sql`select app.put_regions(${JSON.stringify(readRegions())}::jsonb)`.execute(db);
    return (results ?? [])
      .filter((result) => result.status === "Success")
      .map((result) => result.migrationName);
  } finally {
    await db.destroy();
  }
}
