import { describe, expect, test } from "vitest";
import type { Policy } from "../schema/policy.ts";
import type { Scenario } from "../schema/scenario.ts";
import { compare, procedureOf, smallPolicy, told, words } from "../testing/small-policy.ts";
import { lintScenarios } from "./scenarios.ts";

const example = (expected: Scenario["expect"], touches?: string[]): Scenario => ({
  key: "x",
  label: words("an example"),
  given: { now: "2026-01-01" },
  expect: expected,
  ...(touches === undefined ? {} : { touches }),
});
const truth = (at: string, touches?: string[]) => example({ kind: "condition", at, truth: "true" }, touches);
const said = (parts: Partial<Policy>, ...examples: Scenario[]) =>
  told(lintScenarios(smallPolicy(parts), examples));
const shown = (path: string) => `${path}: no example shows this rule`;
const unreached = (...stages: string[]) =>
  `procedures/entry/stages: no example shows these stages: ${stages.join(", ")}`;
const lost = (path: string) =>
  `${path}: the example “an example” names a place that the policy does not have`;

const when = compare("host.beds", "at-least", 500);
const conditions: Policy["conditions"] = ["beds", "beds-more"].map((key) => ({
  key,
  for: ["lab"],
  of: "host",
  test: when,
}));
const stageOf = (key: string) => ({ key, does: "decide", by: { role: "authority" } }) as const;
const entry = procedureOf([stageOf("choose"), stageOf("publish")]);

describe("every rule has an example", () => {
  test.each([
    "conditions",
    "measures",
    "caps",
    "forms",
    "sheets",
    "gradings",
    "consequences",
    "duties",
    "promotions",
  ])("each of the %s", (list) => expect(said({ [list]: [{ key: "a" }] })).toEqual([shown(`${list}/a`)]));
  test("each stage, told in one line for a procedure", () => {
    const reached = (key: string, touches?: string[]) =>
      example({ kind: "stage", at: `procedures/entry/stages/${key}`, done: [], reached: true }, touches);
    const parts = { procedures: [entry] };
    expect(said(parts)).toEqual([unreached("choose", "publish")]);
    expect(said(parts, reached("publish"))).toEqual([unreached("choose")]);
    expect(said(parts, reached("publish", ["procedures/entry/stages/choose"]))).toEqual([]);
  });
  test("one that an example is about, or stands for, or that holds such a place", () => {
    expect(said({ conditions }, truth("conditions/beds/test"))).toEqual([shown("conditions/beds-more")]);
    expect(said({ conditions }, truth("conditions/beds", ["conditions/beds-more"]))).toEqual([]);
  });
  test("what is only said or kept needs none", () =>
    expect(
      said({ lists: [{ key: "l", items: [] }], types: [{ key: "t", subject: "center", tier: "city" }] }),
    ).toEqual([]));
});

describe("every example names places that there are", () => {
  test("the one that it is about, and those that it stands for", () =>
    expect(said({}, truth("conditions/a", ["conditions/b"]))).toEqual([
      lost("conditions/a"),
      lost("conditions/b"),
    ]));
  test("the procedure of an event, and what follows or may follow", () => {
    const decided = (rest: object, touches?: string[]) =>
      example({ kind: "consequences", on: "decided", in: "entry", fires: [], ...rest }, touches);
    const follows: Policy["consequences"] = ["a", "b"].map((key) => ({
      key,
      for: ["lab"],
      on: "decided",
      effects: [],
    }));
    const parts = { procedures: [entry], consequences: follows };
    const stages = unreached("choose", "publish");
    expect(said(parts, decided({ fires: ["a"], may: ["b"] }))).toEqual([stages]);
    expect(said(parts, decided({ fires: ["a"] }, ["consequences/b"]))).toEqual([stages]);
    expect(said(parts, decided({ in: "enrty", fires: ["a", "c"], may: ["d", "b"] }))).toEqual([
      lost("procedures/enrty"),
      lost("consequences/c"),
      lost("consequences/d"),
      stages,
    ]);
  });
});

test("what is wrong with examples is an error, told in both languages", () =>
  expect(lintScenarios(smallPolicy({ conditions: conditions.slice(0, 1) }), [truth("conditions/x")])).toEqual(
    [
      {
        level: "error",
        rule: "scenarios",
        path: "conditions/x",
        said: {
          zh: "例子“an example（中）”说的地方在政策里没有",
          en: "the example “an example” names a place that the policy does not have",
        },
        mend: { zh: "请改正例子里的路径", en: "correct the path in the example" },
      },
      {
        level: "error",
        rule: "scenarios",
        path: "conditions/beds",
        said: { zh: "没有例子说明这一条", en: "no example shows this rule" },
        mend: { zh: "请在 scenarios.json 里补一个例子", en: "add one to scenarios.json" },
      },
    ],
  ));
