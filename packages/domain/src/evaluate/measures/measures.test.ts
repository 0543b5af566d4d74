import { type LineMeasure, type Measure, Policy, type Scalar } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { describe, expect, test } from "vitest";
import { worldWith } from "../../testing/world.ts";
import { evaluateMeasure } from "../measure.ts";
import type { World } from "../world.ts";

const policy = Policy.parse(pack);
const asks = { zh: "问", en: "asked" };
const fact = (ref: string): Measure => ({ kind: "fact", fact: ref });
const measured = (measure: Measure, facts: { [ref: string]: Scalar } = {}, more: Partial<World> = {}) => {
  const result = evaluateMeasure(measure, { ...worldWith(policy, facts), ...more }, "m");
  return result.kind === "known" ? String(result.value) : result.kind;
};

describe("a share", () => {
  const ratio: Measure = { kind: "ratio", of: fact("host.a"), to: fact("host.b") };
  test("is exact; nothing below is missing and not zero", () => {
    expect(measured(ratio, { "host.a": "1", "host.b": "8" })).toBe("0.125");
    expect(measured(ratio, { "host.a": "1", "host.b": "0" })).toBe("missing");
    expect(measured(ratio, { "host.a": "1" })).toBe("missing");
  });
});

describe("a line", () => {
  const line = (of: number, more: Partial<LineMeasure> = {}): Measure => ({
    kind: "line",
    of,
    at: 10,
    gives: 100,
    side: "below",
    every: 3,
    step: -5,
    partial: "exact",
    ...more,
  });
  test("steps away from where it begins, on its side only", () => {
    expect(measured(line(10))).toBe("100");
    expect(measured(line(4))).toBe("90");
    expect(measured(line(12))).toBe("100");
    expect(measured(line(16, { side: "both" }))).toBe("90");
    expect(measured(line(16, { side: "above" }))).toBe("90");
  });
  test("a part of a step counts in part, not at all, or in full", () => {
    expect(measured(line(8.5))).toBe("97.5");
    expect(measured(line(6, { partial: "whole-steps" }))).toBe("95");
    expect(measured(line(6, { partial: "begun-steps" }))).toBe("90");
  });
  test("thirds add up again", () => expect(measured(line(9, { step: 3, gives: 0 }))).toBe("1"));
  test("an open step does no harm where nothing is stepped", () => {
    const step = { open: { asks, per: "policy" as const } };
    expect(measured(line(10, { step }))).toBe("100");
    expect(measured(line(4, { step }))).toBe("open");
  });
});

describe("a blend", () => {
  const blend = (missing: "share-out" | "zero" | "block"): Measure => ({
    kind: "blend",
    missing,
    parts: [
      { key: "paper", of: fact("host.paper"), weight: 0.4 },
      { key: "site", of: fact("host.site"), weight: 0.6 },
    ],
  });
  test("adds weighted parts exactly", () =>
    expect(measured(blend("block"), { "host.paper": 80, "host.site": 90 })).toBe("86"));
  test("says what a missing part does", () => {
    expect(measured(blend("block"), { "host.paper": 80 })).toBe("missing");
    expect(measured(blend("zero"), { "host.paper": 80 })).toBe("32");
    expect(measured(blend("share-out"), { "host.paper": 80 })).toBe("80");
    expect(measured(blend("share-out"))).toBe("missing");
  });
});

describe("a fact of an earlier day", () => {
  const at: Measure = { kind: "fact", fact: "director.age", at: "2022-01-01" };
  const factOn = (ref: string, day: string): Scalar | undefined =>
    ref === "director.age" ? (day < "2023" ? 41 : 44) : undefined;
  test("is asked for that day and never taken from today", () => {
    expect(measured(at, { "director.age": 44 }, { factOn })).toBe("41");
    expect(measured(at, { "director.age": 44 })).toBe("missing");
    expect(measured({ ...at, at: "2025-12-01" }, { "director.age": 44 })).toBe("44");
  });
});

describe("growth", () => {
  const since = { n: 1, unit: "year" } as const;
  const records = [
    { on: "2023-03-01", amount: 100 },
    { on: "2025-03-01", amount: 50 },
  ];
  const sum: Measure = { kind: "tally", of: "funds", by: "sum", each: fact("it.amount") };
  test("of records since a day, as an amount and as a share", () => {
    const set = () => records;
    expect(measured({ kind: "change", of: sum, since, as: "amount" }, {}, { set })).toBe("50");
    expect(measured({ kind: "change", of: sum, since, as: "share" }, {}, { set })).toBe("0.5");
  });
  test("from nothing has no share", () =>
    expect(measured({ kind: "change", of: sum, since, as: "share" }, {}, { set: () => [records[1]!] })).toBe(
      "missing",
    ));
  test("of a fact whose earlier value nobody knows is missing, not zero", () => {
    const change: Measure = { kind: "change", of: fact("host.funds"), since, as: "amount" };
    expect(measured(change, { "host.funds": 5 })).toBe("missing");
    const factOn = (_ref: string, day: string): Scalar => (day < "2025" ? 3 : 5);
    expect(measured(change, { "host.funds": 5 }, { factOn })).toBe("2");
  });
});
