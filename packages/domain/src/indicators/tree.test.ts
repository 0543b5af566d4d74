import { type Indicator, Policy, type Sheet, type SheetItems } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { assert, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { worldWith } from "../testing/world.ts";
import { scoreSheet } from "./score.ts";
import { effectiveTree, flatten } from "./tree.ts";
import { weightSums } from "./weights.ts";

const policy = Policy.parse(pack);
const world = worldWith(policy, {});
const judged = { kind: "judged", by: { role: "experts" } } as const;
const sheetOf = (more: Partial<Indicator> = {}): Sheet => ({
  key: "s",
  for: ["stic"],
  total: 20,
  unit: "points",
  levels: [
    { key: "one", owner: "authority", weights: "required" },
    { key: "two", owner: "applicant", weights: "optional" },
  ],
  items: [{ key: "a", weight: 20, points: judged, ...more }],
});
const rows = (...weights: (number | undefined)[]): SheetItems => ({
  a: weights.map((weight, n) => ({
    key: `r${n}`,
    name: `行${n}`,
    content: "内容",
    ...(weight === undefined ? {} : { weight }),
  })),
});
const scoredLines = (sheet: Sheet, written: SheetItems) =>
  flatten(effectiveTree(sheet, written, world))
    .filter((item) => item.scored)
    .map((item) => item.path);

describe("an applicant's rows", () => {
  test("are scored one by one where their weights are the item's, otherwise the item is scored as one", () => {
    expect(scoredLines(sheetOf(), rows(12, 8))).toEqual(["a/r0", "a/r1"]);
    expect(scoredLines(sheetOf(), rows(0.1, 0.2, 19.7))).toEqual(["a/r0", "a/r1", "a/r2"]);
    for (const written of [rows(), rows(12, undefined), rows(12, 7), rows(12, 9)])
      expect(scoredLines(sheetOf(), written)).toEqual(["a"]);
  });
  test("never replace the points that an item computes itself", () =>
    expect(scoredLines(sheetOf({ points: 5 }), rows(12, 8))).toEqual(["a"]));
  test("add up to the same total, however the points are spread over them", () =>
    assert(
      property(integer({ min: 1, max: 19 }), integer({ min: 0, max: 2000 }), (first, cents) => {
        const tree = effectiveTree(sheetOf(), rows(first, 20 - first), world);
        const share = Math.min(cents, first * 100);
        const rest = Math.min(cents - share, (20 - first) * 100);
        const given = {
          "a/r0": { points: (share / 100).toFixed(2) },
          "a/r1": { points: (rest / 100).toFixed(2) },
        };
        const { total, unscored } = scoreSheet(policy, sheetOf(), { tree, given, world });
        expect(unscored).toEqual([]);
        expect(Number(total)).toBeCloseTo((share + rest) / 100, 10);
      }),
    ));
});

describe("the sum of the rows' weights", () => {
  const sum = (...weights: (number | undefined)[]) => weightSums(sheetOf(), rows(...weights))[0];
  test("says how far it is from the item's weight, exactly", () => {
    expect(sum()).toMatchObject({ state: "none", given: "0", limit: "20" });
    expect(sum(0.1, 0.2)).toMatchObject({ state: "short", given: "0.3", difference: "19.7" });
    expect(sum(12, 8)).toMatchObject({ state: "met", difference: "0" });
    expect(sum(12, 8.0001)).toMatchObject({ state: "over", difference: "0.0001" });
    expect(sum(12, undefined)).toMatchObject({ state: "short", rows: 2, weighted: 1 });
  });
  test("is measured against a weight that is a reading, and against a settled one in its world", () => {
    const read = sheetOf({ weight: { read: 20, as: { zh: "读", en: "read" } } });
    expect(weightSums(read, rows(21))[0]).toMatchObject({ state: "over" });
    const open = sheetOf({ weight: { open: { asks: { zh: "问", en: "asked" }, per: "policy" } } });
    expect(weightSums(open, rows(21))).toEqual([]);
    const settled = worldWith(policy, {}, { "sheets/s/items/a/weight": 20 });
    expect(weightSums(open, rows(21), settled)[0]).toMatchObject({ state: "over" });
  });
});
