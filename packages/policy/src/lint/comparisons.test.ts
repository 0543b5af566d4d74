import { describe, expect, test } from "vitest";
import type { Policy } from "../schema/policy.ts";
import type { Choice, CompareCondition, Condition, Than } from "../schema/sorts.ts";
import type { List } from "../schema/vocabulary.ts";
import { compare, procedureOf, smallPolicy, words } from "../testing/small-policy.ts";
import { comparisons } from "./comparisons.ts";

const asks = words("asked");
const grades: List = {
  key: "grades",
  ordered: true,
  items: [
    { key: "pass", rank: 2 },
    { key: "fail", rank: 1 },
  ],
};
const policyWith = (condition: Condition, list = grades): Policy =>
  smallPolicy({
    lists: [list],
    gradings: [{ key: "final", list: "grades", grade: "pass" }],
    types: [{ key: "stic", subject: "center", tier: "city" }],
    procedures: [procedureOf([])],
    conditions: [{ key: "ready", for: ["stic"], of: "application", test: condition }],
  });

/** What the rule says of one comparison: of what, how, with what. */
const said = (...compared: Parameters<typeof compare>): string[] =>
  comparisons(policyWith(compare(...compared))).map((problem) => problem.said.en);

describe("a comparison has what it needs", () => {
  test.each<[CompareCondition["is"], Than | undefined, string[]]>([
    ["known", undefined, []],
    ["known", 1, ["known takes no than"]],
    ["equal", undefined, ["equal needs a than"]],
    ["equal", [1], ["equal compares with one value"]],
    ["at-least", [1, 2], ["at-least compares with one value"]],
    ["between", [1, 2], []],
    ["between", [1], ["between needs two values"]],
    ["between", [1, 2, 3], ["between needs two values"]],
    ["between", 1, ["between needs two values"]],
    ["one-of", [1], []],
    ["one-of", 1, ["one-of needs a set"]],
    ["none-of", 1, ["none-of needs a set"]],
    ["none-of", { kind: "fact", fact: "host.beds" }, []],
  ])("%s with %j", (is, than, problems) => expect(said("host.beds", is, than)).toEqual(problems));
});

describe("what is compared with can be the value of the fact", () => {
  const never = (fact: string, value: string | number | boolean) => [
    `“${fact}” can never be “${String(value)}”`,
  ];
  test.each<[string, string | number | boolean, boolean]>([
    ["host.beds", 500, true],
    ["host.beds", "500", false],
    ["host.legal-person", true, true],
    ["host.legal-person", "yes", false],
    ["host.name", "甲医院", true],
    ["host.name", 120, true],
    ["host.name", true, false],
    ["case.opened-on", "2022-10-19", true],
    ["case.opened-on", "2022-10-19T17:00:00", true],
    ["case.opened-on", "19 October", false],
    ["case.opened-on", "on 2022-10-19", false],
    ["case.opened-on", "2022-10-1", false],
    ["case.opened-on", 20221019, false],
    ["center.standing", "building", true],
    ["center.standing", "built", false],
    ["center.standing", 1, false],
    ["result.means", "pass", true],
    ["result.means", "splendid", false],
    ["result.means", 1, false],
    ["result.grade", "pass", true],
    ["result.grade", "splendid", false],
    ["center.type", "stic", true],
    ["center.type", "castle", false],
    ["appealed.procedure", "entry", true],
    ["appealed.procedure", "exit", false],
    ["center.field", "whatever, for no list says which there are", true],
    ["host.shoe-size", "whatever, for another rule tells that there is no such fact", true],
  ])("%s equal to %j", (fact, value, fits) =>
    expect(said(fact, "equal", value)).toEqual(fits ? [] : never(fact, value)),
  );

  test("also where it is read, chosen, picked by cases, or one of several", () => {
    const fact = "center.standing";
    expect(said(fact, "one-of", ["building", "built"])).toEqual(never(fact, "built"));
    expect(said(fact, "equal", { read: "built", as: asks })).toEqual(never(fact, "built"));
    const choice = (then: string): Choice => ({ key: "one", label: asks, then });
    expect(said(fact, "equal", { open: { asks, per: "policy", choices: [choice("built")] } })).toEqual(
      never(fact, "built"),
    );
    expect(said(fact, "equal", { open: { asks, per: "policy" } })).toEqual([]);
    const when: Condition = { kind: "all", of: [] };
    const cases = [{ key: "one", when, then: "built" }];
    expect(said(fact, "equal", { cases, otherwise: "ruined" })).toEqual([
      ...never(fact, "built"),
      ...never(fact, "ruined"),
    ]);
    expect(said(fact, "equal", { cases })).toEqual(never(fact, "built"));
  });

  test("another fact, a moment, or what is computed may be anything", () => {
    expect(said("center.standing", "equal", { kind: "fact", fact: "parent.standing" })).toEqual([]);
    expect(said("center.standing", "equal", { from: "today" })).toEqual([]);
    const ratio: Condition = {
      kind: "compare",
      of: { kind: "ratio", of: 1, to: 2 },
      is: "equal",
      than: "half",
    };
    expect(comparisons(policyWith(ratio))).toEqual([]);
  });

  test("higher and lower only where there is an order", () => {
    const unordered = (fact: string) => [`the list of “${fact}” has no order to compare by`];
    expect(said("result.grade", "at-least", "pass")).toEqual([]);
    for (const is of ["at-least", "at-most", "more-than", "less-than"] as const)
      expect(said("host.name", is, "a")).toEqual(unordered("host.name"));
    expect(said("host.name", "between", ["a", "b"])).toEqual(unordered("host.name"));
    expect(said("host.name", "equal", "a")).toEqual([]);
    expect(said("host.name", "one-of", ["a", "b"])).toEqual([]);
    const flat = (list: List) =>
      comparisons(policyWith(compare("result.grade", "at-least", "pass"), list)).map(
        (problem) => problem.said.en,
      );
    expect(flat({ ...grades, ordered: false })).toEqual(unordered("result.grade"));
    expect(flat({ ...grades, items: [...grades.items, { key: "late" }] })).toEqual(unordered("result.grade"));
  });
});
