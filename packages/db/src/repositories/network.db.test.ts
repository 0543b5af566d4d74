// Who reads what is published, and that the sums kept over the tree are a recount at any moment.
import { createHash, randomBytes } from "node:crypto";
import { Client } from "pg";
import { array, assert, asyncProperty, constantFrom, integer, oneof, record } from "fast-check";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openPools, type Pools, urlsByRole } from "../access/pools.ts";
import { type Scope, withScope } from "../access/scope.ts";
import { createSession } from "../platform/identity.ts";
import { onboardAccount, onboardSpace, uuidv7 } from "../platform/onboarding.ts";
import { foldRollups } from "../platform/rollups.ts";
import { cloneDatabase, type ClonedDatabase } from "../testing/clone-database.ts";
import { countPublished, listLineage, listOwnStanding, listPublished, readRollup } from "./network.ts";

const [NATION, PROVINCE, CITY, DISTRICT, OTHER, HOSPITAL] = [10, 20, 30, 40, 50, 60];
const TREE = [
  { id: NATION, region: undefined },
  { id: PROVINCE, parent: NATION, region: "360000" },
  { id: OTHER, parent: NATION, region: "370000" },
  { id: CITY, parent: PROVINCE, region: "360700" },
  { id: DISTRICT, parent: CITY, region: "360702" },
];
const REGIONS = [
  ["360000", null],
  ["370000", null],
  ["360700", "360000"],
  ["360100", "360000"],
  ["360702", "360700"],
  ["360100Z01", "360100"],
];
const OWNERS = TREE.map(({ id }) => id);

let database: ClonedDatabase;
let pools: Pools;
let admin: Client;
const scopes = new Map<number, Scope>();

const scopeOf = (space: number): Scope => {
  const found = scopes.get(space);
  if (found === undefined) throw new Error(`nobody signed in for ${space}`);
  return found;
};

async function signIn(space: number, role: "officer" | "institution-manager"): Promise<void> {
  const { user, hats } = await onboardAccount(pools, {
    signIn: `of-${space}`,
    name: "x",
    passwordHash: "-",
    hats: [{ party: space, role }],
  });
  const sessionHash = createHash("sha256").update(randomBytes(16)).digest();
  const diesAt = new Date(Date.now() + 3_600_000);
  await createSession(pools, { hash: sessionHash, user, diesAt, idleMinutes: 30, address: "", agent: "" });
  scopes.set(space, withScope(pools, { sessionHash, hat: hats[0] ?? "", tenant: space }));
}

beforeAll(async () => {
  database = await cloneDatabase(inject("postgresUrl"));
  pools = openPools(urlsByRole(database.url));
  admin = new Client({ connectionString: database.url() });
  await admin.connect();
  for (const { id, parent, region } of TREE) {
    await onboardSpace(pools, {
      id,
      kind: "authority",
      name: `authority ${id}`,
      ...(parent === undefined ? {} : { parent }),
      ...(region === undefined ? {} : { region }),
    });
    await signIn(id, "officer");
  }
  const uscc = "12500102MB1A0001XB";
  await onboardSpace(pools, { id: HOSPITAL, kind: "institution", name: "hospital", uscc });
  await signIn(HOSPITAL, "institution-manager");
  for (const [code, parent] of REGIONS) {
    await admin.query(
      `insert into app.region (region_code, parent_code, name, kind, valid_from) values ($1, $2, $1, case when $1 like '%Z%' then 'zone' else 'division' end, '2000-01-01')
       on conflict (region_code) do update set parent_code = excluded.parent_code`,
      [code, parent],
    );
  }
});
afterAll(async () => {
  await admin?.end();
  await pools?.close();
  await database?.drop();
});

interface Row {
  owner: number;
  tier: string;
  field: string;
  place: string;
  standing: string;
}

const put = (center: string, { owner, tier, field, place, standing }: Row, shown = 999): Promise<unknown> =>
  admin.query(
    `insert into app.network_center values ($1, $2, 1, array[$8::int], 'n', 'h', 'u', 't', $3, $4, $5, $6, $7, '{}')
     on conflict (tenant_id, center_id) do update set tier = excluded.tier, field = excluded.field, place = excluded.place, standing = excluded.standing`,
    [owner, center, tier, field, place, standing, owner === PROVINCE ? "good" : "", shown],
  );

const above = (place: string, region: string | undefined): string => {
  const path: string[] = [];
  for (let at: string | null | undefined = place; at; at = parents.get(at)) path.push(at);
  if (region === undefined) return path.at(-1) ?? "";
  const index = path.indexOf(region);
  return index < 1 ? "" : (path[index - 1] ?? "");
};
const parents = new Map(REGIONS.map(([code, parent]) => [code ?? "", parent]));

/** A recount in other words than the database's: over what is stored, for one node. */
async function recount(node: number): Promise<string[]> {
  const spaces = await admin.query<{ tenant_id: number; parent_id: number | null }>(
    "select tenant_id, parent_id from app.space where kind = 'authority'",
  );
  const parentOf = new Map(spaces.rows.map((row) => [row.tenant_id, row.parent_id]));
  const under = (tenant: number): boolean => {
    for (let at: number | null | undefined = tenant; at; at = parentOf.get(at)) if (at === node) return true;
    return false;
  };
  const region = TREE.find(({ id }) => id === node)?.region;
  const { rows } = await admin.query<{ tenant_id: number; grade_key: string; type_key: string } & Row>(
    "select * from app.network_center",
  );
  const cells = new Map<string, number>();
  for (const row of rows.filter(({ tenant_id }) => under(tenant_id))) {
    const own = row.tenant_id === node;
    const cell = [
      row.tier,
      own ? row.type_key : "",
      row.field,
      above(row.place, region),
      row.standing,
      own ? row.grade_key : "",
    ];
    cells.set(cell.join("|"), (cells.get(cell.join("|")) ?? 0) + 1);
  }
  return [...cells].map(([cell, n]) => `${cell}|${n}`).toSorted();
}

async function kept(reader: number, node = reader): Promise<string[]> {
  const { cells } = await scopeOf(reader).read({ cells: readRollup(node) });
  return cells
    .map(({ tier, type, field, place, standing, grade, n }) =>
      [tier, type, field, place, standing, grade, n].join("|"),
    )
    .toSorted();
}

const CENTERS = Array.from({ length: 12 }, () => uuidv7());
const aRow = record({
  owner: constantFrom(...OWNERS),
  tier: constantFrom("provincial", "municipal", "district"),
  field: constantFrom("心血管", "肿瘤", ""),
  place: constantFrom("360702", "360100Z01", "360100", "370000", ""),
  standing: constantFrom("building", "established", "revoked"),
});
const aStep = oneof(
  { weight: 8, arbitrary: record({ do: constantFrom("put"), at: integer({ min: 0, max: 11 }), row: aRow }) },
  { weight: 2, arbitrary: record({ do: constantFrom("take"), at: integer({ min: 0, max: 11 }), row: aRow }) },
  { weight: 3, arbitrary: record({ do: constantFrom("fold"), at: integer({ min: 1, max: 4 }), row: aRow }) },
  {
    weight: 1,
    arbitrary: record({ do: constantFrom("move"), at: constantFrom(NATION, PROVINCE, OTHER), row: aRow }),
  },
);

test(
  "sums are a recount after random histories, folded or not, at every node of the tree",
  { timeout: 120_000 },
  async () => {
    await assert(
      asyncProperty(array(aStep, { minLength: 10, maxLength: 40 }), async (steps) => {
        for (const { do: what, at, row } of steps) {
          const center = CENTERS[at] ?? "";
          if (what === "put") await put(center, row);
          if (what === "take")
            await admin.query("delete from app.network_center where center_id = $1", [center]);
          if (what === "fold") await pools.worker.query("select app.fold_rollups($1)", [at]);
          if (what === "move")
            await admin.query("update app.space set parent_id = $1 where tenant_id = $2", [at, CITY]);
        }
        for (const node of OWNERS) expect(await kept(node)).toEqual(await recount(node));
        await foldRollups(pools);
        const { rows } = await admin.query("select 1 from app.rollup_delta");
        expect(rows).toEqual([]);
        for (const node of OWNERS) expect(await kept(node)).toEqual(await recount(node));
        expect(await kept(NATION, PROVINCE)).toEqual(await recount(PROVINCE));
        expect(await kept(OTHER, PROVINCE)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  },
);

test("an authority reads its own, those above and those under it; others only what names them", async () => {
  await admin.query("update app.space set parent_id = $1 where tenant_id = $2", [PROVINCE, CITY]);
  await admin.query("delete from app.network_center");
  const row = { tier: "provincial", field: "", place: "", standing: "building" };
  for (const owner of OWNERS) await put(uuidv7(), { owner, ...row }, owner === OTHER ? HOSPITAL : 999);
  const everything = { limit: 100, offset: 0 };
  const seen = async (space: number): Promise<number[]> => {
    const { rows, counted } = await scopeOf(space).read({
      rows: listPublished(everything),
      counted: countPublished({}),
    });
    expect(counted[0]?.n).toBe(rows.length);
    return rows.map(({ tenant_id }) => tenant_id).toSorted((a, b) => a - b);
  };
  expect(await seen(NATION)).toEqual(OWNERS.toSorted((a, b) => a - b));
  expect(await seen(PROVINCE)).toEqual([NATION, PROVINCE, CITY, DISTRICT]);
  expect(await seen(OTHER)).toEqual([NATION, OTHER]);
  expect(await seen(DISTRICT)).toEqual([NATION, PROVINCE, CITY, DISTRICT]);
  expect(await seen(HOSPITAL)).toEqual([]);
  const { own } = await scopeOf(HOSPITAL).read({ own: listOwnStanding() });
  expect(own.map(({ tenant_id }) => tenant_id)).toEqual([OTHER]);
  const { lineage } = await scopeOf(CITY).read({ lineage: listLineage() });
  expect(lineage.map(({ id }) => id)).toEqual([NATION, PROVINCE, CITY, DISTRICT]);
});
