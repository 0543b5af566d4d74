import { describe, expect, test } from "vitest";
import type { Json } from "../schema/changes.ts";
import type { Lock } from "../schema/text.ts";
import type { Difference } from "./differences.ts";
import { isLowered, keepsLocks, lockAllows, lockAt, nodesDown } from "./lock.ts";

const beds = { key: "beds", lock: "free" };
const form = { key: "report", lock: "values", fields: [beds, { key: "name" }], size: 1 };
const document: Json = {
  forms: [form, { key: "plain", lock: "whatever" }],
  lists: [{ key: "grades", lock: "labels", items: [{ key: "a", lock: "fixed" }] }],
};

test("a path leads down through nodes, as far as they exist", () => {
  expect(nodesDown(document, "forms/report/fields/beds")).toEqual([
    document,
    document["forms"],
    form,
    form.fields,
    beds,
  ]);
  expect(nodesDown(document, "forms/report/size/x")).toEqual([document, document["forms"], form, 1]);
  expect(nodesDown(document, "forms/nobody/fields")).toEqual([document, document["forms"]]);
  expect(nodesDown(document, "nowhere")).toEqual([document]);
});

test("the narrowest lock from the top down holds", () => {
  expect(lockAt(document, "forms/report/fields/beds/label")).toBe("values");
  expect(lockAt(document, "forms/report")).toBe("values");
  expect(lockAt(document, "lists/grades/items/a")).toBe("fixed");
  expect(lockAt(document, "lists/grades/items/b")).toBe("labels");
  expect(lockAt(document, "forms/plain")).toBeUndefined();
  expect(lockAt(document, "forms")).toBeUndefined();
});

const change = (
  path: string,
  kind: Difference["kind"] = "changed",
  values: Partial<Difference> = {},
): Difference => ({ path, kind, before: 1, after: 2, ...values });

describe("a lock lets an overlay make changes", () => {
  const allowed = (one: Difference) =>
    (["fixed", "labels", "values", "free"] as const).filter((lock) => lockAllows(lock, one));
  const FREE: Lock[] = ["free"];
  const VALUES: Lock[] = ["values", "free"];
  const WORDS: Lock[] = ["labels", "values", "free"];
  const nodes: Json = [{ key: "a" }];

  test.each<[string, Difference, Lock[]]>([
    ["a label", change("lists/grades/label/zh"), WORDS],
    ["a whole label", change("lists/grades/label"), WORDS],
    ["a hint", change("forms/f/sections/s/fields/x/hint/en"), WORDS],
    ["another name", change("documents/main/aka"), WORDS],
    ["a question", change("conditions/c/test/asks/zh"), WORDS],
    ["a title", change("title/zh"), WORDS],
    ["a purpose", change("types/t/purpose/zh"), WORDS],
    ["a text", change("names/n/parts/p/text"), WORDS],
    ["a reading", change("measures/m/is/as/zh"), WORDS],
    ["a new label", change("lists/grades/label", "added"), WORDS],
    ["a word of the tenant", change("words/center", "dropped"), WORDS],
    ["what stands below a label", change("lists/label/items/a/rank"), VALUES],
    ["a value", change("sheets/s/total"), VALUES],
    ["a list of words", change("conditions/c/for", "changed", { before: ["a"], after: ["b"] }), VALUES],
    ["a list of nodes", change("x/of", "changed", { before: nodes, after: ["a"] }), FREE],
    ["words that become nodes", change("x/of", "changed", { before: ["a"], after: nodes }), FREE],
    ["a new node", change("lists/grades/items/a", "added"), FREE],
    ["a dropped node", change("forms/f/sections/s/fields/x", "dropped"), FREE],
    ["another order", change("lists/grades/items", "moved"), FREE],
    ["a new section of a form", change("forms/f/sections/s", "added"), VALUES],
    ["sections of a form", change("forms/f/sections", "added"), VALUES],
    ["a new field of a form", change("forms/f/sections/s/fields/x", "added"), VALUES],
    ["a new column", change("forms/f/sections/s/fields/x/columns/c", "added"), FREE],
    ["a new form", change("forms/f", "added"), FREE],
    ["a field of something else", change("registers/forms/r/sections/s", "added"), FREE],
    ["a cap that is lowered", change("caps/c/most", "changed", { before: 3, after: 2 }), VALUES],
    ["a cap that is raised", change("caps/c/most"), FREE],
    ["what lies in a cap", change("caps/c/most/open/least"), VALUES],
    ["a most of something else", change("types/t/caps/c/most"), VALUES],
  ])("%s", (...[, one, locks]) => expect(allowed(one)).toEqual(locks));
});

test("lower is a smaller number, and nothing else", () => {
  const lowered = (before: Json, after: Json) => isLowered(change("x", "changed", { before, after }));
  expect(lowered(3, 2)).toBe(true);
  expect(lowered(2, 2)).toBe(false);
  expect(lowered(2, 3)).toBe(false);
  expect(lowered("3", 2)).toBe(false);
  expect(lowered(3, "2")).toBe(false);
});

describe("a lock is only made narrower", () => {
  test.each<[string, Difference["kind"], Json | undefined, boolean]>([
    ["forms/report/lock", "changed", "labels", true],
    ["forms/report/lock", "changed", "values", true],
    ["forms/report/lock", "changed", "free", false],
    ["forms/report/lock", "changed", "open", false],
    ["forms/report/lock", "dropped", undefined, false],
    ["forms/report/lock", "dropped", "fixed", false],
    ["forms/report/fields/name/lock", "added", "values", true],
    ["forms/report/fields/name/lock", "added", "free", false],
    ["lists/lock", "added", "free", true],
    ["forms/report/size", "dropped", undefined, true],
  ])("%s %s %s: %s", (...[path, kind, after, keeps]) => {
    const one = { path, kind, ...(after === undefined ? {} : { after }) };
    expect(keepsLocks(document, one)).toBe(keeps);
  });
});
