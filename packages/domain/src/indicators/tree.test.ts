import { type Indicator, Policy, type Sheet, type SheetItems } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { assert, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { worldWith } from "../testing/world.ts";
import { scoreSheet } from "./score.ts";
import { effectiveTree, flatten, sheetOfType } from "./tree.ts";
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

describe("a line of the tree", () => {
  const label = { zh: "平台", en: "platform" };
  const rowsOf = (...written: [name: string, content: string, weight?: number][]): SheetItems => ({
    a: written.map(([name, content, weight], n) => ({
      key: `r${n}`,
      name,
      content,
      ...(weight === undefined ? {} : { weight }),
    })),
  });
  test("says where it stands, whose it is, what it weighs and whether it is scored", () => {
    const item: Indicator = { key: "a", label, weight: 20, points: judged, slots: 3 };
    expect(effectiveTree({ ...sheetOf(), items: [item] })).toStrictEqual([
      {
        path: "a",
        level: 1,
        label,
        owner: "authority",
        indicator: item,
        scored: true,
        items: [],
        weight: "20",
        slots: 3,
      },
    ]);
  });
  test("has the rows that say something below it, by their own words", () => {
    const [line] = effectiveTree(sheetOf(), rowsOf(["行", ""], [" ", ""], ["", "内容"]));
    const row = (key: string, name: string, content: string) => ({
      path: `a/${key}`,
      level: 2,
      label: { zh: name, en: name },
      content,
      owner: "applicant",
      scored: false,
      items: [],
    });
    expect(line?.items).toStrictEqual([row("r0", "行", ""), row("r2", "", "内容")]);
    expect(line?.label).toEqual({ zh: "a", en: "a" });
    const weighed = effectiveTree(sheetOf(), rowsOf(["行", "内容", 20]))[0]?.items[0];
    expect([weighed?.weight, weighed?.scored]).toEqual(["20", true]);
  });
  test("is the owner's of its level, or where there is none the applicant's row and the authority's line", () => {
    const owners = (levels: Sheet["levels"]) =>
      flatten(effectiveTree({ ...sheetOf(), levels }, rowsOf(["行", "内容"]))).map(({ owner }) => owner);
    const [one, two] = sheetOf().levels;
    if (one === undefined || two === undefined) throw new Error("there are two levels");
    expect(owners([one, { ...two, owner: "parent-center" }])).toEqual(["authority", "parent-center"]);
    expect(owners([{ ...one, owner: "parent-center" }])).toEqual(["parent-center", "applicant"]);
    expect(owners([])).toEqual(["authority", "applicant"]);
  });
  test("has the items of the sheet below it and no rows, and is then not scored itself", () => {
    const inner: Indicator = { key: "b", weight: 20, points: judged };
    const tree = effectiveTree(sheetOf({ items: [inner] }), rowsOf(["行", "内容", 20]));
    expect(flatten(tree).map(({ path, level, scored }) => [path, level, scored])).toEqual([
      ["a", 1, false],
      ["a/b", 2, true],
    ]);
  });
  test("is scored as one where its weight is not known, whatever its rows weigh", () => {
    const open = sheetOf({ weight: { open: { asks: label, per: "policy" } } });
    expect(scoredLines(open, rows(12, 8))).toEqual(["a"]);
    expect(effectiveTree(open, {}, world)[0]).not.toHaveProperty("weight");
    const { weight: _, ...weightless } = sheetOf().items[0] ?? { key: "a" };
    expect(scoredLines({ ...sheetOf(), items: [weightless] }, rows(12, 8))).toEqual(["a"]);
  });
  test("below another one finds its settled weight by its own path", () => {
    const inner: Indicator = { key: "b", weight: { open: { asks: label, per: "policy" } }, points: judged };
    const settled = worldWith(policy, {}, { "sheets/s/items/a/items/b/weight": 7 });
    expect(
      flatten(effectiveTree(sheetOf({ items: [inner] }), {}, settled)).map(({ weight }) => weight),
    ).toEqual(["20", "7"]);
  });
});

test("the sheet of a type is the first that is for it", () => {
  const of = (...types: string[]): Sheet => ({ ...sheetOf(), key: types.join(), for: types });
  const sheets = [of("a"), of("b", "c"), of("c")];
  expect(["b", "c", "d"].map((type) => sheetOfType({ ...policy, sheets }, type)?.key)).toEqual([
    "b,c",
    "b,c",
    undefined,
  ]);
});

test("a sum of weights is told as a whole", () =>
  expect(weightSums(sheetOf(), rows(12, undefined))).toStrictEqual([
    { item: "a", given: "12", limit: "20", difference: "8", rows: 2, weighted: 1, state: "short" },
  ]));
