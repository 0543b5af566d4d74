// The server is killed in the middle of acts and started again: each act has happened wholly or not at all, and the
// same click sent again has one effect.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { verifyReplay } from "@yichuang/db";
import { cloneDatabase, type ClonedDatabase } from "@yichuang/db/testing";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
// @boundaries-ignore the browser plays the same journey as the scripts
import { type Actor, newKey, signInAs } from "../../../scripts/journey/world.ts";

const root = path.resolve(import.meta.dirname, "../../..");
const dataDir = mkdtempSync(path.join(tmpdir(), "yichuang-kill-"));
let database: ClonedDatabase;
let server: ChildProcess | undefined;
let port = 0;
const address = (): string => `http://127.0.0.1:${port}`;

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const found = probe.address();
      probe.close(() =>
        found !== null && typeof found === "object" ? resolve(found.port) : reject(new Error("no port")),
      );
    });
  });

async function start(): Promise<void> {
  server = spawn(process.execPath, ["scripts/start.ts"], {
    cwd: root,
    stdio: "ignore",
    env: {
      ...process.env,
      PORT: String(port),
      DATABASE_URL: database.url(),
      YC_DATA_DIR: dataDir,
      NO_WEB: "1",
    },
  });
  const deadline = Date.now() + 20_000;
  while (!(await isReady())) {
    if (Date.now() > deadline) throw new Error("the server did not become ready in 20 s");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const isReady = (): Promise<boolean> =>
  fetch(`${address()}/readyz`).then(
    (answer) => answer.ok,
    () => false,
  );

async function kill(): Promise<void> {
  const dying = server;
  const gone = new Promise((resolve) => dying?.once("exit", resolve));
  dying?.kill("SIGKILL");
  await gone;
}

beforeAll(async () => {
  database = await cloneDatabase(inject("postgresUrl"));
  port = await freePort();
  await start();
});
afterAll(async () => {
  await kill();
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

test(
  "killed in the middle of acts, nothing is lost and nothing happens twice",
  { timeout: 120_000 },
  async () => {
    let manager: Actor = await signInAs(address(), { signIn: "first-manager" });
    const opened: string[] = [];
    for (let round = 0; round < 10; round++) {
      const asked = {
        as: manager.as,
        key: newKey(),
        act: { procedure: "entry", year: 2022, name: `中心 ${round}`, type: "stic" },
      };
      const first = manager.api.act.openCase.mutate(asked).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, round * 4));
      await kill();
      const before = await first;
      await start();
      // the session is a row: it outlives the server
      const again = await manager.api.act.openCase.mutate(asked);
      expect(again.kind).toBe("done");
      expect(again).toEqual(before ?? again);
      if (again.kind === "done") opened.push(...again.cases);
    }
    expect(new Set(opened).size).toBe(10);
    const { rows } = await manager.api.case.list.query({
      as: manager.as,
      purposes: ["entry"],
      sort: "title",
      descending: false,
      page: 1,
    });
    expect(rows).toHaveLength(10);
    expect(await verifyReplay({ adminUrl: database.url() })).toEqual([]);
    manager = await signInAs(address(), { signIn: "admin", role: "tenant-admin" });
    const { broken } = await manager.api.supervision.audit.query({ as: manager.as, page: 1 });
    expect(broken).toBeNull();
  },
);
