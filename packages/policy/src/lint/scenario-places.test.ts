import { describe, expect, test } from "vitest";
import type { Policy } from "../schema/policy.ts";
import type { Scenario, ScenarioExpectation } from "../schema/scenario.ts";
import { compare, procedureOf, smallPolicy, told, words } from "../testing/small-policy.ts";
import { lintScenario } from "./scenarios.ts";

const beds = compare("host.beds", "at-least", 500);
const march = { kind: "yearly", from: "03-01", to: "03-31" } as const;
const entry = procedureOf([{ key: "publish", does: "decide", by: { role: "authority" }, window: march }]);
const policy: Policy = smallPolicy({
  conditions: [{ key: "beds", for: ["lab"], of: "host", test: beds }],
  measures: [{ key: "beds", of: "host", unit: "beds", is: { kind: "fact", fact: "host.beds" } }],
  forms: [{ key: "plan", sections: [{ key: "main", fields: [{ key: "name", kind: "text" }] }] }],
  lists: [{ key: "grades", items: [{ key: "good", rank: 1 }] }],
  gradings: [{ key: "yearly", list: "grades", grade: "good" }],
  procedures: [{ ...entry, starts: { ...entry.starts, when: march } }],
});
const example = (expected: ScenarioExpectation, given: Partial<Scenario["given"]> = {}): Scenario => ({
  key: "x",
  label: words("an example"),
  given: { now: "2026-01-01", ...given },
  expect: expected,
});
const said = (expected: ScenarioExpectation, given: Partial<Scenario["given"]> = {}) =>
  told(lintScenario(policy, example(expected, given)));
const lost = (path: string) =>
  `${path}: the example “an example” names a place that the policy does not have`;

describe("an example looks at a place of its sort", () => {
  test.each<ScenarioExpectation>([
    { kind: "condition", at: "conditions/beds", truth: "true" },
    { kind: "condition", at: "conditions/beds/test", truth: "true" },
    { kind: "measure", at: "measures/beds", value: "1" },
    { kind: "measure", at: "measures/beds/is", value: "1" },
    { kind: "window", at: "procedures/entry/starts/when", state: "open" },
    { kind: "grade", at: "gradings/yearly", grade: "good" },
    { kind: "form", at: "forms/plan", answers: { main: { name: "x" } }, gaps: ["main/name"] },
    { kind: "starts", at: "procedures/entry", may: "yes" },
    { kind: "stage", at: "procedures/entry/stages/publish", done: ["publish"], reached: false },
  ])("$kind at $at", (expected) => expect(said(expected)).toEqual([]));

  test.each<[ScenarioExpectation, mend: string]>([
    [{ kind: "condition", at: "forms/plan", truth: "true" }, "a condition, for example conditions/KEY"],
    [{ kind: "measure", at: "conditions/beds", value: "1" }, "a measure, for example measures/KEY"],
    [
      { kind: "window", at: "procedures/entry", state: "open" },
      "a window, for example procedures/KEY/starts/when or procedures/KEY/stages/KEY/window",
    ],
    [
      { kind: "moment", at: "procedures/entry/starts/when", on: "2026-03-01" },
      "a moment, for example procedures/KEY/starts/when/to",
    ],
    [{ kind: "grade", at: "forms/plan", grade: "good" }, "a grading: gradings/KEY"],
    [{ kind: "score", at: "forms/plan", points: {}, total: null }, "a sheet: sheets/KEY"],
    [{ kind: "form", at: "measures/beds", answers: {}, gaps: [] }, "a form: forms/KEY"],
    [{ kind: "starts", at: "forms/plan", may: "yes" }, "a procedure: procedures/KEY"],
    [
      { kind: "stage", at: "procedures/entry", done: [], reached: true },
      "a stage: procedures/KEY/stages/KEY",
    ],
  ])("$kind, told what it would be", (expected, mend) => {
    expect(lintScenario(policy, example(expected))).toMatchObject([
      {
        level: "error",
        rule: "scenarios",
        said: {
          en: `the example “an example” cannot look at this place (its expect.kind is ${expected.kind})`,
        },
        mend: { en: `let at name ${mend}` },
      },
    ]);
  });
});

describe("an example counts on what the policy has", () => {
  test("stages that are done", () =>
    expect(
      said({ kind: "stage", at: "procedures/entry/stages/publish", done: ["chose"], reached: true }),
    ).toEqual([lost("procedures/entry/stages/chose")]));
  test("grades, and grades that are possible", () => {
    expect(said({ kind: "grade", at: "gradings/yearly", grade: "bad" })).toEqual([
      lost("lists/grades/items/bad"),
    ]);
    expect(said({ kind: "grade", at: "gradings/yearly", could: ["good", "bad"] })).toEqual([
      lost("lists/grades/items/bad"),
    ]);
  });
  test("fields of a form", () =>
    expect(
      said({ kind: "form", at: "forms/plan", answers: { main: { nane: "x" } }, gaps: ["man/name"] }),
    ).toEqual([lost("forms/plan/sections/man/fields/name"), lost("forms/plan/sections/main/fields/nane")]));
  test("values that are settled", () =>
    expect(
      said(
        { kind: "condition", at: "conditions/beds", truth: "true" },
        { settled: [{ path: "conditions/beds/tset", value: 1 }] },
      ),
    ).toEqual([lost("conditions/beds/tset")]));
  test("facts, with the one that looks most like it", () =>
    expect(
      lintScenario(
        policy,
        example({ kind: "condition", at: "conditions/beds", truth: "true" }, { facts: { "host.bed": 1 } }),
      ),
    ).toMatchObject([
      {
        path: "scenarios/x/given/facts",
        said: { en: "there is no fact “host.bed”" },
        mend: { en: "did you mean “host.beds”?" },
      },
    ]));
});
