// `npm start`: database, migrations, demonstration, web and server; prints the address and the demo accounts.
import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import type { DemoControl } from "@yichuang/api";
import {
  advanceDemo,
  assertOwnRole,
  migrate,
  openPools,
  type Pools,
  type PoolUrls,
  urlsByRole,
} from "@yichuang/db";
import { startEmbedded } from "@yichuang/db/embedded";
import { createServer, readEnvironment, type Settings } from "@yichuang/server";
import { DEMO_ACCOUNTS, DEMO_FROM, DEMO_TO, resetToBeginning, seedDemo } from "./demo/seed.ts";
import { startSweeping } from "./sweeping.ts";
import { buildWeb } from "./web-build.ts";

const root = path.resolve(import.meta.dirname, "..");
const began = performance.now();
const say = (words: string): void => console.log(`[${Math.round(performance.now() - began)} ms] ${words}`);

interface Database extends PoolUrls {
  adminUrl: string;
  stop: () => Promise<void>;
}

async function openDatabase(settings: Settings): Promise<Database> {
  const { databaseUrl, appUrl, workerUrl, publicUrl } = settings;
  if (databaseUrl !== undefined) {
    const own =
      appUrl === undefined || workerUrl === undefined || publicUrl === undefined
        ? urlsByRole((role) => inRole(databaseUrl, role))
        : { appUrl, workerUrl, publicUrl };
    return {
      adminUrl: databaseUrl,
      ...own,
      stop: async () => {},
    };
  }
  mkdirSync(settings.dataDir, { recursive: true });
  const server = await startEmbedded({ dataDir: path.join(settings.dataDir, "postgres") });
  say(`PostgreSQL 在端口 ${server.port}`);
  return {
    adminUrl: server.url("postgres"),
    ...urlsByRole((role) => server.url("postgres", role)),
    stop: server.stop,
  };
}

/** The same address in another role from the first statement on: enough for a demonstration with one login. */
function inRole(databaseUrl: string, role: string): string {
  const url = new URL(databaseUrl);
  url.searchParams.set("options", `-c role=${role} -c timezone=UTC`);
  return url.href;
}

const demoControl = (pools: Pools): DemoControl => ({
  accounts: DEMO_ACCOUNTS,
  from: DEMO_FROM,
  to: DEMO_TO,
  // 09:00 of that day
  advanceTo: async (day) => {
    await advanceDemo(pools, `${day}T01:00:00.000Z`);
  },
  reset: () => resetToBeginning(pools),
});

const settings = readEnvironment(process.env, root);
const database = await openDatabase(settings);
const applied = await migrate({ adminUrl: database.adminUrl });
if (applied.length > 0) say(`数据库已更新：${applied.length} 步`);
const pools = openPools(database);
await assertOwnRole(pools.app);
if (settings.demo && (await seedDemo(pools))) say("演示数据已装入");

const webDir = path.join(root, "apps/web/dist");
if (process.env["NO_WEB"] === undefined && (await buildWeb(root, webDir))) say("网页已构建");
const server = await createServer({
  pools,
  filesDir: path.join(settings.dataDir, "files"),
  secure: settings.secure,
  log: true,
  ...(existsSync(path.join(webDir, "index.html")) ? { webDir } : {}),
  ...(settings.demo ? { demo: demoControl(pools) } : {}),
});
const address = await server.listen({ host: settings.host, port: settings.port });
const sweeping = startSweeping(pools);

if (settings.demo) {
  console.table(
    DEMO_ACCOUNTS.map(({ signIn, password, name, unit, role }) => ({
      账号: signIn,
      密码: password,
      姓名: name,
      单位: unit,
      角色: role,
    })),
  );
}
say(`医创已就绪：${address}`);

let closing = false;
async function close(): Promise<void> {
  if (closing) return;
  closing = true;
  sweeping.stop();
  await server.close();
  await pools.close();
  await database.stop();
  process.exit(0);
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void close());
// under npm a TERM ends npm and its shell but never reaches this process: watch for the parent's end
const parent = process.ppid;
setInterval(() => process.ppid !== parent && void close(), 1_000).unref();
