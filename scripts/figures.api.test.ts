// Boards of duties over the API: the authority sees all, an institution its own, an expert nothing.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { ask } from "./journey/player.ts";
import { openTestWorld, type TestWorld } from "./journey/test-world.ts";
import type { Actor } from "./journey/world.ts";

let world: TestWorld;

beforeAll(async () => {
  world = await openTestWorld(inject("postgresUrl"));
}, 60_000);
afterAll(() => world?.close());

const board = (actor: Actor, year?: number) =>
  actor.api.figure.board.query({ as: actor.as, ...(year === undefined ? {} : { year }) });

test("the authority sees every duty of its policy, with what is asked and where it stands", async () => {
  const { ofAll, targets } = await board(await world.actor("ly-officer"));
  expect(ofAll).toBe(true);
  const centers = targets.find(({ duty }) => duty === "t-centers");
  expect(centers).toMatchObject({ bearer: "tenant", force: "aspiration", due: "2025-12-31" });
  expect(centers?.readings).toMatchObject([
    { state: "open", share: 0, lines: [{ value: "0", than: ["15"] }] },
  ]);
  expect(centers?.clauses.length).toBeGreaterThan(0);
  const funds = targets.find(({ duty }) => duty === "funds");
  expect(funds?.readings.length).toBeGreaterThan(1);
  expect(funds?.readings.every(({ state }) => state === "unknown")).toBe(true);
});

test("an institution sees what it bears itself, and no other institution", async () => {
  const manager = await world.actor("ly-central-manager");
  const { ofAll, targets, figures } = await board(manager);
  expect(ofAll).toBe(false);
  const bearers = targets.flatMap(({ readings }) => readings.map(({ bearer }) => bearer));
  expect(bearers.length).toBeGreaterThan(0);
  expect(bearers.every(({ kind, party }) => kind !== "tenant" && party === manager.me.party)).toBe(true);
  expect(figures.every(({ of }) => of !== "tenant")).toBe(true);
});

test("an expert is not told that there is a board", async () => {
  await expect(board(await world.actor("ly-expert-1"))).rejects.toMatchObject({
    data: { code: "NOT_FOUND" },
  });
});

test("the officer is offered the tenant's judged duties on the board, judges one, and reads it there", async () => {
  const officer = await world.actor("ly-officer");
  const asked = (await board(officer)).targets.find(({ duty }) => duty === "tcm");
  expect(asked?.readings).toMatchObject([{ bearer: { kind: "tenant" }, state: "to-judge" }]);
  const { abilities, year } = await board(officer);
  expect(abilities.find(({ path }) => path === "duties/tcm")?.verdict).toEqual({ kind: "allowed" });
  expect((await board(await world.actor("ly-central-manager"))).abilities).toEqual([]);
  const act = { duty: "tcm", year, met: true, opinion: "规划和经费都有安排" };
  expect(await officer.api.act.judgeDuty.mutate(ask(officer, act))).toMatchObject({
    kind: "done",
    kinds: ["duty-judged"],
  });
  expect(await officer.api.act.judgeDuty.mutate(ask(officer, act))).toMatchObject({
    kind: "refused",
    violations: [{ code: "already-done" }],
  });
  const judged = (await board(officer)).targets.find(({ duty }) => duty === "tcm");
  expect(judged?.readings).toMatchObject([{ state: "met", judged: { opinion: "规划和经费都有安排" } }]);
});

test("a judgement names one bearer, not two", async () => {
  const officer = await world.actor("ly-officer");
  const both = { center: randomUUID(), institution: randomUUID() };
  const act = { ...both, duty: "tcm", year: 2023, met: true, opinion: "" };
  await expect(officer.api.act.judgeDuty.mutate(ask(officer, act))).rejects.toMatchObject({
    data: { code: "BAD_REQUEST" },
  });
});
