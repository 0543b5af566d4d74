// Each way of scoring that real rules use, as data of the language (policy-language G).
import {
  type Condition,
  type Indicator,
  type Measure,
  Policy,
  type Scalar,
  type Sheet,
} from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { describe, expect, test } from "vitest";
import type { FactRecord } from "../contract/facts.ts";
import { worldWith } from "../testing/world.ts";
import { recompute } from "./recompute.ts";
import { type GivenPoints, scoreSheet } from "./score.ts";
import { effectiveTree } from "./tree.ts";

const policy = Policy.parse(pack);
const fact = (ref: string): Measure => ({ kind: "fact", fact: ref });
const is = (ref: string, than: Scalar, operator: "equal" | "at-least" | "at-most" = "equal"): Condition => ({
  kind: "compare",
  of: fact(ref),
  is: operator,
  than,
});
const sheetOf = (items: Indicator[], more: Partial<Sheet> = {}): Sheet => ({
  key: "s",
  for: ["stic"],
  total: 100,
  unit: "points",
  levels: [{ key: "one", owner: "authority", weights: "required" }],
  items,
  ...more,
});
interface About {
  given?: GivenPoints;
  facts?: { [ref: string]: Scalar };
  sets?: { [collection: string]: FactRecord[] };
  sheet?: Partial<Sheet>;
  today?: string;
}
/** Scores one sheet; whatever it comes to, a stranger comes to the same. */
function scored(items: Indicator[], { given = {}, facts = {}, sets = {}, sheet = {}, today }: About = {}) {
  const world = {
    ...worldWith(policy, today === undefined ? facts : { ...facts, today }),
    ...(today === undefined ? {} : { today }),
    set: (collection: string) => sets[collection] ?? [],
  };
  const made = sheetOf(items, sheet);
  const result = scoreSheet(policy, made, { tree: effectiveTree(made, {}, world), given, world });
  expect({ total: result.total, bonus: result.bonus }).toEqual(recompute(result.terms));
  return result;
}
const totalOf = (...asked: Parameters<typeof scored>) => scored(...asked).total;
const item = (points: Indicator["points"], more: Partial<Indicator> = {}): Indicator => ({
  key: "a",
  weight: 100,
  ...(points === undefined ? {} : { points }),
  ...more,
});
const judged = { kind: "judged", by: { role: "experts" } } as const;

describe("a table of grade and count", () => {
  const table: Measure = {
    kind: "tally",
    of: "achievements",
    by: "sum",
    each: {
      cases: [
        { key: "national", when: is("it.level", "national"), then: 10 },
        { key: "provincial", when: is("it.level", "provincial"), then: 5 },
        { key: "city", when: is("it.level", "city"), then: 2 },
      ],
    },
  };
  const level = (name: string): FactRecord => ({ kind: "project", level: name });
  test("each record earns what its row says, one that is in no row earns nothing", () => {
    const achievements = [level("national"), level("national"), level("city"), level("own")];
    expect(totalOf([item(table)], { sets: { achievements } })).toBe("22");
  });
  test("is capped by the item's weight", () => {
    const achievements = Array.from({ length: 12 }, () => level("national"));
    expect(scored([item(table)], { sets: { achievements } }).terms).toMatchObject([
      { raw: "120", points: "100", how: "capped" },
    ]);
  });
});

describe("linear and stepped", () => {
  const line = (partial: "exact" | "whole-steps" | "begun-steps"): Measure => ({
    kind: "line",
    of: fact("host.beds"),
    at: 100,
    gives: 60,
    side: "above",
    every: 50,
    step: 5,
    partial,
  });
  test("a base, a step, and what a part of a step is worth", () => {
    const beds = (n: number, partial: Parameters<typeof line>[0]) =>
      totalOf([item(line(partial))], { facts: { "host.beds": n } });
    expect(beds(100, "exact")).toBe("60");
    expect(beds(175, "exact")).toBe("67.5");
    expect(beds(175, "whole-steps")).toBe("65");
    expect(beds(175, "begun-steps")).toBe("70");
    expect(beds(90, "exact")).toBe("60");
    expect(beds(9000, "exact")).toBe("100");
  });
});

describe("a deduction per miss, with a floor", () => {
  const misses: Measure = {
    kind: "line",
    of: { kind: "tally", of: "reports", by: "count", where: is("it.accepted", false) },
    at: 0,
    gives: 10,
    side: "above",
    every: 1,
    step: -3,
    partial: "whole-steps",
  };
  test("never falls below it", () => {
    const missed = (n: number) =>
      scored([item(misses, { weight: 10, floor: 2 })], {
        sets: { reports: Array.from({ length: n }, () => ({ accepted: false })) },
      });
    expect([0, 1, 2, 3, 9].map((n) => missed(n).total)).toEqual(["10", "7", "4", "2", "2"]);
    expect(missed(9).terms).toMatchObject([{ raw: "-17", points: "2", how: "floored" }]);
  });
  test("without a floor of its own it stops at nothing", () =>
    expect(
      totalOf([item(misses, { weight: 10 })], {
        sets: { reports: Array.from({ length: 9 }, () => ({ accepted: false })) },
      }),
    ).toBe("0"));
});

describe("tolerance bands", () => {
  const about = (than: number, within: number): Condition => ({
    kind: "compare",
    of: fact("host.share"),
    is: "about",
    than,
    within,
  });
  test("the narrowest that holds gives its points", () => {
    const points: Measure = {
      cases: [
        { key: "near", when: about(30, 2), then: 10 },
        { key: "off", when: about(30, 5), then: 6 },
      ],
      otherwise: 0,
    };
    const share = (n: number) => totalOf([item(points, { weight: 10 })], { facts: { "host.share": n } });
    expect([30, 32, 32.5, 25, 24].map(share)).toEqual(["10", "10", "6", "6", "0"]);
  });
});

describe("best-of", () => {
  test("counts the best of several items", () => {
    const items = [
      { ...item(judged), key: "x", weight: 10 },
      { ...item(judged), key: "y", weight: 10 },
    ];
    const group: Indicator = { key: "g", weight: 10, combine: "best", items };
    const result = scored([group], { given: { "g/x": { points: "6" }, "g/y": { points: "8.5" } } });
    expect(result).toMatchObject({ total: "8.5" });
  });
  test("counts one record per person, program or year by its best", () => {
    const points: Measure = {
      kind: "tally",
      of: "achievements",
      by: "sum",
      per: "it.program",
      each: fact("it.amount"),
    };
    const achievements = [
      { program: "p1", amount: 3 },
      { program: "p1", amount: 8 },
      { program: "p2", amount: 2 },
    ];
    expect(totalOf([item(points)], { sets: { achievements } })).toBe("10");
  });
});

describe("first and later contributors", () => {
  test("earn by their role, and by their share", () => {
    const byRole: Measure = {
      kind: "tally",
      of: "achievements",
      by: "sum",
      each: {
        cases: [
          { key: "first", when: is("it.role", "first"), then: 10 },
          { key: "later", when: is("it.role", "later"), then: 4 },
        ],
      },
    };
    const byShare: Measure = {
      kind: "tally",
      of: "achievements",
      by: "sum",
      each: {
        kind: "blend",
        missing: "zero",
        parts: [{ key: "share", of: fact("it.share"), weight: 10 }],
      },
    };
    const achievements = [{ role: "first", share: 0.6 }, { role: "later", share: 0.25 }, { role: "third" }];
    expect(totalOf([item(byRole)], { sets: { achievements } })).toBe("14");
    expect(totalOf([item(byShare)], { sets: { achievements } })).toBe("8.5");
  });
});

describe("evidence or zero", () => {
  const proven = item(judged, { weight: 10, evidence: { kinds: ["paper", "patent"], lacking: "zero" } });
  test("an item without accepted evidence earns nothing and says so", () => {
    const result = scored([proven], { given: { a: { points: "9" } } });
    expect(result).toMatchObject({ total: "0", unscored: [] });
    expect(result.terms).toMatchObject([{ item: "a", points: "0", how: "no-evidence" }]);
  });
  test("only evidence of the kinds that are asked for counts", () => {
    expect(totalOf([proven], { given: { a: { points: "9", evidence: ["photo"] } } })).toBe("0");
    expect(totalOf([proven], { given: { a: { points: "9", evidence: ["photo", "patent"] } } })).toBe("9");
  });
  test("may be waived by the sheet, and leaves the total undecided where that is open", () => {
    const given = { a: { points: "9" } };
    const lacking = (word: NonNullable<Indicator["evidence"]>["lacking"]) =>
      item(judged, { weight: 10, evidence: { lacking: word } });
    expect(totalOf([lacking("accepted")], { given })).toBe("9");
    const open = { open: { asks: { zh: "问", en: "asked" }, per: "policy" as const } };
    const undecided = scoreSheet(policy, sheetOf([lacking(open)]), {
      tree: effectiveTree(sheetOf([lacking(open)])),
      given,
      world: worldWith(policy, {}),
    });
    expect(undecided).toMatchObject({ between: { least: "0", most: "9" }, unsettled: [{ item: "a" }] });
  });
  test("is asked of a group for all that stands in it", () => {
    const group: Indicator = { ...proven, key: "g", items: [item(judged, { weight: 10 })] };
    expect(totalOf([group], { given: {} })).toBe("0");
    expect(totalOf([group], { given: { g: { evidence: ["paper"] }, "g/a": { points: "7" } } })).toBe("7");
  });
});

describe("a period", () => {
  const sum: Measure = { kind: "tally", of: "achievements", by: "sum", each: fact("it.amount") };
  const achievements = [2020, 2021, 2022, 2023, 2024, 2025].map((year, n) => ({
    on: `${year}-06-30`,
    amount: 10 ** n,
  }));
  const during = (period: Indicator["period"], facts: { [ref: string]: Scalar } = {}) =>
    totalOf([{ key: "a", points: sum, ...(period === undefined ? {} : { period }) }], {
      sets: { achievements },
      facts,
      today: "2025-12-01",
    });
  const yearsAgo = (n: number, snap: "year-start" | "year-end") => ({
    from: "today",
    plus: { n: -n, unit: "year" as const },
    snap,
  });
  test("last year, the last three years, a fixed window", () => {
    expect(during({ from: yearsAgo(1, "year-start"), to: yearsAgo(1, "year-end") })).toBe("10000");
    expect(during({ from: yearsAgo(3, "year-start"), to: yearsAgo(1, "year-end") })).toBe("11100");
    expect(during({ from: "2021-01-01", to: "2022-12-31" })).toBe("110");
    expect(during(undefined)).toBe("111111");
  });
  test("the build period, and what was there at application", () => {
    const facts = { "center.term-started-on": "2022-11-10", "case.submitted-on": "2023-01-05" };
    expect(during({ from: { from: "center.term-started-on" } }, facts)).toBe("111000");
    expect(during({ to: { from: "case.submitted-on" } }, facts)).toBe("111");
  });
});

describe("who counts", () => {
  test("staff of at least nine months, everywhere in the sheet", () => {
    const people: FactRecord[] = [
      { person: "甲", "months-employed": 24, title: "professor" },
      { person: "乙", "months-employed": 9, title: "doctor" },
      { person: "丙", "months-employed": 8, title: "professor" },
      { person: "丁" },
    ];
    const heads: Measure = { kind: "tally", of: "people", by: "count" };
    const professors: Measure = { ...heads, where: is("it.title", "professor") };
    const share: Measure = { kind: "ratio", of: professors, to: heads };
    const counts = [{ key: "staff", of: "people" as const, where: is("it.months-employed", 9, "at-least") }];
    expect(totalOf([item(heads)], { sets: { people }, sheet: { counts } })).toBe("2");
    expect(totalOf([item(share)], { sets: { people }, sheet: { counts } })).toBe("0.5");
    expect(totalOf([item(heads)], { sets: { people } })).toBe("4");
  });
});

describe("growth, the center's own contract, and computed beside judged", () => {
  const funds = [
    { on: "2024-03-01", amount: 100 },
    { on: "2025-03-01", amount: 25 },
  ];
  const growth: Measure = {
    kind: "line",
    of: {
      kind: "change",
      of: { kind: "tally", of: "funds", by: "sum", each: fact("it.amount") },
      since: { n: 1, unit: "year" },
      as: "share",
    },
    at: 0,
    gives: 0,
    side: "above",
    every: 0.1,
    step: 4,
    partial: "whole-steps",
  };
  const contract: Measure = {
    kind: "line",
    of: {
      kind: "ratio",
      of: { kind: "tally", of: "goals", by: "count", where: is("it.met", true) },
      to: { kind: "tally", of: "goals", by: "count" },
    },
    at: 0,
    gives: 0,
    side: "above",
    every: 1,
    step: 30,
    partial: "exact",
  };
  const goals = [{ met: true }, { met: true }, { met: false }];
  test("stand in one sheet and add up", () => {
    const items = [
      { ...item(growth), key: "growth", weight: 20, unit: "percent" },
      { ...item(contract), key: "contract", weight: 30 },
      { ...item(judged), key: "panel", weight: 50 },
    ];
    const result = scored(items, { sets: { funds, goals }, given: { panel: { points: "41.5" } } });
    expect(result.terms.map(({ points, how }) => [points, how])).toEqual([
      ["8", "computed"],
      ["20", "computed"],
      ["41.5", "judged"],
    ]);
    expect(result.total).toBe("69.5");
  });
  test("a measure that nobody can compute is said to be missing, and not taken as nothing", () => {
    const made = sheetOf([item(contract, { weight: 30 })]);
    const result = scoreSheet(policy, made, {
      tree: effectiveTree(made),
      given: {},
      world: worldWith(policy, {}),
    });
    expect(result.total).toBeUndefined();
    expect(result.unsettled).toMatchObject([{ item: "a", missing: "sheets/s/items/a/points/of/to" }]);
  });
});

describe("any scale, and levels without weights", () => {
  test.each([100, 900, 1000])("of %i points", (total) => {
    const half = item(judged, { key: "x", weight: total / 2 });
    expect(
      totalOf([half, { ...half, key: "y" }], {
        sheet: { total },
        given: { x: { points: String(total / 2) }, y: { points: "0.5" } },
      }),
    ).toBe(String(total / 2 + 0.5));
  });
  test("items without weights add up inside the weight of the level above", () => {
    const group: Indicator = {
      key: "g",
      weight: 10,
      items: ["x", "y"].map((key) => ({ key, points: judged })),
    };
    expect(totalOf([group], { given: { "g/x": { points: "4" }, "g/y": { points: "3" } } })).toBe("7");
    const full = scored([group], { given: { "g/x": { points: "8" }, "g/y": { points: "7" } } });
    expect(full).toMatchObject({ total: "10", terms: [{ item: "g", points: "10", how: "capped" }, {}, {}] });
  });
});
