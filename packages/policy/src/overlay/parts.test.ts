import { describe, expect, test } from "vitest";
import { asJson, below, formOf, isObject, isWordSet, namedElements, same } from "./parts.ts";

test("an object is no list, no nothing, no word", () => {
  expect([{}, { a: 1 }].every(isObject)).toBe(true);
  expect([[], null, "a", 1, true, undefined].some(isObject)).toBe(false);
});

test("two documents are the same whatever the order of their fields", () => {
  expect(same({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toBe(true);
  expect(same({ a: 1 }, { a: 2 })).toBe(false);
  expect(same([1, 2], [2, 1])).toBe(false);
  expect(same(undefined, undefined)).toBe(true);
  expect(same(undefined, null)).toBe(false);
  expect(same(null, undefined)).toBe(false);
});

describe("elements have names", () => {
  test("their keys, else their kinds, in order", () => {
    const b = { kind: "score" };
    const a = { key: "a", kind: "score" };
    expect([...(namedElements([b, a]) ?? [])]).toEqual([
      ["score", b],
      ["a", a],
    ]);
    expect(namedElements([])).toEqual(new Map());
  });
  test.each([
    ["an element without a name", [{ key: "a" }, { role: "host" }]],
    ["an element with a number for a name", [{ key: 1 }]],
    ["an element with a number for a kind", [{ kind: 1 }]],
    ["plain words", ["a", "b"]],
    ["lists", [[]]],
    ["two of one name", [{ key: "a" }, { key: "a", kind: "b" }]],
    ["no list", { key: "a" }],
    ["nothing", undefined],
  ])("%s: the list is taken as a whole", (_what, list) =>
    expect(namedElements(list as never)).toBeUndefined(),
  );
});

describe("a list of words is a set", () => {
  test.each<[unknown, string, boolean]>([
    [["a", "b"], "for", true],
    [[], "for", true],
    [["a", "b"], "than", false],
    [["a", "a"], "for", false],
    [["a", 1], "for", false],
    ["ab", "for", false],
    [undefined, "for", false],
  ])("%j in %s: %s", (list, field, isSet) => expect(isWordSet(list as never, field)).toBe(isSet));
});

test("two nodes have one form where they are of one kind and one sort of value", () => {
  expect(formOf({ a: 1 })).toBe(formOf({ b: 2 }));
  const forms = [
    {},
    { kind: "a" },
    { kind: "b" },
    { do: "a" },
    { does: "a" },
    { open: {} },
    { read: 1 },
    { cases: [] },
    { kind: "a", open: {} },
  ].map(formOf);
  expect(new Set(forms).size).toBe(forms.length);
});

test("paths are joined by a stroke, and begin without one", () => {
  expect(below("", "lists")).toBe("lists");
  expect(below("lists", "grades")).toBe("lists/grades");
});

test("plain JSON has no fields without a value", () =>
  expect(asJson({ a: 1, b: undefined })).toEqual({ a: 1 }));
