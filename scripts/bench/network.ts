// Sums, pages and searches of the network over 31 provinces, 340 cities and 3,200 districts, under row security, beside
// the bare statement of a superuser in the same run.
import { createHash, randomBytes } from "node:crypto";
import path from "node:path";
import {
  countPublished,
  createSession,
  foldRollups,
  listPublished,
  migrate,
  onboardAccount,
  openPools,
  type Pools,
  readRollup,
  type Scope,
  urlsByRole,
  withScope,
} from "@yichuang/db";
import { startEmbedded } from "@yichuang/db/embedded";
import { Client } from "pg";

const [NATION, PROVINCE, CITY, DISTRICT] = [2_000_000, 2_000_001, 2_001_000, 2_010_000];
const PROVINCES = 31;
const CITIES = 340;
const DISTRICTS = 3200;
const PAIRS = 21;

/** The tree of authorities and `most` centers in it, as if each had been published by its own tenant. */
async function fill(admin: Client, most: number): Promise<void> {
  await admin.query(`insert into app.space (tenant_id, kind, parent_id, tier, region_code, name, root_id)
    select ${NATION}, 'authority', null, 'national', null, '国家', gen_random_uuid()
    union all select ${PROVINCE} + i, 'authority', ${NATION}, 'provincial', null, '省' || i, gen_random_uuid() from generate_series(0, ${PROVINCES - 1}) i
    union all select ${CITY} + i, 'authority', ${PROVINCE} + i % ${PROVINCES}, 'municipal', null, '市' || i, gen_random_uuid() from generate_series(0, ${CITIES - 1}) i
    union all select ${DISTRICT} + i, 'authority', ${CITY} + i % ${CITIES}, 'district', null, '区' || i, gen_random_uuid() from generate_series(0, ${DISTRICTS - 1}) i`);
  await admin.query(
    `insert into app.network_center
     select ${DISTRICT} + i % ${DISTRICTS}, gen_random_uuid(), 1, array[1], '示例中心' || i, '示例医院' || i % 9000, 'U' || i % 9000, 'center',
       case when i % 20 = 0 then 'municipal' else 'district' end, '领域' || i % 24, '', (array['building', 'established', 'rectifying'])[1 + i % 3], '',
       '{"typeLabel": "中心", "spans": [], "links": [], "waivers": []}'
     from generate_series(1, $1::int) i`,
    [most],
  );
  await admin.query("analyze");
}

async function signIn(pools: Pools, space: number): Promise<Scope> {
  const { user, hats } = await onboardAccount(pools, {
    signIn: `of-${space}`,
    name: "x",
    passwordHash: "-",
    hats: [{ party: space, role: "officer" }],
  });
  const sessionHash = createHash("sha256").update(randomBytes(16)).digest();
  const diesAt = new Date(Date.now() + 3_600_000);
  await createSession(pools, { hash: sessionHash, user, diesAt, idleMinutes: 60, address: "", agent: "" });
  return withScope(pools, { sessionHash, hat: hats[0] ?? "", tenant: space });
}

const median = (all: number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

async function took(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}

/** Both alternate, so that whatever disturbs one disturbs the other. */
async function pair(ours: () => Promise<unknown>, bare: () => Promise<unknown>): Promise<[number, number]> {
  await Promise.all([ours(), bare()]);
  const times: [number[], number[]] = [[], []];
  for (let at = 0; at < PAIRS; at++) {
    times[0].push(await took(ours));
    times[1].push(await took(bare));
  }
  return [median(times[0]), median(times[1])];
}

const SPACE_UNDER = `select s.tenant_id from app.space s, app.space o where o.tenant_id = $1 and s.lft between o.lft and o.rgt`;

type Read = [name: string, ours: () => Promise<unknown>, bare: string];

/** What a node's screens ask, and the statement that answers the same without rights. */
const readsOf = (scope: Scope, space: number): Read[] => [
  [
    "sums",
    () => scope.read({ cells: readRollup(space) }),
    `select tier, field, standing, count(*) from app.network_center where tenant_id in (${SPACE_UNDER}) group by 1, 2, 3`,
  ],
  [
    "first page",
    () => scope.read({ rows: listPublished({ limit: 50, offset: 0 }) }),
    `select * from app.network_center where tenant_id in (${SPACE_UNDER}) order by tier, name, center_id limit 50`,
  ],
  [
    "count",
    () => scope.read({ n: countPublished({}) }),
    `select count(*) from app.network_center where tenant_id in (${SPACE_UNDER})`,
  ],
  [
    "search",
    () => scope.read({ rows: listPublished({ q: "示例中心777", limit: 50, offset: 0 }) }),
    `select * from app.network_center where tenant_id in (${SPACE_UNDER}) and position('示例中心777' in name) > 0 order by name limit 50`,
  ],
];

/** Folds what filling has left, and says whether the sums were the same before it and after it. */
async function fold(pools: Pools, nation: Scope): Promise<void> {
  const sums = async () => JSON.stringify((await nation.read({ cells: readRollup(NATION) })).cells);
  const before = await sums();
  const folded = await took(() => foldRollups(pools));
  const alike = before === (await sums());
  console.log(
    `folded in ${Math.round(folded)} ms; the sums are the same before and after: ${alike ? "yes" : "NO"}`,
  );
}

async function measure(admin: Client, pools: Pools, most: number): Promise<void> {
  console.log(`${most} centers: filled in ${Math.round(await took(() => fill(admin, most)))} ms`);
  const nation = await signIn(pools, NATION);
  await fold(pools, nation);
  // what the server does by itself after a while
  await admin.query("vacuum analyze");
  const lines: { node: string; read: string; "ours ms": string; "bare ms": string; ratio: string }[] = [];
  for (const [node, space] of [
    ["nation", NATION],
    ["province", PROVINCE],
    ["district", DISTRICT],
  ] as const) {
    const scope = space === NATION ? nation : await signIn(pools, space);
    for (const [read, ours, bare] of readsOf(scope, space)) {
      const [mine, theirs] = await pair(ours, () => admin.query(bare, [space]));
      const ratio = (mine / theirs).toFixed(2);
      lines.push({ node, read, "ours ms": mine.toFixed(2), "bare ms": theirs.toFixed(2), ratio });
    }
  }
  console.table(lines);
}

export async function benchNetwork(args: readonly string[]): Promise<void> {
  const at = args.indexOf("--centers");
  const most = at === -1 ? 300_000 : Number(args[at + 1]);
  if (!Number.isInteger(most) || most < 1) {
    throw new Error("--centers takes a whole number, for example 30000");
  }
  const dataDir = path.resolve(import.meta.dirname, "../../.data", `bench-${process.pid}`);
  const server = await startEmbedded({ dataDir, disposable: true });
  const adminUrl = server.url("postgres");
  await migrate({ adminUrl });
  const pools = openPools(urlsByRole((role) => server.url("postgres", role)));
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await measure(admin, pools, most);
  } finally {
    await admin.end();
    await pools.close();
    await server.stop();
  }
}
