import { describe, expect, test } from "vitest";
import { nodeAt, pathOf } from "./paths.ts";
import { segmentOf, walk } from "./walk.ts";

const deep = { key: "deep" };
const a = { key: "a", kind: "named", inner: deep };
const b = { kind: "score", word: "x" };
const c = { role: "host" };
const list = { elements: [a, b, c, "word", null, [deep]] };
const document = { list, plain: 1, none: null };

test("every object of a document is a place, with its path and what stands above it", () =>
  expect(walk(document)).toEqual([
    { path: "list", node: list, segments: ["list"], ancestors: [document] },
    { path: "list/elements/a", node: a, segments: ["list", "elements", "a"], ancestors: [document, list] },
    {
      path: "list/elements/a/inner",
      node: deep,
      segments: ["list", "elements", "a", "inner"],
      ancestors: [document, list, a],
    },
    {
      path: "list/elements/score",
      node: b,
      segments: ["list", "elements", "score"],
      ancestors: [document, list],
    },
    { path: "list/elements/2", node: c, segments: ["list", "elements", "2"], ancestors: [document, list] },
    {
      path: "list/elements/5/deep",
      node: deep,
      segments: ["list", "elements", "5", "deep"],
      ancestors: [document, list],
    },
  ]));

test.each([
  [{ key: "a", kind: "b" }, "a"],
  [{ key: 1, kind: "b" }, "b"],
  [{ kind: 1 }, "7"],
  [{}, "7"],
  ["a", "7"],
  [null, "7"],
])("an element is known by its key, its kind, or where it stands: %j", (element, segment) =>
  expect(segmentOf(element, 7)).toBe(segment),
);

describe("a path leads", () => {
  test("to objects, arrays, plain values", () => {
    expect(nodeAt(document, "list/elements/a/inner")).toBe(deep);
    expect(nodeAt(document, "list/elements")).toBe(list.elements);
    expect(nodeAt(document, "list/elements/score/word")).toBe("x");
    expect(nodeAt(document, "list/elements/3")).toBe("word");
    expect(nodeAt(document, "none")).toBeNull();
  });
  test.each([
    "nowhere",
    "list/elements/z",
    "plain/x",
    "none/x",
    "list/elements/3/length",
    "constructor",
    "list/elements/length",
  ])("nowhere: %s", (path) => expect(nodeAt(document, path)).toBeUndefined());
});

test("a node of a document knows its path, a node of another one has none", () => {
  expect(pathOf(document, b)).toBe("list/elements/score");
  expect(pathOf(document, document)).toBeUndefined();
  expect(pathOf({ list: { ...list } }, list)).toBeUndefined();
  expect(pathOf(document, c)).toBe("list/elements/2");
});
