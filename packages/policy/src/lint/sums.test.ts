import { describe, expect, test } from "vitest";
import type { Duty } from "../schema/duties.ts";
import type { Condition, Than } from "../schema/sorts.ts";
import { compare, smallPolicy, words } from "../testing/small-policy.ts";
import { sums } from "./sums.ts";

const target = (key: string, than: Than | undefined, parts?: string[]): Duty => ({
  key,
  bearer: "tenant",
  must: compare("tenant.centers", "at-least", than),
  when: { kind: "anytime" },
  every: "once",
  ...(parts === undefined ? {} : { parts }),
});
const said = (...duties: Duty[]) =>
  sums(smallPolicy({ duties })).map(({ path, said: what }) => [path, what.zh, what.en]);
/** What is said of a total of two targets. */
const total = (all: Than, a: Than, b: Than) =>
  said(target("all", all, ["a", "b"]), target("a", a), target("b", b), target("c", 7));
const off = (sum: number, all: number) => [
  [
    "duties/all/parts",
    `各部分合计 ${sum}，目标是 ${all}`,
    `the parts add up to ${sum}, the target is ${all}`,
  ],
];

describe("a target that is the sum of others agrees with them", () => {
  test("to the fourth decimal place", () => {
    expect(total(100, 60, 40)).toEqual([]);
    expect(total(0.3, 0.1, 0.2)).toEqual([]);
    expect(total(100, 60, 50)).toEqual(off(110, 100));
    expect(total(100, 60, 39.9999)).toEqual(off(99.9999, 100));
  });
  test("also where a number was read into the text", () =>
    expect(total({ read: 100, as: words("so") }, { read: 60, as: words("so") }, 50)).toEqual(off(110, 100)));
  test("a target that is not a sum is one by itself", () =>
    expect(said(target("a", 1), target("b", 2))).toEqual([]));

  test.each<[string, Than]>([
    ["open", { open: { asks: words("how many"), per: "policy" } }],
    ["by cases", { cases: [{ key: "a", when: compare("case.year", "equal", 2026), then: 1 }], otherwise: 2 }],
    ["a fact", { kind: "fact", fact: "tenant.centers" }],
    ["a moment", { from: "today" }],
    ["a set", [1, 2]],
    ["a word", "many"],
  ])("nothing is said where a number is %s", (_what, than) => {
    expect(total(100, 60, than)).toEqual([]);
    expect(total(than, 60, 50)).toEqual([]);
  });
  test("nor where a target is no comparison, or compares with nothing", () => {
    const parts = ["a", "b"];
    const all: Condition = { kind: "all", of: [] };
    expect(said({ ...target("all", 1, parts), must: all }, target("a", 60), target("b", 50))).toEqual([]);
    expect(said(target("all", undefined, parts), target("a", 60), target("b", 50))).toEqual([]);
  });
});

describe("the targets that are added are there", () => {
  const missing = (zh: string, en: string) => [
    ["duties/all/parts", `没有可以相加的目标“${zh}”`, `there is no target to add: ${en}`],
  ];

  test("those that are not are named", () =>
    expect(said(target("all", 100, ["a", "x", "y"]), target("a", 100))).toEqual(missing("x、y", "x, y")));
  test("and none is a part of itself", () => {
    expect(said(target("all", 100, ["a", "all"]), target("a", 0))).toEqual(missing("all", "all"));
    expect(said(target("all", 100, ["all", "x"]))).toEqual(missing("x", "x"));
  });
});
