import { describe, expect, test } from "vitest";
import type { Change } from "../schema/changes.ts";
import type { Indicator, Sheet } from "../schema/sheets.ts";
import { compare, sheetOf, smallPolicy, words } from "../testing/small-policy.ts";
import { weights } from "./weights.ts";

const open = { open: { asks: words("the weight"), per: "policy" } } as const;
const item = (key: string, weight?: Indicator["weight"], rest: Partial<Indicator> = {}): Indicator => ({
  key,
  ...(weight === undefined ? {} : { weight }),
  ...rest,
});
const problems = (items: Indicator[], rest: Partial<Sheet> = {}) =>
  weights(smallPolicy({ sheets: [sheetOf(items, rest)] }));
const said = (...args: Parameters<typeof problems>) =>
  problems(...args).map(({ path, said: what }) => `${path}: ${what.en}`);

describe("weights add up to what is above them", () => {
  const off = (path: string, sums: string, gap: string) => [
    `${path}: the weights below add up to ${sums}: ${gap}`,
  ];

  test("level one to the total of the sheet", () => {
    expect(said([item("a", 60), item("b", 40)])).toEqual([]);
    expect(said([item("a", 60), item("b", 30.5)])).toEqual(
      off("sheets/sheet", "90.5 instead of 100", "9.5 missing"),
    );
    expect(said([item("a", 60), item("b", 40.1)])).toEqual(
      off("sheets/sheet", "100.1 instead of 100", "0.1 too many"),
    );
    expect(said([item("a", 0.1), item("b", 0.2)], { total: 0.3 })).toEqual([]);
  });
  test("level two to its item", () => {
    const b = (weight: number) => item("b", 60, { items: [item("x", 20), item("y", weight)] });
    expect(said([item("a", 40), b(40)])).toEqual([]);
    expect(said([item("a", 40), b(30)])).toEqual(
      off("sheets/sheet/items/b", "50 instead of 60", "10 missing"),
    );
  });
  test("each level three too", () => {
    const c = item("c", 100, { items: [item("d", 60, { items: [item("e", 50)] }), item("f", 40)] });
    const levels: Sheet["levels"] = ["one", "two", "three"].map((key) => ({
      key,
      owner: "authority",
      weights: "optional",
    }));
    expect(said([c], { levels })).toEqual(
      off("sheets/sheet/items/c/items/d", "50 instead of 60", "10 missing"),
    );
  });
  test("a number that was read counts as read", () => {
    const as = words("so");
    expect(said([item("a", { read: 60, as }), item("b", 30)], { total: { read: 100, as } })).toEqual(
      off("sheets/sheet", "90 instead of 100", "10 missing"),
    );
  });
  test("it is said in Chinese what is missing, and what is too much", () => {
    const zh = (b: number) => problems([item("a", 60), item("b", b)]).map((problem) => problem.said.zh);
    expect(zh(30)).toEqual(["下级权重合计 90，应为 100，少 10"]);
    expect(zh(50)).toEqual(["下级权重合计 110，应为 100，多 10"]);
  });
});

describe("nothing is added up where that is not the whole", () => {
  const short = [item("x", 10), item("y", 20)];

  test.each<[string, Indicator[], Partial<Sheet>]>([
    ["a sheet that says there are more", [item("a", 60)], { more: true }],
    ["an item that says there are more", [item("a", 100, { more: true, items: short })], {}],
    ["an item of which the best counts", [item("a", 100, { combine: "best", items: short })], {}],
    ["a weight that is open", [item("a", 60), item("b", open)], {}],
    ["a total that is open", [item("a", 60)], { total: open }],
    ["an item above without a number", [item("a", open, { items: short })], {}],
    ["items below without weights", [item("a", 100, { items: [item("x"), item("y")] })], {}],
    ["an item below without a weight", [item("a", 100, { items: [item("x", 10), item("y")] })], {}],
    ["a bonus beside the whole", [item("a", 100), item("b", 5, { bonus: true })], {}],
    ["a bonus without a weight", [item("a", 100), item("b", undefined, { bonus: true })], {}],
  ])("%s", (_what, items, rest) => expect(said(items, rest)).toEqual([]));
  test("but there it is, where it says that there are no more, or that they are summed", () => {
    const sum = ["sheets/sheet/items/a: the weights below add up to 30 instead of 100: 70 missing"];
    expect(said([item("a", 100, { more: false, items: short })])).toEqual(sum);
    expect(said([item("a", 100, { combine: "sum", items: short })])).toEqual(sum);
    expect(said([item("a", 90)], { more: false })).toEqual([
      "sheets/sheet: the weights below add up to 90 instead of 100: 10 missing",
    ]);
  });
});

describe("each level is named, and has weights where they are required", () => {
  test("an item deeper than the levels is told", () => {
    const deep = item("a", 100, { items: [item("x", 100, { items: [item("deep")] })] });
    const path = "sheets/sheet/items/a/items/x/items/deep";
    expect(problems([deep]).map((problem) => [problem.path, problem.said])).toEqual([
      [path, { zh: "指标有 3 级，表只写了 2 级", en: "the item is on level 3, the sheet names 2 levels" }],
    ]);
  });
  test("a weight that is required and missing is told, on that level alone", () => {
    const levels = (one: "required" | "optional" | "none", two: "required" | "none"): Partial<Sheet> => ({
      levels: [
        { key: "one", owner: "authority", weights: one },
        { key: "two", owner: "applicant", weights: two },
      ],
    });
    const missing = (at: string) =>
      `sheets/sheet/items/${at}: weights are required on this level and the item has none`;
    const items = [item("a", undefined, { items: [item("x")] })];
    expect(said(items, levels("required", "none"))).toEqual([missing("a")]);
    expect(said(items, levels("none", "required"))).toEqual([missing("a/items/x")]);
    expect(said(items, levels("optional", "none"))).toEqual([]);
    expect(said([item("a", open)], levels("required", "none"))).toEqual([]);
    expect(said([item("a", undefined, { bonus: false })], levels("required", "none"))).toEqual([
      missing("a"),
    ]);
  });
});

describe("a variant of a sheet adds up as well", () => {
  const varied = (change: { set: number } | { set: string }, at: string) => {
    const changes: Change[] = [{ key: "c", at, ...change }];
    return said([item("a", 60), item("b", 40)], {
      variants: [{ key: "surgery", when: compare("center.field", "equal", "surgery"), changes }],
    });
  };

  test("and is told in its own place", () => {
    expect(varied({ set: 40 }, "items/b/weight")).toEqual([]);
    expect(varied({ set: 50 }, "items/b/weight")).toEqual([
      "sheets/sheet/variants/surgery: the weights below add up to 110 instead of 100: 10 too many",
    ]);
  });
  test("one that cannot be applied, or makes no sheet, is told", () => {
    const bad = ["sheets/sheet/variants/surgery: the changes of this variant do not apply to the sheet"];
    expect(varied({ set: 50 }, "items/nobody/weight")).toEqual(bad);
    expect(varied({ set: "much" }, "items/b/weight")).toEqual(bad);
  });
});
