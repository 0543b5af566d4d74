import { describe, expect, test } from "vitest";
import { applyChanges, ChangePathError } from "./apply-changes.ts";

describe("changes at paths of keys", () => {
  const document = {
    weight: 1,
    items: [
      { key: "a", weight: 1 },
      { key: "b", weight: 2 },
    ],
  };

  test("set, add and drop, and leave the document as it was", () => {
    const before = JSON.stringify(document);
    const changed = applyChanges(document, [
      { key: "1", at: "items/a/weight", set: 5 },
      { key: "2", at: "items", add: { key: "c" }, after: "a" },
      { key: "3", at: "items/b", drop: true },
      { key: "4", at: "weight", drop: true },
      { key: "5", at: "items/c", set: { key: "d" } },
    ]);
    expect(changed).toEqual({ items: [{ key: "a", weight: 5 }, { key: "d" }] });
    expect(JSON.stringify(document)).toBe(before);
  });
  test.each([
    { at: "items/z/weight", set: 1 },
    { at: "items/z", drop: true as const },
    { at: "nothing", drop: true as const },
    { at: "weight", add: 1 },
    { at: "items", add: 1, after: "z" },
    { at: "constructor/prototype/x", set: 1 },
  ])("refuses a path that leads nowhere: $at", (change) =>
    expect(() => applyChanges(document, [{ key: "c", ...change }])).toThrow(ChangePathError),
  );
});
