// app.commit: the only writer, what it refuses, and that what it refuses leaves nothing behind.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { CenterFacts, NewEvent } from "@yichuang/domain";
import type { Policy } from "@yichuang/policy";
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, expect, inject, test } from "vitest";
import { advanceDemo, beginDemo, readClock } from "../platform/demo-clock.ts";
import { uuidv7 } from "../platform/onboarding.ts";
import { cloneDatabase, type ClonedDatabase } from "../testing/clone-database.ts";
import { HOSPITAL, openProbeWorld, type ProbeWorld, RIVAL, TENANT } from "../testing/probe-world.ts";
import { listDueRoots } from "../repositories/registry.ts";
import type { CommitRequest } from "./commit.ts";
import { type Scope, withScope } from "./scope.ts";

const pack = path.resolve(import.meta.dirname, "../../../policy/packs/fuling/policy.json");
let database: ClonedDatabase;
let world: ProbeWorld;
let admin: Client;
let hospital: Scope;
let officer: Scope;
let expert: Scope;
let root: string;

beforeAll(async () => {
  database = await cloneDatabase(inject("postgresUrl"));
  world = await openProbeWorld(database, JSON.parse(readFileSync(pack, "utf8")) as Policy);
  admin = new Client({ connectionString: database.url() });
  await admin.connect();
  hospital = withScope(world.pools, await world.as("hospital"));
  officer = withScope(world.pools, await world.as("officer"));
  expert = withScope(world.pools, await world.as("expert"));
});
afterAll(async () => {
  await admin?.end();
  await world?.close();
  await database?.drop();
});
beforeEach(() => {
  root = uuidv7();
});

const event = (kind: NewEvent["kind"], id = root): NewEvent =>
  ({
    root: { kind: "center", id },
    kind,
    onDay: "2022-10-19",
    body: {},
    consulted: [],
  }) as unknown as NewEvent;

/** A request of one event over one center; `change` says what is different about it. */
async function request(
  scope: Scope,
  change: Partial<CommitRequest> & { seen?: number; party?: number } = {},
): Promise<CommitRequest> {
  const { who } = await scope.load({});
  const { seen = 0, party = HOSPITAL, ...rest } = change;
  return {
    key: uuidv7(),
    requestHash: "a",
    roots: [{ kind: "center", id: root, party, seen, facts: { kind: "center", id: root } as CenterFacts }],
    events: [event("opened")],
    changes: [],
    now: who.now,
    holds: {},
    audit: { action: "test", object: root },
    answer: { done: true },
    ...rest,
  };
}

const counts = async (): Promise<string> => {
  const { rows } = await admin.query<{ n: string }>(
    `select (select count(*) from app.event) || ' ' || (select count(*) from app.idempotency) || ' ' || (select count(*) from app.root_head)
       || ' ' || (select count(*) from audit.entry where outcome = 'done') as n`,
  );
  return rows[0]?.n ?? "";
};

test("commits once, and answers a second send of the same key with the first answer", async () => {
  const asked = await request(hospital);
  const first = await hospital.commit(asked);
  expect(first).toMatchObject({ kind: "committed", answer: { done: true } });
  const before = await counts();
  expect(await hospital.commit(asked)).toEqual({ ...first, kind: "replayed" });
  expect(await counts()).toBe(before);
});

test("of many sends of one key at once one has an effect, all get its answer", async () => {
  const asked = await request(hospital);
  const answers = await Promise.all(Array.from({ length: 8 }, () => hospital.commit(asked)));
  expect(answers.filter(({ kind }) => kind === "committed")).toHaveLength(1);
  expect(new Set(answers.map((one) => JSON.stringify("answer" in one ? one.answer : one))).size).toBe(1);
});

test("refuses the same key for something else", async () => {
  const asked = await request(hospital);
  await hospital.commit(asked);
  expect(await hospital.commit({ ...asked, requestHash: "b" })).toEqual({ kind: "key-reused" });
});

test("refuses a decision that saw another head, and leaves nothing behind", async () => {
  await hospital.commit(await request(hospital));
  const before = await counts();
  expect(await hospital.commit(await request(hospital, { seen: 0 }))).toMatchObject({ kind: "stale" });
  expect(await counts()).toBe(before);
  expect(
    await hospital.commit(await request(hospital, { seen: 1, events: [event("submitted")] })),
  ).toMatchObject({ kind: "committed" });
});

test("of two decisions over the same head one wins", async () => {
  const [one, two] = [await request(hospital), await request(hospital)];
  const answers = await Promise.all([hospital.commit(one), hospital.commit(two)]);
  expect(answers.map(({ kind }) => kind).toSorted()).toEqual(["committed", "stale"]);
});

test("closes by the database's clock after the lock: waiting for a lock does not carry one over the end", async () => {
  await hospital.commit(await request(hospital));
  const rivalClient = new Client({ connectionString: database.url() });
  await rivalClient.connect();
  await rivalClient.query("begin");
  await rivalClient.query("select 1 from app.root_head where root_id = $1 for update", [root]);
  const closes = new Date(Date.now() + 400).toISOString();
  const asked = await request(hospital, {
    seen: 1,
    events: [event("submitted")],
    holds: { notAfter: closes },
  });
  const waiting = hospital.commit(asked);
  await new Promise((resolve) => setTimeout(resolve, 700));
  await rivalClient.query("rollback");
  await rivalClient.end();
  expect(await waiting).toMatchObject({ kind: "too-late" });
});

test("refuses what comes too early, and a decision that is half a minute old", async () => {
  const later = new Date(Date.now() + 60_000).toISOString();
  expect(await hospital.commit(await request(hospital, { holds: { notBefore: later } }))).toMatchObject({
    kind: "too-early",
  });
  const old = new Date(Date.now() - 40_000).toISOString();
  expect(await hospital.commit(await request(hospital, { now: old }))).toMatchObject({ kind: "stale" });
});

test.each([
  ["a hospital deciding", "decided", HOSPITAL],
  ["a hospital judging", "judged", HOSPITAL],
  ["a hospital settling", "settled", HOSPITAL],
] as const)("refuses %s", async (_what, kind, party) => {
  const asked = await request(hospital, { party, events: [event(kind)] });
  await expect(hospital.commit(asked)).rejects.toThrow(/does not write/);
});

/** The same event with a person behind it. */
const by = (kind: NewEvent["kind"]) =>
  ({ ...event(kind), who: { user: "u", name: "某人" } }) as unknown as NewEvent;

test("takes what a hospital says as a party, and what comes with its day whoever acts", async () => {
  const events = [by("opened"), by("consented"), by("objected"), by("filed"), event("designated")];
  expect(await hospital.commit(await request(hospital, { events }))).toMatchObject({ kind: "committed" });
  const { rows } = await admin.query<{ kind: string }>(
    "select kind from app.event where root_id = $1 and sealed",
    [root],
  );
  expect(rows.map(({ kind }) => kind)).toEqual(["objected"]);
  const asked = await request(hospital, { seen: 5, events: [by("designated")] });
  await expect(hospital.commit(asked)).rejects.toThrow(/does not write/);
});

test("the sweep looks for a publicity whose last day is over, until its end is noted", async () => {
  const told = (kind: NewEvent["kind"], body: object) => ({ ...by(kind), body }) as unknown as NewEvent;
  const file = randomUUID();
  const at = { case: file, stage: "notice" };
  const events = [by("opened"), told("publicized", { ...at, endsOn: "2022-10-20" })];
  await officer.commit(await request(officer, { events }));
  const due = async () =>
    (await officer.read({ roots: listDueRoots(TENANT) })).roots.map((one) => one.root_id);
  expect(await due()).toContain(root);
  const ended = { ...event("publicity-ended"), body: at } as unknown as NewEvent;
  await officer.commit(await request(officer, { seen: 2, events: [ended] }));
  expect(await due()).not.toContain(root);
});

test("refuses a hospital that begins a root of its rival, or puts a row of its rival", async () => {
  await expect(hospital.commit(await request(hospital, { party: RIVAL }))).rejects.toThrow(/not yours/);
  const row = { center_id: root, party_id: RIVAL, standing: "building", marks: [] };
  const changes = [{ put: { center_state: [row] }, take: {} }] as unknown as CommitRequest["changes"];
  await expect(hospital.commit(await request(hospital, { changes }))).rejects.toThrow(/another party/);
});

test("refuses an expert without an assignment, and an assigned one that writes other kinds", async () => {
  await hospital.commit(await request(hospital));
  await expect(expert.commit(await request(expert, { seen: 1, events: [event("judged")] }))).rejects.toThrow(
    /not yours/,
  );
  const file = randomUUID();
  const { user } = await world.as("expert");
  await admin.query(
    "insert into app.case_file values ($1, $2, 'center', $3, $4, 'entry', 'entry', 2022, 'h', '2022-10-19', null)",
    [TENANT, file, root, HOSPITAL],
  );
  await admin.query(
    "insert into app.review_packet values ($1, $2, 'assess', array[$3]::uuid[], 't', null, '{}')",
    [TENANT, file, user],
  );
  await expect(expert.commit(await request(expert, { seen: 1, events: [event("decided")] }))).rejects.toThrow(
    /does not write/,
  );
  expect(await expert.commit(await request(expert, { seen: 1, events: [event("judged")] }))).toMatchObject({
    kind: "committed",
  });
});

test("refuses a table that is not projected", async () => {
  const changes = [{ put: { draft: [{ case_id: root }] }, take: {} }] as unknown as CommitRequest["changes"];
  await expect(officer.commit(await request(officer, { changes }))).rejects.toThrow(/not projected/);
});

test("the chain of the audit holds, and a row that was changed, removed or slipped in is found", async () => {
  const auditor = withScope(world.pools, await world.as("admin"));
  const broken = async (): Promise<number | null> => {
    const { rows } = await admin.query<{ seq: string }>("select count(*) as seq from audit.entry");
    expect(Number(rows[0]?.seq)).toBeGreaterThan(5);
    const { firstBrokenLink } = await import("../repositories/registry.ts");
    return (await auditor.read({ broken: firstBrokenLink(TENANT) })).broken;
  };
  expect(await broken()).toBeNull();
  for (const [tamper, where] of [
    ["update audit.entry set object = 'x' where seq = 3", 3],
    ["delete from audit.entry where seq = 4", 4],
    ["update audit.entry set seq = seq + 1000 where seq = 5", 5],
  ] as const) {
    await admin.query("create table keep as select * from audit.entry");
    await admin.query(tamper);
    expect(await broken()).toBe(where);
    await admin.query("delete from audit.entry");
    await admin.query("insert into audit.entry select * from keep");
    await admin.query("drop table keep");
    expect(await broken()).toBeNull();
  }
});

test("the demonstration's clock moves forward only", async () => {
  await beginDemo(world.pools, "2022-10-19T01:00:00.000Z");
  expect((await readClock(world.pools)).slice(0, 10)).toBe("2022-10-19");
  await advanceDemo(world.pools, "2023-01-01T01:00:00.000Z");
  await advanceDemo(world.pools, "2022-11-01T01:00:00.000Z");
  expect((await readClock(world.pools)).slice(0, 10)).toBe("2023-01-01");
});

test("one Sync: a statement that fails undoes the batch and is forgotten; the same statements work again", async () => {
  const { jsonStatement } = await import("./statement.ts");
  const good = jsonStatement<number>("select to_json(1)::text");
  const bad = jsonStatement<number>("select to_json(1 / $1::int)::text", [0]);
  for (let round = 0; round < 5; round++) {
    await expect(officer.read({ good, bad, after: good })).rejects.toThrow(/division by zero/);
    expect((await officer.read({ good, after: good })).after).toBe(1);
  }
});

test("interleaved readers of two tenants, with errors in between, never see each other", async () => {
  const { jsonStatement } = await import("./statement.ts");
  const other = withScope(world.pools, await world.as("other-officer"));
  const where = jsonStatement<number>("select to_json(ctx.tenant())::text");
  const fails = jsonStatement<number>("select to_json(1 / 0)::text");
  const wrong: string[] = [];
  await Promise.all(
    Array.from({ length: 1_000 }, async (_, at) => {
      const [scope, tenant] = at % 2 === 0 ? [officer, TENANT] : [other, 110];
      if (at % 7 === 0) {
        await scope.read({ fails }).catch(() => undefined);
        return;
      }
      const { where: found } = await scope.read({ where });
      if (found !== tenant) wrong.push(`${tenant} saw ${found}`);
    }),
  );
  expect(wrong).toEqual([]);
});
