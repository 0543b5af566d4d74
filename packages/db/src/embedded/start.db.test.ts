import { randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startEmbedded } from "./start.ts";

const DEAD_PROCESS = 2 ** 22 + 1; // above the largest process id that Linux hands out

let folder: string;
beforeEach(() => {
  folder = path.resolve(import.meta.dirname, "../../../../.data/test-embedded", randomUUID());
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function ask(url: string, statement: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(statement);
    return Object.values(rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

describe("the embedded server", () => {
  test("keeps its data over a stop and a start", async () => {
    const first = await startEmbedded({ dataDir: path.join(folder, "kept") });
    await ask(first.url(), "create table remembered as select '医创' as word");
    await first.stop();
    const second = await startEmbedded({ dataDir: path.join(folder, "kept") });
    expect(await ask(second.url(), "select word from remembered")).toBe("医创");
    await second.stop();
  });

  test("takes Chinese characters for letters", async () => {
    const server = await startEmbedded({ dataDir: path.join(folder, "letters"), disposable: true });
    expect(await ask(server.url(), String.raw`select '瀍河' ~ '^\w+$'`)).toBe(true);
    await server.stop();
  });

  test("is shared by a second start, which does not stop it", async () => {
    const dataDir = path.join(folder, "shared");
    const first = await startEmbedded({ dataDir });
    const second = await startEmbedded({ dataDir });
    expect(second.port).toBe(first.port);
    await second.stop();
    expect(await ask(first.url(), "select 1")).toBe(1);
    await first.stop();
  });

  test("is taken over and stopped where its owner has died", async () => {
    const dataDir = path.join(folder, "orphan");
    const orphan = await startEmbedded({ dataDir });
    writeFileSync(`${dataDir}.owner`, String(DEAD_PROCESS));
    const adopter = await startEmbedded({ dataDir });
    expect(adopter.port).toBe(orphan.port);
    await adopter.stop();
    await expect(ask(orphan.url(), "select 1")).rejects.toThrow("ECONNREFUSED");
  });

  test("leaves nothing behind when it is disposable, and sweeps what a dead run left", async () => {
    const left = path.join(folder, "left");
    await startEmbedded({ dataDir: left, disposable: true });
    writeFileSync(`${left}.owner`, String(DEAD_PROCESS));
    const next = await startEmbedded({ dataDir: path.join(folder, "next"), disposable: true });
    expect(existsSync(left)).toBe(false);
    await next.stop();
    expect(existsSync(path.join(folder, "next"))).toBe(false);
  });

  test("says what PostgreSQL logged when it does not start", async () => {
    const dataDir = path.join(folder, "broken");
    const start = startEmbedded({ dataDir, disposable: true, settings: { max_connections: "none" } });
    await expect(start).rejects.toThrow('invalid value for parameter "max_connections"');
  });

  test("works in a folder that only its owner may enter, as root too", async () => {
    const closed = mkdtempSync(path.join(tmpdir(), "closed-")); // mkdtemp makes it 0700
    const server = await startEmbedded({ dataDir: path.join(closed, "data"), disposable: true });
    expect(await ask(server.url(), "select 1")).toBe(1);
    await server.stop();
    rmSync(closed, { recursive: true });
  });
});
