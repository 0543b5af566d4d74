// What a measure comes to, with what is missing or open by its own path.
import type { BlendMeasure, ChangeMeasure, LineMeasure, Measure, Scalar } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { FactRecord } from "../../contract/facts.ts";
import { policyWith, said } from "../../testing/owing.ts";
import { worldWith } from "../../testing/world.ts";
import { evaluateMeasure } from "../measure.ts";
import type { World } from "../world.ts";

const fact = (ref: string): Measure => ({ kind: "fact", fact: ref });
const open = { open: { asks: said("多少"), per: "policy" } } as const;
const openAt = (path: string) => ({
  kind: "open",
  open: { path, asks: said("多少"), per: "policy", by: "authority" },
});
const missing = (ref: string) => ({ kind: "missing", ref });
const known = (value: Scalar) => ({ kind: "known", value });
const policy = policyWith({
  measures: [
    { key: "beds", label: said("床位"), because: ["all"], of: "host", unit: "张", is: fact("host.beds") },
  ],
});
const of = (measure: Measure, facts: { [ref: string]: Scalar } = {}, more: Partial<World> = {}) =>
  evaluateMeasure(measure, { ...worldWith(policy, facts), ...more }, "m");

describe("a measure", () => {
  it("is a number, a fact, or what a named one is", () => {
    expect(of(5)).toStrictEqual(known(5));
    expect(of(fact("host.beds"), { "host.beds": 500 })).toStrictEqual(known(500));
    expect(of({ kind: "named", measure: "beds" }, { "host.beds": 500 })).toStrictEqual(known(500));
    expect(of({ kind: "named", measure: "beds" }, {}, { calls: ["measures/beds"] })).toStrictEqual(
      missing("measures/beds"),
    );
  });

  it("is missing where its fact is, or has many values", () => {
    expect(of(fact("host.beds"))).toStrictEqual(missing("host.beds"));
    expect(of(fact("host.names"), {}, { fact: () => ["a", "b"] })).toStrictEqual(missing("host.names"));
    expect(of({ cases: [{ key: "one", when: { kind: "any", of: [] }, then: 5 }] })).toStrictEqual(
      missing("m"),
    );
  });

  it("is open with its bounds, or with its choices where all of them are plain", () => {
    expect(of(open)).toStrictEqual(openAt("m"));
    const choosing = (...among: (number | Measure)[]) => {
      const choices = among.map((then, n) => ({ key: `c${n}`, label: said("选"), then: then as number }));
      const found = of({ open: { ...open.open, choices } });
      return found.kind === "open" ? found.among : found.kind;
    };
    expect(choosing(5, 6)).toEqual([5, 6]);
    expect(choosing(5, fact("host.beds"))).toBeUndefined();
    const bounded = of({ open: { ...open.open, least: 1 } });
    const ends = bounded.kind === "open" ? bounded.between : undefined;
    expect([ends?.least.toNumber(), ends?.most.toNumber()]).toEqual([1, Infinity]);
  });

  it("keeps with the settlement that it rests on", () => {
    const settlement = {
      id: "x",
      path: "m",
      value: 5,
      as: "五",
      on: "2026-01-01",
      by: { name: "甲", unit: "局" },
    };
    expect(of(open, {}, { settlement: () => settlement })).toStrictEqual({
      kind: "known",
      value: 5,
      settlement,
    });
  });
});

describe("a fact of another day", () => {
  const at: Measure = { kind: "fact", fact: "host.beds", at: "2024-06-01T09:00:00" };
  const factOn = (_ref: string, day: string): Scalar => `am ${day}`;

  it("is asked for that day", () => {
    expect(of(at, { "host.beds": 5 }, { factOn })).toStrictEqual(known("am 2024-06-01"));
    expect(of({ ...at, at: { from: "center.accepted-on" } }, {}, { factOn })).toStrictEqual(
      missing("center.accepted-on"),
    );
    expect(of({ ...at, at: open }, {}, { factOn })).toStrictEqual(openAt("m/at"));
  });

  it("is today's where today is asked for, unless an earlier day asks", () => {
    const today: Measure = { ...at, at: "2025-12-01" };
    expect(of(today, { "host.beds": 5 }, { factOn })).toStrictEqual(known(5));
    expect(of(today, { "host.beds": 5 }, { factOn, asOf: "2025-12-01" })).toStrictEqual(
      known("am 2025-12-01"),
    );
    expect(of(fact("host.beds"), { "host.beds": 5 }, { factOn, asOf: "2025-01-01" })).toStrictEqual(
      known("am 2025-01-01"),
    );
  });

  it("is a record's own, and today itself, whatever day is asked", () => {
    const asOf = { factOn, asOf: "2025-01-01" };
    expect(of(fact("it.amount"), { "it.amount": 5 }, asOf)).toStrictEqual(known(5));
    expect(of(fact("today"), { today: "2025-01-01" }, asOf)).toStrictEqual(known("2025-01-01"));
  });
});

describe("a share", () => {
  const ratio = (over: Measure, below: Measure): Measure => ({ kind: "ratio", of: over, to: below });
  it("names what is not known, by its own path", () => {
    expect(of(ratio(1, 8))).toStrictEqual(known("0.125"));
    expect(of(ratio(fact("host.a"), fact("host.b")))).toStrictEqual(missing("host.a"));
    expect(of(ratio(1, fact("host.b")))).toStrictEqual(missing("host.b"));
    expect(of(ratio(1, 0))).toStrictEqual(missing("m/to"));
    expect(of(ratio(open, 8))).toStrictEqual(openAt("m/of"));
    expect(of(ratio(1, open))).toStrictEqual(openAt("m/to"));
  });
});

describe("a blend", () => {
  const blend = (first: Measure, more: Partial<BlendMeasure> = {}): Measure => ({
    kind: "blend",
    missing: "block",
    parts: [
      { key: "a", of: first, weight: 1 },
      { key: "b", of: fact("host.b"), weight: 3 },
    ],
    ...more,
  });
  const facts = { "host.b": 10 };

  it("adds its parts by their weights, whatever these add up to", () =>
    expect(of(blend(4), facts)).toStrictEqual(known("34")));

  it("counts a part that is missing as nothing, or shares its weight out, or is missing itself", () => {
    expect(of(blend(fact("host.a")), facts)).toStrictEqual(missing("m"));
    expect(of(blend(fact("host.a"), { missing: "zero" }), facts)).toStrictEqual(known("30"));
    expect(of(blend(fact("host.a"), { missing: "share-out" }), facts)).toStrictEqual(known("40"));
    expect(of(blend(fact("host.a"), { missing: "share-out" }))).toStrictEqual(missing("m"));
    expect(of(blend(fact("host.a"), { missing: "zero" }))).toStrictEqual(known("0"));
    expect(of(blend(fact("host.a"), { missing: open }), facts)).toStrictEqual(openAt("m/missing"));
    expect(of(blend(4, { missing: open }), facts)).toStrictEqual(known("34"));
  });

  it("waits for a part that is open before it says what is missing", () =>
    expect(of(blend(open))).toStrictEqual(openAt("m/parts/a/of")));
});

describe("a line", () => {
  const line = (more: Partial<LineMeasure>): Measure => ({
    kind: "line",
    of: 16,
    at: 10,
    gives: 100,
    side: "above",
    every: 4,
    step: 5,
    partial: "exact",
    ...more,
  });

  it("names what is not known, by its own path", () => {
    for (const part of ["of", "at", "gives", "every", "step", "partial"] as const)
      expect([part, of(line({ [part]: open }))]).toStrictEqual([part, openAt(`m/${part}`)]);
    expect(of(line({ every: 0 }))).toStrictEqual(missing("m/every"));
    expect(of(line({ of: fact("host.a") }))).toStrictEqual(missing("host.a"));
  });

  it("asks for the step only where it steps, and for parts only where there are any", () => {
    expect(of(line({ of: 10, step: open }))).toStrictEqual(known("100"));
    expect(of(line({ of: 9, step: open }))).toStrictEqual(known("100"));
    expect(of(line({ of: 18, partial: open }))).toStrictEqual(known("110"));
    expect(of(line({}))).toStrictEqual(known("107.5"));
  });
});

describe("growth", () => {
  const change = (more: Partial<ChangeMeasure> = {}): Measure => ({
    kind: "change",
    of: fact("host.beds"),
    since: { n: 1, unit: "year" },
    as: "amount",
    ...more,
  });
  const factOn = (_ref: string, day: string): Scalar => (day === "2024-12-01" ? 400 : 0);
  const facts = { "host.beds": 500 };

  it("is the difference to the earlier day, or its share of what there was", () => {
    expect(of(change(), facts, { factOn })).toStrictEqual(known("100"));
    expect(of(change({ as: "share" }), facts, { factOn })).toStrictEqual(known("0.25"));
    expect(of(change({ as: "share" }), facts, { factOn: () => 0 })).toStrictEqual(missing("m"));
    expect(of(change(), facts, { factOn: () => 0 })).toStrictEqual(known("500"));
  });

  it("names what is not known", () => {
    expect(of(change(), facts)).toStrictEqual(missing("host.beds"));
    expect(of(change({ of: open }))).toStrictEqual(openAt("m/of"));
    expect(of(change({ since: { n: 1, unit: "cycle" } }), facts)).toStrictEqual(missing("case.next-cycle"));
  });

  it("sees on the earlier day its own day, and no record of a later one", () => {
    const records = [
      { on: "2024-12-01", amount: 1 },
      { on: "2024-12-02", amount: 10 },
      { on: 2025, amount: 100 },
      { amount: 1000 },
    ] as FactRecord[];
    const sum: Measure = { kind: "tally", of: "funds", by: "sum", each: fact("it.amount") };
    expect(of(change({ of: sum }), {}, { set: () => records })).toStrictEqual(known("10"));
    const lastYear: Measure = { ...sum, during: { from: { from: "today", snap: "year-start" } } };
    expect(of(change({ of: lastYear }), { today: "2025-12-01" }, { set: () => records })).toStrictEqual(
      known("-1"),
    );
  });
});
