import { randomUUID } from "node:crypto";
import { Client } from "pg";

declare module "vitest" {
  export interface ProvidedContext {
    /** Superuser's connection string to the test server; see cloneDatabase. */
    postgresUrl: string;
  }
}

/** The migrated database that every clone starts from. */
export const TEMPLATE = "yichuang_template";

/** A database of one test file. */
export interface ClonedDatabase {
  readonly name: string;
  /** Connection string; the superuser where no role is given. Tests of isolation pass the role that requests use. */
  readonly url: (role?: string) => string;
  readonly drop: () => Promise<void>;
}

/**
 * A fresh copy of the template, made in some tens of milliseconds. `serverUrl` is a superuser's connection string to
 * any database of the server; tests get it from Vitest's `inject("postgresUrl")`.
 */
export async function cloneDatabase(serverUrl: string, template = TEMPLATE): Promise<ClonedDatabase> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await runStatement(serverUrl, `create database ${name} template ${template} strategy file_copy`);
  return {
    name,
    url: (role) => databaseUrl(serverUrl, name, role),
    drop: () => runStatement(serverUrl, `drop database if exists ${name} with (force)`),
  };
}

/** The same server, another database and perhaps another role. */
export function databaseUrl(serverUrl: string, database: string, role?: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  if (role !== undefined) url.username = role;
  return url.href;
}

/** One statement on a connection of its own. */
export async function runStatement(connectionString: string, statement: string): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
