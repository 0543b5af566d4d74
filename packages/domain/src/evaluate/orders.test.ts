import { type CompareOperator, Policy, type Scalar } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { describe, expect, test } from "vitest";
import { compareScalars, sortOf } from "./compare.ts";

const label = { zh: "名", en: "name" };
const items = (...keys: (string | [key: string, rank: number])[]) =>
  keys.map((one) => (typeof one === "string" ? { key: one, label } : { key: one[0], label, rank: one[1] }));
const list = (key: string, ordered: boolean, ...keys: Parameters<typeof items>) => ({
  key,
  label,
  ordered,
  items: items(...keys),
});
const parsed = Policy.parse(pack);
const policy: Policy = {
  ...parsed,
  lists: [
    ...parsed.lists,
    list("first-best", true, "gold", "silver", "bronze"),
    list("ranked", true, ["low", 1], ["high", 3], ["middle", 2]),
    list("flat", false, "red", "blue"),
  ],
  facts: ["first-best", "ranked", "flat"].map((key) => ({
    key,
    about: "host",
    kind: "item",
    list: key,
    kept: "declared",
    by: { role: "host" },
  })),
};
const holds = (fact: string, [a, is, ...than]: [Scalar, CompareOperator, ...Scalar[]]) =>
  compareScalars(a, { is, than, sort: sortOf(policy, fact) });

describe("what is higher", () => {
  test("is what stands before in a list that gives no ranks", () => {
    expect(holds("host.first-best", ["gold", "more-than", "silver"])).toBe(true);
    expect(holds("host.first-best", ["bronze", "less-than", "silver"])).toBe(true);
    expect(holds("host.first-best", ["silver", "at-least", "silver"])).toBe(true);
    expect(holds("host.first-best", ["gold", "at-most", "silver"])).toBe(false);
    expect(holds("host.first-best", ["silver", "between", "bronze", "gold"])).toBe(true);
    expect(holds("host.first-best", ["gold", "between", "bronze", "silver"])).toBe(false);
  });
  test("is what has the greater rank in one that does", () => {
    expect(holds("host.ranked", ["high", "more-than", "middle"])).toBe(true);
    expect(holds("host.ranked", ["low", "less-than", "middle"])).toBe(true);
    expect(holds("host.ranked", ["middle", "at-least", "high"])).toBe(false);
  });
  test("cannot be said of what is not on the list, whichever side it is on", () => {
    expect(holds("host.ranked", ["best", "at-least", "low"])).toBeUndefined();
    expect(holds("host.ranked", ["low", "at-least", "best"])).toBeUndefined();
    expect(holds("host.ranked", ["low", "between", "low", "best"])).toBeUndefined();
  });
  test("is told of numbers by what they are, of other words by their letters, and of nothing that is both", () => {
    expect(holds("host.beds", ["9", "less-than", 10])).toBe(true);
    expect(holds("host.beds", [10, "at-least", "10.0"])).toBe(true);
    expect(holds("host.name", ["2023-01-01", "more-than", "2022-12-31"])).toBe(true);
    expect(holds("host.name", ["a", "less-than", "b"])).toBe(true);
    expect(holds("host.name", ["a", "at-most", "a"])).toBe(true);
    expect(holds("host.name", ["a", "less-than", "a"])).toBe(false);
    expect(holds("host.name", ["a", "at-least", 1])).toBeUndefined();
    expect(holds("host.name", [1, "at-least", "a"])).toBeUndefined();
    expect(holds("host.legal-person", [true, "at-least", "a"])).toBeUndefined();
  });
});

describe("what is equal", () => {
  test("is the same word, and the same number however it is written", () => {
    expect(holds("host.beds", ["500", "equal", 500])).toBe(true);
    expect(holds("host.beds", ["500.0", "equal", "500"])).toBe(true);
    expect(holds("host.name", ["500.0", "equal", "500"])).toBe(false);
    expect(holds("host.name", ["500", "equal", "500"])).toBe(true);
    expect(holds("host.name", ["a", "equal", 1])).toBe(false);
    expect(holds("host.flat", ["red", "not-equal", "blue"])).toBe(true);
    expect(holds("host.flat", ["red", "one-of", "blue", "red"])).toBe(true);
    expect(holds("host.flat", ["red", "none-of", "blue", "red"])).toBe(false);
  });
});

describe("the sort of a fact", () => {
  test("is a scale where its list is ordered, the first of several places counting", () => {
    const scale = sortOf(policy, "host.first-best").scale;
    expect(["silver", "bronze", "tin"].map((item) => scale?.(item))).toEqual([-1, -2, undefined]);
    expect(["low", "middle", "high"].map((item) => sortOf(policy, "host.ranked").scale?.(item))).toEqual([
      1, 2, 3,
    ]);
    expect(sortOf(policy, "host.flat").scale).toBeUndefined();
  });
  test("is numeric of numbers and of what was computed, and is read once", () => {
    expect(sortOf(policy, "host.beds").numeric).toBe(true);
    expect(sortOf(policy, "host.name").numeric).toBe(false);
    expect(sortOf(policy, undefined)).toEqual({ scale: undefined, numeric: true });
    expect(sortOf(policy, "host.beds")).toBe(sortOf(policy, "host.beds"));
  });
});

describe("what several values are compared with", () => {
  test("is each by its own place in an order", () => {
    expect(holds("host.beds", [5, "between", 5, 5])).toBe(true);
    expect(holds("host.beds", [6, "between", 5, 5])).toBe(false);
    expect(holds("host.beds", [5, "between", 1])).toBe(false);
    expect(holds("host.beds", [5, "at-least"])).toBe(false);
    expect(holds("host.beds", [5, "known", 5])).toBeUndefined();
  });
  test("is equal where the words are written alike, whatever they are", () => {
    expect(holds("host.legal-person", [true, "equal", true])).toBe(true);
    expect(holds("host.legal-person", [true, "equal", false])).toBe(false);
    expect(holds("host.beds", [5, "equal", 5.5])).toBe(false);
    expect(holds("host.beds", ["five", "equal", "six"])).toBe(false);
    expect(holds("host.name", [5, "equal", "5.0"])).toBe(true);
    expect(holds("host.name", ["b", "more-than", "a"])).toBe(true);
    expect(holds("host.name", ["a", "more-than", "b"])).toBe(false);
    expect(holds("host.name", ["a", "at-least", "b"])).toBe(false);
  });
});
