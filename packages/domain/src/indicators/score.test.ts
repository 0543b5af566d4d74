import { type Condition, type Indicator, Policy, type Scalar, type Sheet } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { array, assert, boolean, constantFrom, integer, option, property, record } from "fast-check";
import { describe, expect, test } from "vitest";
import type { FactRecord } from "../contract/facts.ts";
import { worldWith } from "../testing/world.ts";
import { recompute } from "./recompute.ts";
import { type GivenPoints, scoreSheet } from "./score.ts";
import { effectiveTree } from "./tree.ts";

const policy = Policy.parse(pack);
const asks = { zh: "问", en: "asked" };
const open = { open: { asks, per: "policy" as const } };
const judged = { kind: "judged", by: { role: "experts" } } as const;
const line = (key: string, weight: number, more: Partial<Indicator> = {}): Indicator => ({
  key,
  weight,
  points: judged,
  ...more,
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
interface Case {
  facts?: { [ref: string]: Scalar };
  settled?: { [path: string]: unknown };
  records?: FactRecord[];
}
const score = (sheet: Sheet, points: { [item: string]: string | null }, about: Case = {}) => {
  const world = { ...worldWith(policy, about.facts ?? {}, about.settled), set: () => about.records ?? [] };
  const given: GivenPoints = Object.fromEntries(
    Object.entries(points).map(([item, one]) => [item, { points: one }]),
  );
  const tree = effectiveTree(sheet, {}, world);
  const scored = scoreSheet(policy, sheet, { tree, given, world });
  return { ...scored, again: recompute(scored.terms) };
};
const honest: Condition = {
  kind: "compare",
  of: { kind: "fact", fact: "case.honest" },
  is: "equal",
  than: true,
};

describe("one line", () => {
  test("gives no more than its weight; what is above it is lost or becomes a bonus", () => {
    expect(score(sheetOf([line("a", 10)]), { a: "12.5" })).toMatchObject({ total: "10", bonus: "0" });
    const kept = score(sheetOf([line("a", 10, { overflow: "bonus" })]), { a: "12.5" });
    expect(kept).toMatchObject({ total: "10", bonus: "2.5" });
    expect(kept.terms).toMatchObject([{ item: "a", raw: "12.5", points: "10", how: "capped" }]);
  });
  test("gives no less than its floor", () =>
    expect(score(sheetOf([line("a", 10, { floor: 4 })]), { a: "1" })).toMatchObject({
      total: "4",
      terms: [{ raw: "1", points: "4", how: "floored" }],
    }));
  test("a bonus stands outside the total, also a group of them", () => {
    const sheet = sheetOf([
      line("a", 10),
      line("b", 5, { bonus: true }),
      { key: "g", bonus: true, weight: 4, items: [line("c", 3), line("d", 3)] },
    ]);
    expect(score(sheet, { a: "8", b: "5", "g/c": "3", "g/d": "3" })).toMatchObject({
      total: "8",
      bonus: "9",
      unscored: [],
    });
  });
});

describe("what is not known is said and not passed over", () => {
  test("an open weight, an open floor and an unknown gate hold the total back until they are settled", () => {
    const held = sheetOf([
      line("w", 10, { weight: open }),
      line("f", 10, { floor: open }),
      line("g", 10, { gate: honest }),
    ]);
    const given = { w: "5", f: "5", g: "5" };
    expect(score(held, given)).toMatchObject({
      unscored: [],
      unsettled: [
        { item: "w", open: { path: "sheets/s/items/w/weight" } },
        { item: "f", open: { path: "sheets/s/items/f/floor" } },
        { item: "g", missing: "case.honest" },
      ],
      between: { least: "5", most: "20" },
    });
    expect(score(held, given).total).toBeUndefined();
    const about = {
      settled: { "sheets/s/items/w/weight": 4, "sheets/s/items/f/floor": 6 },
      facts: { "case.honest": true },
    };
    expect(score(held, given, about)).toMatchObject({ unscored: [], unsettled: [], total: "15" });
  });
  test("a weight that is a reading is a weight", () =>
    expect(score(sheetOf([line("a", 0, { weight: { read: 10, as: asks } })]), { a: "12" })).toMatchObject({
      total: "10",
      unscored: [],
    }));
});

describe("a gate", () => {
  const gated = sheetOf([
    { key: "g", weight: 20, gate: honest, floor: 2, items: [line("a", 10), line("b", 10)] },
    line("c", 10),
  ]);
  test("takes all points below it, and asks for none", () => {
    const closed = score(gated, { "g/a": "10", c: "7" }, { facts: { "case.honest": false } });
    expect(closed).toMatchObject({ total: "7", unscored: [] });
    expect(closed.terms.map(({ how }) => how)).toEqual(["gated", "judged"]);
  });
  test("that is open lets them count", () =>
    expect(score(gated, { "g/a": "10", "g/b": "9", c: "7" }, { facts: { "case.honest": true } }).total).toBe(
      "26",
    ));
});

describe("siblings", () => {
  test("best-of counts the best one alone", () =>
    expect(
      score(sheetOf([{ key: "g", weight: 10, combine: "best", items: [line("a", 10), line("b", 10)] }]), {
        "g/a": "6",
        "g/b": "8",
      }).total,
    ).toBe("8"));
  test("a group is capped by its own weight", () =>
    expect(
      score(sheetOf([{ key: "g", weight: 10, overflow: "bonus", items: [line("a", 8), line("b", 8)] }]), {
        "g/a": "8",
        "g/b": "7",
      }),
    ).toMatchObject({ total: "10", bonus: "5" }));
  test("what does not apply shares its weight out, counts zero, or blocks, as the sheet says", () => {
    const absent = (how: "share-out" | "zero" | "block") =>
      score(sheetOf([line("a", 60), line("b", 40, { absent: how })]), { a: "30", b: null });
    expect(absent("share-out")).toMatchObject({ total: "50", unscored: [] });
    expect(absent("zero")).toMatchObject({ total: "30", unscored: [] });
    expect(absent("block")).toMatchObject({ unscored: ["b"] });
  });
});

describe("computed lines", () => {
  const tally = {
    kind: "tally",
    of: "achievements",
    by: "sum",
    each: { kind: "fact", fact: "it.amount" },
  } as const;
  const records: FactRecord[] = [
    { kind: "own", amount: 2, on: "2023-05-01" },
    { kind: "own", amount: 3, on: "2024-05-01" },
    { kind: "guest", amount: 4, on: "2024-06-01" },
  ];
  const year = { from: "2024-01-01", to: "2024-12-31" };
  const computed = (more: Partial<Indicator> = {}) => line("a", 100, { points: tally, ...more });
  const total = (sheet: Sheet) => score(sheet, {}, { records }).total;
  test("keep to the period of the sheet, of the item, or of their own measure, the nearest first", () => {
    expect(total(sheetOf([computed()]))).toBe("9");
    expect(total(sheetOf([computed()], { period: year }))).toBe("7");
    const narrow = { from: "2024-06-01" };
    expect(total(sheetOf([computed({ period: narrow })], { period: year }))).toBe("4");
    const own = computed({ points: { ...tally, during: { to: "2023-12-31" } } });
    expect(total(sheetOf([own], { period: year }))).toBe("2");
  });
  test("count only whom the sheet counts", () => {
    const where: Condition = {
      kind: "compare",
      of: { kind: "fact", fact: "it.kind" },
      is: "equal",
      than: "own",
    };
    expect(total(sheetOf([computed()], { counts: [{ key: "own", of: "achievements", where }] }))).toBe("5");
  });
});

describe("the total", () => {
  test("decides unrounded; what is shown is rounded once, as the sheet says", () => {
    const sheet = sheetOf([line("a", 100)], { rounding: { places: 1, mode: "half-up" } });
    expect(score(sheet, { a: "79.95" })).toMatchObject({ total: "79.95", shown: "80.0" });
    expect(score(sheetOf([line("a", 100)]), { a: "79.999" })).toMatchObject({ shown: "79.99" });
  });

  const how = record({
    points: option(integer({ min: -50, max: 2000 }), { nil: null, freq: 4 }),
    overflow: constantFrom<"lost" | "bonus">("lost", "bonus"),
    absent: constantFrom<"share-out" | "zero">("share-out", "zero"),
    bonus: boolean(),
    floor: integer({ min: 0, max: 3 }),
  });
  const groups = array(
    record({
      lines: array(how, { minLength: 1, maxLength: 4 }),
      combine: constantFrom<"sum" | "best">("sum", "best"),
      gate: constantFrom("none", "open", "closed"),
    }),
    { minLength: 1, maxLength: 3 },
  );
  test("follows from its kept terms and the sheet alone, and stays within the weights", () =>
    assert(
      property(groups, (made) => {
        const items = made.map(({ lines, combine, gate }, n): Indicator => ({
          key: `g${n}`,
          weight: 15,
          combine,
          ...(gate === "none" ? {} : { gate: gate === "open" ? honest : { kind: "not", of: honest } }),
          items: lines.map(({ overflow, absent, bonus, floor }, i) =>
            line(`l${i}`, 10, { overflow, absent, floor, ...(bonus ? { bonus } : {}) }),
          ),
        }));
        const points = Object.fromEntries(
          made.flatMap(({ lines }, n) =>
            lines.map(({ points: one }, i) => [`g${n}/l${i}`, one === null ? null : (one / 100).toFixed(2)]),
          ),
        );
        const scored = score(sheetOf(items), points, { facts: { "case.honest": true } });
        expect(scored.unscored).toEqual([]);
        expect([scored.again.total, scored.again.bonus]).toEqual([scored.total, scored.bonus]);
        expect(Number(scored.total)).toBeGreaterThanOrEqual(0);
        expect(Number(scored.total)).toBeLessThanOrEqual(15 * made.length);
        expect(Number(scored.bonus)).toBeGreaterThanOrEqual(0);
      }),
    ));
});
