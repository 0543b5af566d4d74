import { describe, expect, test } from "vitest";
import { smallPolicy, told, words } from "../testing/small-policy.ts";
import { labels } from "./labels.ts";

const said = (parts: object) => told(labels(smallPolicy(parts)));
const unlabelled = (path: string) => `${path}: it has no label`;

describe("what people see by name has one", () => {
  test.each([
    "types",
    "conditions",
    "measures",
    "caps",
    "forms",
    "sheets",
    "gradings",
    "procedures",
    "consequences",
    "funding",
    "duties",
    "promotions",
    "words",
    "lists",
    "facts",
    "bodies",
  ])("each of the %s", (list) => {
    expect(said({ [list]: [{ key: "a" }, { key: "b", label: words("b") }] })).toEqual([
      unlabelled(`${list}/a`),
    ]);
  });
  test.each([
    ["forms", "sections"],
    ["registers", "fields"],
    ["sheets", "levels"],
    ["sheets", "items"],
    ["lists", "items"],
    ["procedures", "stages"],
  ])("in the %s also the %s", (list, part) => {
    expect(said({ [list]: [{ key: "x", label: words("x"), [part]: [{ key: "a" }] }] })).toEqual([
      unlabelled(`${list}/x/${part}/a`),
    ]);
  });
  test("the columns of a table", () => {
    const table = { key: "t", label: words("t"), columns: [{ key: "c" }] };
    expect(said({ registers: [{ key: "r", fields: [table] }] })).toEqual([
      unlabelled("registers/r/fields/t/columns/c"),
    ]);
  });
});

describe("what nobody is shown by name needs none", () => {
  test.each(["documents", "clauses", "registers", "names"])("the %s", (list) =>
    expect(said({ [list]: [{ key: "a" }] })).toEqual([]),
  );
  test("the conditions and effects of a rule", () => {
    const asked = { kind: "all", of: [{ key: "a", kind: "compare" }] };
    expect(said({ conditions: [{ key: "c", label: words("c"), test: asked }] })).toEqual([]);
  });
});

test("an item of a list may leave its word open, an item of a sheet may not", () => {
  const open = { asks: words("its word"), per: "policy" };
  const of = { key: "x", label: words("x"), items: [{ key: "a", open }] };
  expect(said({ lists: [of] })).toEqual([]);
  expect(said({ sheets: [of] })).toEqual([unlabelled("sheets/x/items/a")]);
});

test("a node that has no key either is told at its array", () =>
  expect(said({ bodies: [{}] })).toEqual([unlabelled("bodies/")]));
