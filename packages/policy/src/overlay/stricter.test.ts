import { describe, expect, test } from "vitest";
import type { Json } from "../schema/changes.ts";
import type { Difference } from "./differences.ts";
import { isStricter } from "./stricter.ts";

const line = (key: string, is: string) => ({
  key,
  kind: "compare",
  of: { kind: "fact", fact: "host.beds" },
  is,
  than: 500,
});
const document: Json = {
  types: [{ key: "lab", fields: "fields" }],
  lists: [
    { key: "fields", items: [{ key: "heart" }] },
    { key: "grades", items: [] },
  ],
  caps: [{ key: "seats", most: 2 }],
  conditions: [
    {
      key: "beds",
      test: {
        kind: "all",
        of: [
          line("least", "at-least"),
          line("more", "more-than"),
          line("most", "at-most"),
          line("less", "less-than"),
          line("equal", "equal"),
          { key: "any", kind: "any", of: [line("least", "at-least")] },
          { key: "inner", kind: "all", of: [line("least", "at-least")] },
        ],
      },
    },
    { key: "plain", test: line("x", "at-least") },
    { key: "denied", test: { kind: "all", of: [line("least", "at-least")] } },
    { key: "not", test: { kind: "not", of: { kind: "named", condition: "denied" } } },
    { key: "asked", test: { kind: "all", of: [line("least", "at-least")] } },
    { key: "asks", test: { kind: "all", of: [{ key: "a", kind: "named", condition: "asked" }] } },
    { key: "picks", test: { kind: "all", of: [line("least", "at-least")] } },
  ],
  duties: [
    { key: "d", must: { kind: "named", condition: "picks" } },
    { key: "e", must: { kind: "all", of: [line("least", "at-least")] } },
  ],
};
const stricter = (path: string, kind: Difference["kind"], values: Partial<Difference> = {}) =>
  isStricter(document, { path, kind, ...values });
const raised = (path: string) => stricter(path, "changed", { before: 500, after: 600 });
const lowered = (path: string) => stricter(path, "changed", { before: 500, after: 400 });

describe("what belongs to the year of a call may be set as it likes", () => {
  test.each([
    "bodies/finance",
    "documents/call/title",
    "clauses/c",
    "title/zh",
    "inForce/from",
    "inForce",
    "procedures/entry/starts/when",
    "procedures/entry/starts/when/from",
    "procedures/entry/stages/collect/window",
    "procedures/entry/stages/collect/window/to",
    "lists/fields/items/heart",
    "lists/fields/items",
  ])("%s", (path) => {
    expect(stricter(path, "dropped")).toBe(true);
    expect(stricter(path, "added")).toBe(true);
  });
  test.each([
    "bodies",
    "titles/zh",
    "types/title/tier",
    "procedures/entry/starts/whenever",
    "procedures/entry/starts/who",
    "procedures/entry/stages/collect/windows",
    "procedures/entry/stages/window",
    "lists/grades/items/best",
    "lists/fields/label",
    "sheets/fields/items/a",
    "sheets/bodies/items",
    "sheets/clauses/x",
  ])("but not %s", (path) => expect(stricter(path, "dropped")).toBe(false));
});

describe("what is added asks more", () => {
  test.each([
    ["caps/more", true],
    ["conditions/more", true],
    ["forms/f/sections/s", true],
    ["forms/f/sections/s/fields/x", true],
    ["procedures/p/stages/s/requires", true],
    ["conditions/beds/test/of/more", true],
    ["conditions/beds/test/of/inner/of/more", true],
    ["conditions/beds/test/of/any/of/more", false],
    ["conditions/denied/test/of/more", false],
    ["conditions/asked/test/of/more", true],
    ["conditions/picks/test/of/more", false],
    ["duties/e/must/of/more", false],
    ["conditions/beds/test/of/least/within", false],
    ["conditions/beds/force", false],
    ["caps/seats/distinct", false],
    ["forms/f", false],
    ["forms/f/sections/s/fields/x/columns/c", false],
    ["x/forms/f/sections/s", false],
    ["x/caps/c", false],
    ["procedures/p/stages/s", false],
    ["procedures/p/stages/s/requires/x", false],
    ["x/procedures/p/stages/s/requires", false],
    ["funding/f", false],
  ])("%s: %s", (path, asksMore) => expect(stricter(path, "added")).toBe(asksMore));
  test.each(["caps/seats", "conditions/beds", "conditions/beds/test/of/least"])(
    "what is dropped or moved asks less: %s",
    (path) => {
      expect(stricter(path, "dropped")).toBe(false);
      expect(stricter(path, "moved", { before: ["a", "b"], after: ["b", "a"] })).toBe(false);
    },
  );
});

describe("a line is drawn tighter", () => {
  const of = "conditions/beds/test/of";

  test("an at-least raised, an at-most lowered", () => {
    expect([raised(`${of}/least/than`), lowered(`${of}/least/than`)]).toEqual([true, false]);
    expect([raised(`${of}/more/than`), lowered(`${of}/more/than`)]).toEqual([true, false]);
    expect([raised(`${of}/most/than`), lowered(`${of}/most/than`)]).toEqual([false, true]);
    expect([raised(`${of}/less/than`), lowered(`${of}/less/than`)]).toEqual([false, true]);
    expect([raised(`${of}/equal/than`), lowered(`${of}/equal/than`)]).toEqual([false, false]);
  });
  test("also where it is the whole condition, or stands under all within all", () => {
    expect(raised("conditions/plain/test/than")).toBe(true);
    expect(raised(`${of}/inner/of/least/than`)).toBe(true);
  });
  test("not under any, not where something denies it, and not outside the conditions", () => {
    expect(raised(`${of}/any/of/least/than`)).toBe(false);
    expect(raised("conditions/denied/test/of/least/than")).toBe(false);
    expect(raised("conditions/picks/test/of/least/than")).toBe(false);
    expect(raised("duties/e/must/of/least/than")).toBe(false);
    expect(raised("conditions/asked/test/of/least/than")).toBe(true);
  });
  test("numbers only, and nothing but the line", () => {
    expect(stricter(`${of}/least/than`, "changed", { before: 500, after: "600" })).toBe(false);
    expect(stricter(`${of}/least/than`, "changed", { before: "500", after: 600 })).toBe(false);
    expect(stricter(`${of}/least/than`, "changed", { before: 500, after: 500 })).toBe(false);
    expect(stricter(`${of}/most/than`, "changed", { before: 500, after: 500 })).toBe(false);
    expect(raised(`${of}/least/within`)).toBe(false);
    expect(raised(`${of}/nobody/than`)).toBe(false);
  });
  test("a cap lowered", () => {
    expect(lowered("caps/seats/most")).toBe(true);
    expect(raised("caps/seats/most")).toBe(false);
    expect(lowered("caps/seats/least")).toBe(false);
    expect(lowered("types/seats/most")).toBe(false);
    expect(lowered("caps/seats/where/most")).toBe(false);
  });
});

describe("a list grows", () => {
  const changed = (path: string, before: Json, after: Json) => stricter(path, "changed", { before, after });
  const requires = "procedures/p/stages/s/requires";

  test("the conditions that a stage requires", () => {
    expect(changed(requires, ["a"], ["b", "a"])).toBe(true);
    expect(changed(requires, ["a", "b"], ["a", "c"])).toBe(false);
    expect(changed(requires, "a", ["a"])).toBe(false);
    expect(changed(requires, ["a"], "a")).toBe(false);
    expect(changed("procedures/p/stages/s/after", ["a"], ["a", "b"])).toBe(false);
    expect(changed(`x/${requires}`, ["a"], ["a", "b"])).toBe(false);
    expect(changed(`${requires}/x`, ["a"], ["a", "b"])).toBe(false);
  });
  test("the parts of all, the old ones as they were", () => {
    const all = "conditions/beds/test/of";
    expect(changed(all, [{ a: 1 }], [{ a: 1 }, { b: 1 }])).toBe(true);
    expect(changed(all, [{ a: 1 }], [{ b: 1 }, { a: 1 }])).toBe(false);
    expect(changed(all, [{ a: 1 }], [{ a: 2 }])).toBe(false);
    expect(changed(all, [{ a: 1 }, { b: 1 }], [{ a: 1 }])).toBe(false);
    expect(changed(all, 1, [{ a: 1 }])).toBe(false);
    expect(changed(all, [{ a: 1 }], 1)).toBe(false);
    expect(changed("conditions/beds/test/of/any/of", [], [{ a: 1 }])).toBe(false);
    expect(changed("conditions/denied/test/of", [], [{ a: 1 }])).toBe(false);
    expect(changed("duties/e/must/of", [], [{ a: 1 }])).toBe(false);
  });
});
