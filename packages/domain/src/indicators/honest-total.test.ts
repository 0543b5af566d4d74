// A total stays honest while weights are open, and a variant of a sheet is a sheet of its own.
import {
  type Condition,
  type Indicator,
  Policy,
  type Scalar,
  type Sheet,
  type Value,
} from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { array, assert, constantFrom, integer, property, record } from "fast-check";
import { describe, expect, test } from "vitest";
import { worldWith } from "../testing/world.ts";
import { recompute } from "./recompute.ts";
import { scoreSheet } from "./score.ts";
import { effectiveTree } from "./tree.ts";
import { variedSheet } from "./variant.ts";

const policy = Policy.parse(pack);
const asks = { zh: "权重", en: "the weight" };
const judged = { kind: "judged", by: { role: "experts" } } as const;
const sheetOf = (items: Indicator[], more: Partial<Sheet> = {}): Sheet => ({
  key: "s",
  for: ["stic"],
  total: 100,
  unit: "points",
  levels: [{ key: "one", owner: "authority", weights: "required" }],
  items,
  ...more,
});
const score = (
  sheet: Sheet,
  points: { [item: string]: string | null },
  settled: { [path: string]: unknown } = {},
) => {
  const world = worldWith(policy, {}, settled);
  const given = Object.fromEntries(Object.entries(points).map(([item, one]) => [item, { points: one }]));
  return scoreSheet(policy, sheet, { tree: effectiveTree(sheet, {}, world), given, world });
};
const openWeight = (least: number, most: number): Value<number> => ({
  open: { asks, per: "policy", least, most },
});

describe("a total with open weights", () => {
  const sheet = sheetOf([
    { key: "a", weight: openWeight(10, 30), points: judged },
    { key: "b", weight: 60, points: judged },
  ]);
  test("is decided where no weight in its bounds can change it", () =>
    expect(score(sheet, { a: "9.5", b: "50" })).toMatchObject({ total: "59.5", unsettled: [] }));
  test("otherwise lies between two ends and names what is open", () => {
    const held = score(sheet, { a: "25", b: "50" });
    expect(held).toMatchObject({
      between: { least: "60", most: "75" },
      unsettled: [{ item: "a", open: { path: "sheets/s/items/a/weight", least: 10, most: 30 } }],
    });
    expect(held.total).toBeUndefined();
  });
  test("with lines that nobody has scored lies between nothing and their weight", () =>
    expect(score(sheet, { b: "50" })).toMatchObject({
      between: { least: "50", most: "80" },
      unscored: ["a"],
    }));

  const line = record({
    least: integer({ min: 1, max: 20 }),
    width: integer({ min: 0, max: 20 }),
    place: integer({ min: 0, max: 20 }),
    points: integer({ min: 0, max: 4000 }),
    absent: constantFrom<"no" | "zero" | "share-out">("no", "no", "zero", "share-out"),
    overflow: constantFrom<"lost" | "bonus">("lost", "bonus"),
  });
  const groups = array(
    record({
      lines: array(line, { minLength: 1, maxLength: 3 }),
      combine: constantFrom<"sum" | "best">("sum", "best"),
    }),
    { minLength: 1, maxLength: 3 },
  );
  test("whatever the weights are settled to, the total lies where it was said to lie", () =>
    assert(
      property(groups, (made) => {
        const items = made.map(({ lines, combine }, g): Indicator => ({
          key: `g${g}`,
          combine,
          items: lines.map(({ least, width, absent, overflow }, l): Indicator => ({
            key: `l${l}`,
            weight: openWeight(least, least + width),
            points: judged,
            overflow,
            ...(absent === "no" ? {} : { absent }),
          })),
        }));
        const each = made.flatMap(({ lines }, g) => lines.map((one, l) => ({ g, l, ...one })));
        const points = Object.fromEntries(
          each.map(({ g, l, points: n, absent }) => [
            `g${g}/l${l}`,
            absent === "no" ? (n / 100).toFixed(2) : null,
          ]),
        );
        const settled = Object.fromEntries(
          each.map(({ g, l, least, width, place }) => [
            `sheets/s/items/g${g}/items/l${l}/weight`,
            least + Math.min(place, width),
          ]),
        );
        const { between } = score(sheetOf(items), points);
        const after = score(sheetOf(items), points, settled);
        expect(after.unsettled).toEqual([]);
        expect(Number(after.total)).toBeGreaterThanOrEqual(Number(between.least ?? -Infinity) - 1e-9);
        expect(Number(after.total)).toBeLessThanOrEqual(Number(between.most ?? Infinity) + 1e-9);
        expect(recompute(after.terms)).toEqual({ total: after.total, bonus: after.bonus });
      }),
    ));
});

describe("a stranger who adds the terms up", () => {
  const sheet = sheetOf([
    {
      key: "g",
      weight: 15,
      overflow: "bonus",
      items: ["x", "y"].map((key) => ({ key, weight: 10, points: judged })),
    },
    { key: "b", weight: 20, points: judged },
  ]);
  const { terms, total, bonus } = score(sheet, { "g/x": "9", "g/y": "8", b: "12" });
  test("comes to the total", () => expect(recompute(terms)).toEqual({ total, bonus }));
  test("and to another one where a term was changed", () => {
    const forged = terms.map((term) => (term.item === "b" ? { ...term, raw: "13" } : term));
    expect(recompute(forged).total).not.toBe(total);
  });
});

describe("a variant of a sheet", () => {
  const inField = (key: string): Condition => ({
    kind: "compare",
    of: { kind: "fact", fact: "application.field" },
    is: "equal",
    than: key,
  });
  const sheet = sheetOf(
    [
      { key: "a", weight: 60, points: judged },
      { key: "b", weight: 40, points: judged },
    ],
    {
      variants: [
        {
          key: "surgery",
          when: inField("surgery"),
          changes: [
            { key: "less", at: "items/b/weight", set: 30 },
            {
              key: "more",
              at: "items",
              add: {
                key: "c",
                weight: { open: { asks, per: "policy" } },
                points: { kind: "judged", by: { role: "experts" } },
              },
            },
          ],
        },
      ],
    },
  );
  const varied = (facts: { [ref: string]: Scalar }, settled: { [path: string]: unknown } = {}) =>
    variedSheet(sheet, worldWith(policy, facts, settled));

  test("holds for its field alone", () => {
    expect(varied({ "application.field": "medicine" })).toMatchObject({ value: { sheet } });
    const surgery = varied({ "application.field": "surgery" });
    expect(surgery).toMatchObject({
      value: { sheet: { items: [{ weight: 60 }, { weight: 30 }, { key: "c" }] } },
    });
  });
  test("is not guessed while the field is not known", () =>
    expect(varied({})).toEqual({ kind: "missing", ref: "application.field" }));
  test("an open value that it brought in is settled where it stands in the document", () => {
    const path = "sheets/s/variants/surgery/changes/more/add/weight";
    const found = varied({ "application.field": "surgery" }, { [path]: 10 });
    if (found.kind !== "known") throw new Error(found.kind);
    const { sheet: own, world } = found.value;
    const tree = effectiveTree(own, {}, world);
    expect(tree.map(({ weight }) => weight)).toEqual(["60", "30", "10"]);
  });
});
