import { describe, expect, test } from "vitest";
import type { Json } from "../schema/changes.ts";
import { fulingJsonWith } from "../testing/fuling.ts";
import { parsePolicy } from "./parse-policy.ts";
import type { PolicyProblem } from "./problem.ts";

function problemsOf(document: unknown): PolicyProblem[] {
  const parsed = parsePolicy(document);
  return Array.isArray(parsed) ? parsed : [];
}

describe("problems name the place, what is wrong and how to mend it", () => {
  const cases: [string, { at: string; set: Json }, string, RegExp][] = [
    ["an unknown field", { at: "lists/grades/itmes", set: [] }, "lists/grades", /itmes/],
    [
      "an unknown kind",
      { at: "conditions/ready/test/kind", set: "judge" },
      "conditions/ready/test/kind",
      /judged/,
    ],
    [
      "an unknown operator",
      { at: "gradings/acceptance/grade/cases/pass/when/is", set: ">=" },
      "gradings/acceptance/grade/cases/pass/when/is",
      /at-least/,
    ],
    [
      "a wrong effect",
      { at: "consequences/passed/effects/stand/do", set: "delete" },
      "consequences/passed/effects/stand/do",
      /set-standing/,
    ],
    [
      "a day that does not exist",
      { at: "procedures/yearly-report/starts/when/from", set: "13-01" },
      "procedures/yearly-report/starts/when/from",
      /calendar/,
    ],
    [
      "a weight in words",
      { at: "sheets/sheet/items/level/weight", set: "30" },
      "sheets/sheet/items/level/weight",
      /expected/,
    ],
    [
      "an open value that asks nothing",
      { at: "gradings/acceptance/grade/cases/pass/when/than", set: { open: { per: "policy" } } },
      "gradings/acceptance/grade/cases/pass/when/than/open/asks",
      /add it/,
    ],
    ["a key in capitals", { at: "lists/grades/key", set: "GRADES" }, "lists/GRADES/key", /lower-case/],
    [
      "a concept of nobody",
      { at: "words/center/concept", set: "hospital" },
      "words/center/concept",
      /standing/,
    ],
  ];
  test.each(cases)("%s", (...[, { at, set }, path, mend]) => {
    const problems = problemsOf(fulingJsonWith(at, { set }));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ level: "error", path });
    expect(`${problems[0]?.said.en} ${problems[0]?.mend.en}`).toMatch(mend);
    expect(problems[0]?.mend.zh).toMatch(/\p{Script=Han}/u);
  });
  test("a missing list is said to be missing", () => {
    const [problem] = problemsOf(fulingJsonWith("clauses", { drop: true }));
    expect(problem).toMatchObject({ path: "clauses", said: { en: "this field is missing" } });
  });
  test("all problems inside a union's branch are told", () => {
    const problems = problemsOf(
      fulingJsonWith("procedures/entry/stages/collect/window/cases/y2022/then", {
        set: { kind: "yearly", from: "x", to: "y" },
      }),
    );
    expect(problems.map(({ path }) => path.split("/").at(-1))).toEqual(["from", "to"]);
  });
  test("many problems are shortened", () => {
    const items = Array.from({ length: 500 }, (_, index) => ({ key: `UPPER ${index}` }));
    expect(problemsOf(fulingJsonWith("lists/grades/items", { set: items }))).toHaveLength(51);
  });
});
