import { describe, expect, test } from "vitest";
import { fuling, fulingWith } from "../testing/fuling.ts";
import { diff } from "./differences.ts";
import { merge } from "./merge.ts";
import { mergePolicies } from "./merge-policies.ts";

const item = (key: string, weight = 1) => ({ key, weight });
const list = (...keys: string[]) => ({ items: keys.map((key) => item(key)) });
const cases = (...keys: string[]) => ({ cases: keys.map((key) => ({ key })) });

describe("differences", () => {
  test("are named leaf by leaf, a new or dropped node once, another order once", () => {
    const base = { title: "a", items: [item("a"), item("b"), item("c")], than: [1, 2] };
    const other = { title: "b", items: [item("c"), item("a", 2), item("d")], than: [1, 3] };
    expect(diff(base, other)).toEqual([
      { path: "title", kind: "changed", before: "a", after: "b" },
      { path: "items/a/weight", kind: "changed", before: 1, after: 2 },
      { path: "items/b", kind: "dropped", before: item("b") },
      { path: "items/d", kind: "added", after: item("d") },
      { path: "items", kind: "moved", before: ["a", "c"], after: ["c", "a"] },
      { path: "than", kind: "changed", before: [1, 2], after: [1, 3] },
    ]);
  });
  test("a node that takes another form is one difference, not a mixture of both", () => {
    const open = { open: { asks: "line" } };
    expect(diff({ than: open }, { than: { read: 90, as: "line" } })).toEqual([
      { path: "than", kind: "changed", before: open, after: { read: 90, as: "line" } },
    ]);
  });
});

describe("three-way merge", () => {
  const base = { a: 1, b: 2, items: [item("x"), item("y")] };

  test("takes what one side changed, and what both changed alike", () => {
    const mine = { ...base, a: 9, items: [item("x", 5), item("y")] };
    const theirs = { ...base, a: 9, items: [item("x"), item("y", 7), item("z")] };
    expect(merge(base, mine, theirs)).toEqual({
      document: { a: 9, b: 2, items: [item("x", 5), item("y", 7), item("z")] },
      conflicts: [],
    });
  });
  test("keeps the base and names the leaf where both changed it differently", () =>
    expect(merge(base, { ...base, a: 3 }, { ...base, a: 4 })).toEqual({
      document: base,
      conflicts: [{ path: "a", kind: "changed", base: 1, mine: 3, theirs: 4 }],
    }));
  test("a drop against a change is a conflict at the node", () => {
    const { conflicts } = merge(
      base,
      { ...base, items: [item("y")] },
      { ...base, items: [item("x", 2), item("y")] },
    );
    expect(conflicts).toEqual([{ path: "items/x", kind: "dropped", base: item("x"), theirs: item("x", 2) }]);
  });
  test("the same key added with other contents is a conflict at the node", () => {
    const { conflicts } = merge(list("x"), list("x", "n"), { items: [item("x"), item("n", 8)] });
    expect(conflicts).toMatchObject([
      { path: "items/n", kind: "added", mine: item("n"), theirs: item("n", 8) },
    ]);
  });
  test("a node that took another form on one side does not mix with a change on the other", () => {
    const before = { than: { open: { asks: "line", least: 80 } } };
    const { conflicts } = merge(before, { than: 90 }, { than: { open: { asks: "line", least: 85 } } });
    expect(conflicts).toMatchObject([{ path: "than", kind: "changed" }]);
  });
  test("a pair turned round on one side follows that side, together with what the other added", () =>
    expect(merge(list("a", "b", "c"), list("b", "a", "c"), list("a", "b", "n", "c"))).toEqual({
      document: list("b", "a", "n", "c"),
      conflicts: [],
    }));
  test("relations that go round in a circle are a conflict", () => {
    // mine turns the two round, theirs puts a third between them as they stood
    const { conflicts } = merge(list("a", "b"), list("b", "a"), list("a", "t", "b"));
    expect(conflicts).toMatchObject([{ path: "items", kind: "order" }]);
  });
  test("two cases added at one place are a conflict, at different places they are not", () => {
    expect(merge(cases("a", "b"), cases("a", "m", "b"), cases("a", "t", "b")).conflicts).toMatchObject([
      { path: "cases", kind: "place" },
    ]);
    expect(merge(cases("a", "b"), cases("a", "m", "b"), cases("a", "b", "t"))).toEqual({
      document: cases("a", "m", "b", "t"),
      conflicts: [],
    });
  });
  test("sets of words take what either side added and lose what either dropped", () =>
    expect(merge({ for: ["a", "b"] }, { for: ["a", "b", "m"] }, { for: ["b", "t"] }).document).toEqual({
      for: ["b", "m", "t"],
    }));
});

describe("merge of policies", () => {
  test("is linted again: two changes of weight that are each balanced may not be so together", () => {
    const weights = (output: number, service: number) => {
      const policy = structuredClone(fuling());
      const [, second, third] = policy.sheets[0]?.items ?? [];
      if (second === undefined || third === undefined) throw new Error("the sheet has three groups");
      second.label = { zh: `产出 ${output}`, en: `output ${output}` };
      third.label = { zh: `服务 ${service}`, en: `service ${service}` };
      return policy;
    };
    const { conflicts } = mergePolicies(fuling(), weights(1, 2), weights(3, 2));
    expect(conflicts.map(({ path }) => path)).toEqual([
      "sheets/sheet/items/output/label/zh",
      "sheets/sheet/items/output/label/en",
    ]);
    const mine = fulingWith("sheets/sheet/items/level/weight", { set: 31 });
    const merged = mergePolicies(fuling(), mine, fulingWith("title/zh", { set: "新办法" }));
    expect(merged.policy?.title.zh).toBe("新办法");
    expect(merged.problems.filter(({ level }) => level === "error").map(({ rule }) => rule)).toContain(
      "weights",
    );
  });
});
