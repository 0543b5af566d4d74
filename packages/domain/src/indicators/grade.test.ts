import { type Condition, Policy, type Scalar, type Value } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { describe, expect, test } from "vitest";
import { worldWith } from "../testing/world.ts";
import { gradeOf, lowerGrade } from "./grade.ts";

const policy = Policy.parse(pack);
const asks = { zh: "问", en: "asked" };
const fact = (ref: string, is: "equal" | "at-least", than: Scalar): Condition => ({
  kind: "compare",
  of: { kind: "fact", fact: ref },
  is,
  than,
});
const fraud = fact("case.fraud", "equal", true);
const graded = (grade: Value<string>, facts: { [ref: string]: Scalar } = {}) =>
  gradeOf(policy, { key: "g", list: "grades", grade }, worldWith(policy, facts));
const oneCase = (when: Condition, then: Value<string>, otherwise?: Value<string>): Value<string> => ({
  cases: [{ key: "one", when, then }],
  ...(otherwise === undefined ? {} : { otherwise }),
});

describe("a grade that cannot be said yet", () => {
  test("is not given while the only case hangs on a missing fact and nothing stands otherwise", () =>
    expect(graded(oneCase(fraud, "fail"))).toMatchObject({
      kind: "pending",
      candidates: ["fail"],
      missing: expect.arrayContaining(["case.fraud"]),
    }));
  test("is not given while the other way is open", () => {
    const open = { open: { asks, per: "policy" as const } };
    expect(graded(oneCase(fraud, "fail", open))).toMatchObject({ kind: "pending", candidates: ["fail"] });
  });
  test("is given where every way leads to it", () =>
    expect(graded(oneCase(fraud, "fail", "fail"))).toMatchObject({ kind: "graded", grade: "fail" }));
});

describe("a veto stands before the bands", () => {
  const value: Value<string> = {
    cases: [
      { key: "veto", when: fraud, then: "fail" },
      { key: "pass", when: fact("result.score", "at-least", 80), then: "pass" },
    ],
    otherwise: "fail",
  };
  test("the case that fired is named, with the ones before it that did not hold", () => {
    expect(graded(value, { "case.fraud": true, "result.score": "99" })).toMatchObject({
      grade: "fail",
      fired: "gradings/g/grade/cases/veto",
      before: [],
    });
    const passed = graded(value, { "case.fraud": false, "result.score": "80" });
    expect(passed).toMatchObject({ grade: "pass", means: "pass", fired: "gradings/g/grade/cases/pass" });
    expect(passed.before.map(({ truth }) => truth)).toEqual(["false"]);
    expect(graded(value, { "case.fraud": false, "result.score": "79.99" })).toMatchObject({
      grade: "fail",
      fired: "gradings/g/grade/otherwise",
    });
  });
  test("a veto that nobody has looked into leaves a good score undecided, and a bad one decided", () => {
    expect(graded(value, { "result.score": "85" })).toMatchObject({
      kind: "pending",
      candidates: ["fail", "pass"],
    });
    expect(graded(value, { "result.score": "60" })).toMatchObject({ kind: "graded", grade: "fail" });
  });
});

test("a grade is lowered along the ladder, never below its last; one that is not on it stays", () => {
  const ladder = ["a", "b", "c"];
  expect(lowerGrade(ladder, "a", 1)).toBe("b");
  expect(lowerGrade(ladder, "a", 2)).toBe("c");
  expect(lowerGrade(ladder, "b", 5)).toBe("c");
  expect(lowerGrade(ladder, "deferred", 1)).toBe("deferred");
});
