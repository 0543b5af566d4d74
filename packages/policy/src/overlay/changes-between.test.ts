import { describe, expect, test } from "vitest";
import type { Json } from "../schema/changes.ts";
import { applyChanges } from "./apply-changes.ts";
import { changesBetween } from "./changes-between.ts";

const item = (key: string, weight = 1) => ({ key, weight });
const list = (...keys: string[]) => ({ items: keys.map((key) => item(key)) });

/** The changes, after a look whether they lead where they should. */
function changes(base: Json & object, other: Json & object): object[] {
  const between = changesBetween(base, other);
  expect(applyChanges(base, between)).toEqual(other);
  return between;
}

describe("the changes that lead from one document to another", () => {
  test("are none between equal ones, whatever the order of their fields", () =>
    expect(changesBetween({ a: 1, b: 2 }, { b: 2, a: 1 })).toEqual([]));
  test("set, add and drop fields, each as deep down as it is", () =>
    expect(changes({ a: { b: 1, c: 2, d: { e: 1 } } }, { a: { b: 1, c: 3, d: {} }, f: 4 })).toEqual([
      { key: "c1", at: "a/c", set: 3 },
      { key: "c2", at: "a/d/e", drop: true },
      { key: "c3", at: "f", set: 4 },
    ]));
  test("name elements of lists by their keys", () =>
    expect(
      changes(
        { items: [item("a"), item("b"), item("c")] },
        { items: [item("a"), item("n"), item("c", 2), item("z")] },
      ),
    ).toEqual([
      { key: "c1", at: "items/b", drop: true },
      { key: "c2", at: "items/c/weight", set: 2 },
      { key: "c3", at: "items", add: item("n"), after: "a" },
      { key: "c4", at: "items", add: item("z"), after: "c" },
    ]));
});

describe("what cannot be stepped to is set as a whole", () => {
  test.each([
    ["another order", list("a", "b"), list("b", "a")],
    ["a new first element", list("a", "b"), list("n", "a", "b")],
    ["no element any more", list("a"), list()],
    ["elements without names", { items: [1, 2] }, { items: [1, 3] }],
    ["elements instead of words", { items: ["a"] }, list("a")],
    ["words instead of elements", list("a"), { items: ["a"] }],
  ])("%s", (_what, base, other) =>
    expect(changes(base, other)).toEqual([{ key: "c1", at: "items", set: other.items }]),
  );
  test("a node of another form", () => {
    const open = { than: { open: { asks: "line" } } };
    const read = { than: { read: 90, as: "line" } };
    expect(changes(open, read)).toEqual([{ key: "c1", at: "than", set: read.than }]);
    expect(changes({ than: 80 }, read)).toEqual([{ key: "c1", at: "than", set: read.than }]);
  });
  test("but not a whole document, whatever its form", () =>
    expect(changes({ kind: "call", id: 1 }, { kind: "overlay", id: 1 })).toEqual([
      { key: "c1", at: "kind", set: "overlay" },
    ]));
});
