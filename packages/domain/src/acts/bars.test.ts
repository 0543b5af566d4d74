import type { Duration } from "@yichuang/policy";
import { Policy } from "@yichuang/policy";
import { assert, constantFrom, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
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

/** The sample policy, with the length of its bar left open. */
const POLICY = Policy.parse({
  ...POINTS_POLICY,
  consequences: POINTS_POLICY.consequences.map((one) => ({
    ...one,
    effects: one.effects.map((effect) => (effect.do === "bar" ? { ...effect, lasts: OPEN } : effect)),
  })),
});
const HOST = { party: 11, uscc: "host-1", name: "甲医院" };

/** Whether the host may apply on a day: it was barred on another, until a day or for a length that was settled. */
function barredOn(day: string, bar: { on: string; until?: string }, settled?: Duration): string[] {
  const settlement = {
    id: "s1",
    path: LASTS,
    value: settled,
    as: "定",
    on: bar.on,
    by: { name: "officer", unit: "authority" },
  };
  const tenant = { ...emptyTenant("tenant"), settlements: settled === undefined ? [] : [settlement] };
  const record = {
    host: HOST.uscc,
    at: HOST.uscc,
    type: ["base"],
    consequence: "poor-again",
    effect: "bar",
    ...bar,
  };
  const pin = { policy: POLICY.id, version: 1, hash: "hash" };
  const scene = sceneOf(
    { tenant: 1, current: { pin, policy: POLICY }, byHash: {} },
    { tenant, centers: [], sets: { bars: [record] } },
    { now: at(day), hat: OFFICER, holidays: {}, ids: () => "id" },
  );
  return checkBars(scene, { policy: POLICY, type: "base", host: HOST }).map(({ violation, pending }) =>
    pending ? `waits: ${violation.code}` : `${violation.code} ${JSON.stringify(violation.params)}`,
  );
}

describe("a bar whose length the text leaves open", () => {
  test("holds every application back until it is settled", () => {
    expect(barredOn("2040-01-01", { on: "2024-06-20" })).toEqual(["waits: open-value"]);
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
