// A party to a root by a link: it reads its roots and nothing of others, acts in them, and stops when the link ends.
import { readFileSync } from "node:fs";
import path from "node:path";
import { randomUUID } from "node:crypto";
import type { NewEvent } from "@yichuang/domain";
import type { Policy } from "@yichuang/policy";
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, expect, inject, test } from "vitest";
import { uuidv7 } from "../platform/onboarding.ts";
import { findAttachment } from "../repositories/registry.ts";
import { cloneDatabase, type ClonedDatabase } from "../testing/clone-database.ts";
import { fillTables } from "../testing/fill.ts";
import { HOSPITAL, openProbeWorld, type ProbeWorld, RIVAL, TENANT } from "../testing/probe-world.ts";
import type { CommitRequest } from "./commit.ts";
import { type Scope, withScope } from "./scope.ts";

const pack = path.resolve(import.meta.dirname, "../../../policy/packs/fuling/policy.json");
const ROOT = "018f0000-0000-7000-8000-000000000001";
const LINK = "018f0000-0000-7000-8000-00000000000a";
const SHOWN = ["center", "center_state", "center_span", "case_file", "case_state", "submission"];

let database: ClonedDatabase;
let world: ProbeWorld;
let admin: Client;
let app: Client;
let rival: Scope;
let officer: Scope;

beforeAll(async () => {
  database = await cloneDatabase(inject("postgresUrl"));
  world = await openProbeWorld(database, JSON.parse(readFileSync(pack, "utf8")) as Policy);
  admin = new Client({ connectionString: database.url() });
  app = new Client({ connectionString: database.url("yc_app") });
  await Promise.all([admin.connect(), app.connect()]);
  const [expert, clerk] = [await world.as("expert"), await world.as("officer")];
  await fillTables(admin, { expert: expert.user, officer: clerk.user });
  rival = withScope(world.pools, await world.as("rival"));
  officer = withScope(world.pools, clerk);
});
afterAll(async () => {
  await admin?.end();
  await app?.end();
  await world?.close();
  await database?.drop();
});
beforeEach(() => unlink());

/** What the projection of a link writes. */
async function link(space: number): Promise<void> {
  await admin.query("insert into app.root_party values ($1, $2, $3, $4, $5, 'joint', '2022-10-19', null)", [
    TENANT,
    ROOT,
    LINK,
    HOSPITAL,
    space,
  ]);
  for (const table of SHOWN) await admin.query(`update app.${table} set parties = array[$1::int]`, [space]);
}
async function unlink(): Promise<void> {
  await admin.query("delete from app.root_party where link_key = $1", [LINK]);
  for (const table of SHOWN) await admin.query(`update app.${table} set parties = '{}'`);
}

/** Tables of the tenant in which the rival sees a row that is not its own. */
async function seen(): Promise<string[]> {
  const { rows } = await admin.query<{ rel: string; own: boolean }>(
    `select k.rel::text as rel, ddl.has_column(k.rel, 'party_id') as own from ddl.class k where k.class not in ('reference', 'shared') order by 1`,
  );
  const { sessionHash, hat, tenant } = await world.as("rival");
  const found: string[] = [];
  for (const { rel, own } of rows) {
    await app.query("begin");
    try {
      await app.query("select ctx.enter($1, $2, $3)", [sessionHash, hat, tenant]);
      const foreign = own ? ` where party_id <> ${RIVAL}` : "";
      const { rowCount } = await app.query(`select 1 from ${rel}${foreign}`);
      if ((rowCount ?? 0) > 0) found.push(rel.replace("app.", ""));
    } finally {
      await app.query("rollback");
    }
  }
  return found;
}

const event = (kind: NewEvent["kind"], root = ROOT, body: object = {}): NewEvent =>
  ({
    root: { kind: "center", id: root },
    kind,
    onDay: "2022-10-19",
    body,
    consulted: [],
  }) as unknown as NewEvent;

async function request(scope: Scope, change: Partial<CommitRequest> & { root?: string; seen?: number }) {
  const { who } = await scope.load({});
  const { root = ROOT, seen: head = 1, ...rest } = change;
  return {
    key: uuidv7(),
    requestHash: "a",
    roots: [{ kind: "center", id: root, party: HOSPITAL, seen: head, facts: {} }],
    events: [event("consented", root)],
    changes: [],
    now: who.now,
    holds: {},
    audit: { action: "test", object: root },
    answer: {},
    ...rest,
  } as unknown as CommitRequest;
}

test("a party sees the state and the dossiers of its root, and nothing else", async () => {
  expect(await seen()).toEqual([]);
  await link(RIVAL);
  expect(await seen()).toEqual(SHOWN.toSorted());
  await unlink();
  expect(await seen()).toEqual([]);
});

test("a party opens the files of a dossier that was handed in, and no others", async () => {
  const [named, other] = [randomUUID(), randomUUID()];
  const { rows } = await admin.query<{ case_id: string }>("select case_id from app.submission limit 1");
  const id = rows[0]?.case_id;
  for (const file of [named, other])
    await admin.query("insert into app.attachment values ($1, $2, $3, $4, $5, 'a.pdf', 'pdf', 1, 'x')", [
      TENANT,
      file,
      HOSPITAL,
      randomUUID(),
      id,
    ]);
  const answers = JSON.stringify({ basics: { proof: [{ file: named }] } });
  await admin.query("update app.submission set answers = $1::jsonb where case_id = $2", [answers, id]);
  const opened = async (file: string) =>
    (await rival.read({ file: findAttachment(TENANT, file) })).file?.file_id;
  expect(await opened(named)).toBeUndefined();
  await link(RIVAL);
  expect(await opened(named)).toBe(named);
  expect(await opened(other)).toBeUndefined();
});

test("a party that is linked to another root sees nothing of this one", async () => {
  const other = randomUUID();
  await admin.query("insert into app.root_party values ($1, $2, $3, $4, $5, 'joint', '2022-10-19', null)", [
    TENANT,
    other,
    randomUUID(),
    HOSPITAL,
    RIVAL,
  ]);
  expect(await seen()).toEqual([]);
  expect((await rival.load({ roots: [ROOT] })).loaded.roots).toEqual([]);
});

test("a party acts in its root as its stages let it, and no longer when the link has ended", async () => {
  await expect(rival.commit(await request(rival, {}))).rejects.toThrow(/not yours/);
  await link(RIVAL);
  expect((await rival.load({ roots: [ROOT] })).loaded.roots).toHaveLength(1);
  expect(await rival.commit(await request(rival, {}))).toMatchObject({ kind: "committed" });
  await expect(rival.commit(await request(rival, { seen: 2, events: [event("scored")] }))).rejects.toThrow(
    /does not write/,
  );
  await unlink();
  expect((await rival.load({ roots: [ROOT] })).loaded.roots).toEqual([]);
  await expect(rival.commit(await request(rival, { seen: 2 }))).rejects.toThrow(/not yours/);
});

test("another authority enters a tenant for a root to which it is a party, and only then", async () => {
  const other = await world.as("other-officer", TENANT);
  const city = withScope(world.pools, other);
  await expect(city.load({})).rejects.toThrow(/not signed in/);
  await link(110);
  const { loaded } = await city.load({ roots: [ROOT] });
  expect(loaded.roots).toHaveLength(1);
  await expect(city.commit(await request(city, { seen: 2, events: [event("settled")] }))).rejects.toThrow(
    /does not write/,
  );
  await unlink();
  await expect(city.load({})).rejects.toThrow(/not signed in/);
});

test("a center settles for those under it in its own stream, and nothing for a case of its own", async () => {
  const hospital = withScope(world.pools, await world.as("hospital"));
  const head = async (): Promise<number> => {
    const { loaded } = await hospital.load({ roots: [ROOT] });
    return loaded.roots[0]?.seen ?? 0;
  };
  const settle = async (body: object) =>
    hospital.commit(await request(hospital, { seen: await head(), events: [event("settled", ROOT, body)] }));
  await expect(settle({ case: randomUUID(), center: ROOT })).rejects.toThrow(/does not write/);
  await expect(settle({ center: randomUUID() })).rejects.toThrow(/does not write/);
  expect(await settle({ center: ROOT })).toMatchObject({ kind: "committed" });
});

test("of eight who take the same seat at once one gets it, and the others decide again", async () => {
  const seats = [{ scope: "designations:one-per-city:p|c", seen: 0 }];
  const take = async (seenVersion: number) => {
    const root = uuidv7();
    const events = [event("designated", root)];
    const holds = { seats: [{ scope: seats[0]?.scope ?? "", seen: seenVersion }] };
    return officer.commit(await request(officer, { root, seen: 0, events, holds }));
  };
  const answers = await Promise.all(Array.from({ length: 8 }, () => take(0)));
  expect(answers.filter(({ kind }) => kind === "committed")).toHaveLength(1);
  expect(
    answers.filter((answer) => answer.kind === "stale" && answer.scope === seats[0]?.scope),
  ).toHaveLength(7);
  const { rows } = await admin.query("select version from app.seat_scope where scope = $1", [
    seats[0]?.scope,
  ]);
  expect(rows).toEqual([{ version: 1 }]);
  expect((await officer.load({})).loaded.seats).toMatchObject({ [seats[0]?.scope ?? ""]: 1 });
  expect(await take(1)).toMatchObject({ kind: "committed" });
});

test("what follows from time is appended whoever acts, and bears nobody's name", async () => {
  await link(RIVAL);
  const { loaded } = await rival.load({ roots: [ROOT] });
  const seenNow = loaded.roots[0]?.seen ?? 0;
  const somebody = {
    user: randomUUID(),
    name: "某人",
    role: "institution-manager",
    party: RIVAL,
    unit: "",
  } as const;
  const signed = { ...event("barred"), who: somebody };
  await expect(rival.commit(await request(rival, { seen: seenNow, events: [signed] }))).rejects.toThrow(
    /does not write/,
  );
  expect(
    await rival.commit(await request(rival, { seen: seenNow, events: [event("barred")] })),
  ).toMatchObject({ kind: "committed" });
});
