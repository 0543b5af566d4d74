import { describe, expect, test } from "vitest";
import type { Json } from "../schema/changes.ts";
import { fulingWith } from "../testing/fuling.ts";
import { comparisons } from "./comparisons.ts";

const asks = { zh: "问", en: "asked" };

/** What the rule says of one comparison: of what, how, with what. */
function said(fact: string, is: string, than?: Json): string[] {
  const compare: Json = {
    kind: "compare",
    of: { kind: "fact", fact },
    is,
    ...(than === undefined ? {} : { than }),
  };
  return comparisons(fulingWith("conditions/ready/test", { set: compare }))
    .filter(({ path }) => path === "conditions/ready/test")
    .map((problem) => problem.said.en);
}

describe("a comparison has what it needs", () => {
  test.each<[string, Json | undefined, string[]]>([
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
    ["host.name", true, false],
    ["case.opened-on", "2022-10-19", true],
    ["case.opened-on", "19 October", false],
    ["center.standing", "building", true],
    ["center.standing", "built", false],
    ["result.means", "pass", true],
    ["result.means", "splendid", false],
    ["result.grade", "pass", true],
    ["result.grade", "splendid", false],
    ["center.type", "stic", true],
    ["center.type", "castle", false],
  ])("%s equal to %j", (fact, value, fits) =>
    expect(said(fact, "equal", value)).toEqual(fits ? [] : never(fact, value)),
  );

  test("also where it is read, chosen, picked by cases, or one of several", () => {
    const fact = "center.standing";
    expect(said(fact, "one-of", ["building", "built"])).toEqual(never(fact, "built"));
    expect(said(fact, "equal", { read: "built", as: asks })).toEqual(never(fact, "built"));
    const choice = (then: Json): Json => ({ key: "one", label: asks, then });
    expect(said(fact, "equal", { open: { asks, per: "policy", choices: [choice("built")] } })).toEqual(
      never(fact, "built"),
    );
    expect(said(fact, "equal", { open: { asks, per: "policy" } })).toEqual([]);
    const when = { kind: "all", of: [] };
    const cases = [{ key: "one", when, then: "built" }];
    expect(said(fact, "equal", { cases, otherwise: "ruined" })).toEqual([
      ...never(fact, "built"),
      ...never(fact, "ruined"),
    ]);
    expect(said(fact, "equal", { cases })).toEqual(never(fact, "built"));
  });

  test("higher and lower only where there is an order", () => {
    const unordered = (fact: string) => [`the list of “${fact}” has no order to compare by`];
    expect(said("result.grade", "at-least", "pass")).toEqual([]);
    expect(said("host.name", "at-least", "a")).toEqual(unordered("host.name"));
    expect(said("host.name", "equal", "a")).toEqual([]);
    const flat = fulingWith("lists/grades/ordered", { set: false });
    const of = { kind: "fact", fact: "result.grade" } as const;
    const condition = flat.conditions[0];
    if (condition === undefined) throw new Error("there is a condition");
    condition.test = { kind: "compare", of, is: "at-least", than: "pass" };
    expect(comparisons(flat).map(({ said: { en } }) => en)).toContain(unordered("result.grade")[0]);
  });
});
