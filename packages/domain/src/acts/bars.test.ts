import type { Duration } from "@yichuang/policy";
import { Policy } from "@yichuang/policy";
import { assert, constantFrom, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
import type { FactRecord } from "../contract/facts.ts";
import { emptyTenant } from "../history/begin.ts";
import { addDuration, plusDays } from "../time/days.ts";
import { at, OFFICER } from "../testing/life.ts";
import { POINTS_POLICY } from "../testing/points/points-policy.ts";
import { checkBars } from "./bars.ts";
import { sceneOf } from "./scene.ts";

const OPEN = {
  open: {
    asks: { zh: "限制申报多久", en: "how long the bar lasts" },
    per: "policy",
    by: { role: "authority" },
  },
};
const LASTS = "consequences/poor-again/effects/bar/lasts";

/** The sample policy, with another length of its bar. */
const withLength = (lasts: unknown): Policy =>
  Policy.parse({
    ...POINTS_POLICY,
    consequences: POINTS_POLICY.consequences.map((one) => ({
      ...one,
      effects: one.effects.map((effect) => (effect.do === "bar" ? { ...effect, lasts } : effect)),
    })),
  });
const POLICY = withLength(OPEN);
const HOST = { party: 11, uscc: "host-1", name: "甲医院" };

/** A bar of two years or more that keeps the host from applying for a base. */
const BAR: FactRecord = {
  host: HOST.uscc,
  at: HOST.uscc,
  name: HOST.name,
  type: ["base"],
  on: "2024-06-20",
  consequence: "poor-again",
  effect: "bar",
};

interface Asking {
  day: string;
  settled?: unknown;
  policy?: Policy;
  director?: string;
}

/** What stands in the way of an application on a day, where these bars are known. */
function obstaclesOf(bars: FactRecord[], { day, settled, policy = POLICY, director }: Asking) {
  const settlement = {
    id: "s1",
    path: LASTS,
    value: settled,
    as: "定",
    on: "2022-01-01",
    by: { name: "officer", unit: "authority" },
  };
  const tenant = { ...emptyTenant("tenant"), settlements: settled === undefined ? [] : [settlement] };
  const pin = { policy: policy.id, version: 1, hash: "hash" };
  const scene = sceneOf(
    { tenant: 1, current: { pin, policy }, byHash: {} },
    { tenant, centers: [], sets: { bars } },
    { now: at(day), hat: OFFICER, holidays: {}, ids: () => "id" },
  );
  const who = director === undefined ? {} : { director };
  return checkBars(scene, { policy, type: "base", host: HOST, ...who });
}

/** The same in a word. */
const barredOn = (day: string, bar: { on: string; until?: string }, settled?: Duration): string[] =>
  obstaclesOf([{ ...BAR, ...bar }], { day, settled }).map(({ violation, pending }) =>
    pending ? `waits: ${violation.code}` : `${violation.code} ${JSON.stringify(violation.params)}`,
  );

const { clauses } = POLICY;
const PATH = "consequences/poor-again/effects/bar";
const UNTIL = { until: "2026-06-20" };
const DAY = "2025-01-01";
const refused = (violation: object) => [{ pending: false, violation: { code: "barred", ...violation } }];

describe("a bar", () => {
  test("says whom it keeps out, until when, why, and by which clause", () => {
    expect(obstaclesOf([{ ...BAR, ...UNTIL }], { day: DAY })).toEqual(
      refused({
        params: {
          who: "甲医院",
          until: "2026-06-20",
          why: { zh: "连续两次评估较差", en: "poor-again" },
        },
        clauses,
        path: PATH,
      }),
    );
  });
  test("whose consequence the policy does not know any more says that it came earlier", () => {
    const gone = { ...BAR, ...UNTIL, consequence: "gone" };
    expect(obstaclesOf([gone], { day: DAY })).toEqual(
      refused({
        params: {
          who: "甲医院",
          until: "2026-06-20",
          why: { zh: "以前的处理", en: "an earlier decision" },
        },
        clauses: [],
        path: "consequences/gone/effects/bar",
      }),
    );
  });
  test("concerns its host, and the types that it names", () => {
    const day = DAY;
    expect(obstaclesOf([{ ...BAR, ...UNTIL, host: "host-2", at: "host-2" }], { day })).toEqual([]);
    expect(obstaclesOf([{ ...BAR, ...UNTIL, type: ["desk"] }], { day })).toEqual([]);
    expect(obstaclesOf([{ ...BAR, ...UNTIL, type: "base" }], { day })).toEqual([]);
    expect(obstaclesOf([{ ...BAR, ...UNTIL, type: ["desk", "base"] }], { day })).toHaveLength(1);
  });
  test("each stands in the way by itself, and none where none is known", () => {
    expect(
      obstaclesOf(
        [
          { ...BAR, ...UNTIL },
          { ...BAR, ...UNTIL },
        ],
        { day: DAY },
      ),
    ).toHaveLength(2);
    expect(obstaclesOf([], { day: DAY })).toEqual([]);
  });
});

describe("a bar of a person", () => {
  const { host: _host, ...rest } = BAR;
  const person: FactRecord = { ...rest, ...UNTIL, person: "主任甲", name: "主任甲" };
  test("keeps that person from applying at the same institution", () => {
    expect(obstaclesOf([person], { day: DAY, director: "主任甲" })).toMatchObject(
      refused({ params: { who: "主任甲" } }),
    );
    expect(obstaclesOf([{ ...person, at: "host-2" }], { day: DAY, director: "主任甲" })).toEqual([]);
  });
  test("keeps out nobody else, and nobody while no director is named", () => {
    expect(obstaclesOf([person], { day: DAY, director: "主任乙" })).toEqual([]);
    expect(obstaclesOf([person], { day: DAY })).toEqual([]);
    expect(obstaclesOf([{ ...person, host: HOST.uscc }], { day: DAY })).toEqual([]);
  });
});

describe("a bar whose length the text leaves open", () => {
  test("holds every application back until it is settled", () => {
    expect(obstaclesOf([BAR], { day: "2040-01-01" })).toEqual([
      {
        pending: true,
        violation: {
          code: "open-value",
          params: { ...OPEN.open, by: "authority" },
          clauses,
          open: { ...OPEN.open, path: LASTS, by: "authority" },
          path: LASTS,
        },
      },
    ]);
  });
  test("keeps out without an end where no length follows from what was settled", () => {
    expect(obstaclesOf([BAR], { day: "2040-01-01", settled: { n: 2, unit: "cycle" } })).toMatchObject([
      { pending: true, violation: { code: "open-value" } },
    ]);
    const cycles = withLength({ n: 2, unit: "cycle" });
    expect(obstaclesOf([BAR], { day: "2040-01-01", policy: cycles })).toMatchObject(
      refused({ params: { until: "" } }),
    );
  });
  test("is counted by the length that the policy says, where the bar itself names no end", () => {
    const policy = withLength({ n: 1, unit: "year" });
    expect(obstaclesOf([BAR], { day: "2025-06-20", policy })).toMatchObject(
      refused({ params: { until: "2025-06-20" } }),
    );
    expect(obstaclesOf([BAR], { day: "2025-06-21", policy })).toEqual([]);
  });
  test("ends no day that is not a bar's", () => {
    const scene = { consequence: "poor-again", effect: "stand", on: "2024-06-20" };
    expect(obstaclesOf([{ ...BAR, ...scene }], { day: "2040-01-01" })).toMatchObject(
      refused({ params: { until: "" }, path: "consequences/poor-again/effects/stand" }),
    );
  });
  test("ends by what was settled, counted from the day on which it was laid", () => {
    const two = { n: 2, unit: "year" } as const;
    expect(barredOn("2026-06-20", { on: "2024-06-20" }, two)[0]).toMatch(/^barred .*2026-06-20/);
    expect(barredOn("2026-06-21", { on: "2024-06-20" }, two)).toEqual([]);
  });
});

test("a bar never outlasts its end and never falls short of it", () => {
  const lengths = constantFrom<Duration["unit"]>("day", "month", "year");
  assert(
    property(integer({ min: 0, max: 3000 }), integer({ min: 1, max: 30 }), lengths, (from, n, unit) => {
      const on = plusDays("2022-01-01", from);
      const end = addDuration(on, { n, unit }, {});
      const last = end.kind === "known" ? end.value : "";
      expect(barredOn(last, { on }, { n, unit })).toHaveLength(1);
      expect(barredOn(plusDays(last, 1), { on }, { n, unit })).toEqual([]);
      expect(barredOn(last, { on, until: last })).toHaveLength(1);
      expect(barredOn(plusDays(last, 1), { on, until: last })).toEqual([]);
    }),
    { numRuns: 50 },
  );
});
