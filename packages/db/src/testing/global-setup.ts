import { randomUUID } from "node:crypto";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { type EmbeddedPostgres, startEmbedded } from "../embedded/index.ts";
import { migrate } from "../index.ts";
import { databaseUrl, runStatement, TEMPLATE } from "./clone-database.ts";

// Vitest loads this file once per project, each in a module graph of its own but in one process.
const shared = globalThis as { yichuangTestServer?: { users: number; server: Promise<EmbeddedPostgres> } };

/** One server with a migrated template for all projects that need PostgreSQL; the last one to finish stops it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.yichuangTestServer ??= { users: 0, server: boot() };
  const running = shared.yichuangTestServer;
  running.users += 1;
  const server = await running.server;
  project.provide("postgresUrl", server.url());
  return async () => {
    running.users -= 1;
    if (running.users > 0) return;
    delete shared.yichuangTestServer;
    await server.stop();
  };
}

async function boot(): Promise<EmbeddedPostgres> {
  const root = path.resolve(import.meta.dirname, "../../../..");
  const dataDir = path.join(root, ".data/test", `postgres-${randomUUID()}`);
  const server = await startEmbedded({ dataDir, disposable: true });
  try {
    await runStatement(server.url(), `create database ${TEMPLATE}`);
    await migrate({ adminUrl: databaseUrl(server.url(), TEMPLATE) });
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  }
}
