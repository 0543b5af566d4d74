import { describe, expect, test } from "vitest";
import { parseScenariosText } from "./parse-policy.ts";

const given = { now: "2026-01-01" };
const truth = { kind: "condition", at: "conditions/beds", truth: "true" };
const book = (parts: object) => {
  const scenario = { key: "x", label: { zh: "例", en: "example" }, given, expect: truth, ...parts };
  return JSON.stringify({ policy: "small", scenarios: [scenario] });
};
/** What is told of an example that is written wrongly: where, what, and how to mend it. */
const told = (parts: object) => {
  const read = parseScenariosText(book(parts));
  return Array.isArray(read) ? read.map(({ path, said, mend }) => [path, said.en, mend.en]) : [];
};
const holidays = (table: object) => ({ given: { ...given, holidays: table } });

describe("the examples of a policy are read, or it is told in words what is wrong", () => {
  test.each([
    ["as they should be", {}],
    ["with the grade", { expect: { kind: "grade", at: "gradings/g", grade: "good" } }],
    ["with the grades that are possible", { expect: { kind: "grade", at: "gradings/g", could: ["a", "b"] } }],
    ["with holidays", holidays({ 2026: { off: ["2026-01-01"], work: [] } })],
  ])("%s", (_what, parts) => expect(told(parts)).toEqual([]));

  test.each([
    [
      "a word that is not allowed",
      { expect: { ...truth, truth: "yes" } },
      ["scenarios/x/expect/truth", "this word is not allowed here", "use one of: true, false, unknown"],
    ],
    [
      "a missing field, of the kind that was meant",
      { expect: { kind: "window", at: "procedures/entry/starts/when" } },
      [
        "scenarios/x/expect/state",
        "this word is not allowed here",
        "use one of: before, open, closed, undecided",
      ],
    ],
    [
      "a kind that there is not",
      { expect: { kind: "rule", at: "conditions/beds" } },
      [
        "scenarios/x/expect/kind",
        "this word is not allowed here",
        "use one of: condition, grade, window, consequences, measure, moment, stage, score, form, starts",
      ],
    ],
    [
      "a grade, and others that are possible",
      { expect: { kind: "grade", at: "gradings/g", grade: "a", could: ["a", "b"] } },
      [
        "scenarios/x/expect",
        "one of grade and could is written, and no more",
        "write grade where the grade comes out, could where several are still possible",
      ],
    ],
    [
      "a name of a fact that is none",
      { given: { ...given, facts: { Beds: 1 } } },
      [
        "scenarios/x/given/facts/Beds",
        "this is not the name of a fact",
        "write subject.attribute, for example host.grade or stage.publish.done-on",
      ],
    ],
    [
      "a table of holidays of no year",
      holidays({ next: { off: [], work: [] } }),
      ["scenarios/x/given/holidays/next", "this is not a year", "write it as 2022"],
    ],
    [
      "a holiday that is no day",
      holidays({ 2026: { off: ["10-01"], work: [] } }),
      ["scenarios/x/given/holidays/2026/off/0", "this is not a day", "write it as 2022-10-23"],
    ],
  ])("%s", (...[, parts, problem]) => expect(told(parts)).toEqual([problem]));

  test("a text that is no JSON", () =>
    expect(parseScenariosText("{")).toMatchObject([{ level: "error", mend: { en: "check the file" } }]));
});
