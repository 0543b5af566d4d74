import { describe, expect, it } from "vitest";
import type { NewEvent } from "../contract/events.ts";
import type { Facts } from "../contract/facts.ts";
import { AT, caseOf, centerOf, DAY, eventOf, HOST, institutionOf, tenantOf, WHO } from "../testing/events.ts";
import { bearersOf, findRoot, foldInto, placeEvents, whoOf } from "./place-events.ts";

const [one, two] = [centerOf(), centerOf({ id: "c2", seq: 3 })];
const institution = institutionOf();
const FACTS: Facts = { tenant: tenantOf(), centers: [one, two], institution, sets: {} };
const STAMP = { at: AT, who: WHO };

const newEvent = (root: NewEvent["root"], more: Partial<NewEvent> = {}) =>
  ({
    root,
    kind: "urged",
    onDay: DAY,
    body: { obligation: "o", to: 11 },
    consulted: [],
    ...more,
  }) as NewEvent;
const center = (id: string) => ({ kind: "center", id }) as const;

it("a hat is kept as the person who wears it", () => {
  const hat = { ...WHO, hat: "h", tenant: 1 };
  expect(whoOf({ now: AT, hat, ids: () => "", holidays: {} })).toStrictEqual(WHO);
});

describe("the root of an event", () => {
  it("is the tenant, or the center of that id", () => {
    expect(findRoot(FACTS, { kind: "tenant", id: "t1" })).toBe(FACTS.tenant);
    expect(findRoot(FACTS, center("c2"))).toBe(two);
    expect(findRoot(FACTS, center("c3"))).toBeUndefined();
  });

  it("is the loaded institution, where it is that one and has begun", () => {
    const ref = { kind: "institution", id: "i1" } as const;
    expect(findRoot(FACTS, ref)).toBe(institution);
    expect(findRoot(FACTS, { ...ref, id: "i2" })).toBeUndefined();
    expect(findRoot({ ...FACTS, institution: { ...institution, seq: 0 } }, ref)).toBeUndefined();
    const { institution: _institution, ...without } = FACTS;
    expect(findRoot(without, ref)).toBeUndefined();
  });
});

describe("new events", () => {
  it("come one after another in each stream, after what is there", () => {
    const events = [center("c1"), center("c2"), center("c1"), center("new")].map((root) => newEvent(root));
    expect(placeEvents(FACTS, events, STAMP).map(({ root, seq }) => [root.id, seq])).toStrictEqual([
      ["c1", 8],
      ["c2", 4],
      ["c1", 9],
      ["new", 1],
    ]);
  });

  it("have an author and an instant", () => {
    expect(placeEvents(FACTS, [newEvent(center("c1"))], STAMP)).toStrictEqual([
      { ...newEvent(center("c1")), seq: 8, at: AT, who: WHO },
    ]);
  });

  it("have no author where they say that nobody did it", () => {
    expect(placeEvents(FACTS, [newEvent(center("c1"), { byTime: true })], STAMP)).toStrictEqual([
      { ...newEvent(center("c1")), seq: 8, at: AT },
    ]);
  });

  it.each([
    "term-ended",
    "missed",
    "waiver-ended",
    "run-started",
    "run-ended",
    "publicity-ended",
    "bar-ended",
    "suspension-ended",
  ] as const)("of time have no author: %s", (kind) => {
    const [placed] = placeEvents(FACTS, [newEvent(center("c1"), { kind })], STAMP);
    expect(placed).not.toHaveProperty("who");
  });
});

describe("the facts after events", () => {
  const task = { obligation: "o", how: "办结" };
  const done = { finished: [{ ...task, on: DAY, by: WHO.user }], dates: { "center.finished-on": DAY } };

  it("have what happened to a center in its place", () => {
    expect(foldInto(FACTS, [eventOf("finished", task)])).toStrictEqual({
      ...FACTS,
      centers: [centerOf({ seq: 8, ...done }), two],
    });
  });

  it("have one more center where one began", () => {
    const only = { ...FACTS, centers: [two] };
    const { procedure, purpose, year, pin } = caseOf();
    const begun = { type: "lab", name: "新实验室", host: HOST };
    const body = { case: "k1", procedure, purpose, year, pin, center: begun };
    const { centers } = foldInto(only, [eventOf("opened", body, { seq: 1 })]);
    expect(centers.map(({ id, name }) => [id, name])).toStrictEqual([
      ["c2", "骨科实验室"],
      ["c1", "新实验室"],
    ]);
  });

  it("have what happened to the tenant and to the institution", () => {
    const duty = { duty: "d", year: 2025, met: true, opinion: "" };
    const events = [
      eventOf("duty-judged", duty, { root: "tenant" }),
      eventOf("missed", { obligation: "o", due: DAY }, { root: "institution", byTime: true }),
    ];
    expect(foldInto(FACTS, events)).toStrictEqual({
      ...FACTS,
      tenant: tenantOf({ seq: 8, duties: [{ ...duty, on: DAY }] }),
      institution: institutionOf({ seq: 8, missed: [{ obligation: "o", due: DAY }] }),
    });
  });
});

it("centers have cases, and the institution that is loaded", () => {
  expect(bearersOf(FACTS)).toStrictEqual([one, two, institution]);
  const { institution: _institution, ...without } = FACTS;
  expect(bearersOf(without)).toStrictEqual([one, two]);
});
