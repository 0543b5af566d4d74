import { describe, expect, test } from "vitest";
import type { Policy } from "../schema/policy.ts";
import type { CompareCondition, Condition, TallyMeasure, Than } from "../schema/sorts.ts";
import type { Scalar } from "../schema/text.ts";
import { compare, sheetOf, smallPolicy, told, words } from "../testing/small-policy.ts";
import { cases } from "./cases.ts";

type Bound = [is: CompareCondition["is"], than: Than];
const scored = (bound: Bound): Condition => compare("result.score", ...bound);
const read = (value: Scalar): Than => ({ read: value, as: words("read as") });
const open: Than = { open: { asks: words("which score"), per: "policy" } };

/** What the rule says of a case behind another one. */
const behind = (first: Condition, second: Condition): string[] =>
  cases(
    smallPolicy({
      gradings: [
        {
          key: "final",
          list: "grades",
          grade: {
            cases: [
              { key: "one", when: first, then: "pass" },
              { key: "two", when: second, then: "fail" },
            ],
            otherwise: "fail",
          },
        },
      ],
    }),
  ).map(({ path }) => path);
const shadowed = ["gradings/final/grade/cases/two"];

describe("a case never fires behind one that takes all of it", () => {
  test.each<[Bound, Bound]>([
    [
      ["at-least", 80],
      ["at-least", 80],
    ],
    [
      ["at-least", 80],
      ["more-than", 80],
    ],
    [
      ["at-least", 80],
      ["equal", 80],
    ],
    [
      ["at-least", 80],
      ["between", [80, 90]],
    ],
    [
      ["more-than", 80],
      ["more-than", 80],
    ],
    [
      ["more-than", 80],
      ["at-least", 81],
    ],
    [
      ["at-most", 80],
      ["at-most", 80],
    ],
    [
      ["at-most", 80],
      ["less-than", 80],
    ],
    [
      ["at-most", 80],
      ["between", [70, 80]],
    ],
    [
      ["less-than", 80],
      ["at-most", 79],
    ],
    [
      ["between", [70, 90]],
      ["between", [70, 90]],
    ],
    [
      ["between", [70, 90]],
      ["equal", 70],
    ],
    [
      ["at-least", read(80)],
      ["at-least", 90],
    ],
    [
      ["at-least", 80],
      ["at-least", read(90)],
    ],
    [
      ["equal", 80],
      ["equal", 80],
    ],
    [
      ["one-of", ["a", "b"]],
      ["equal", "a"],
    ],
    [
      ["one-of", ["a", "b"]],
      ["one-of", ["b"]],
    ],
  ])("%j takes all of %j", (first, second) =>
    expect(behind(scored(first), scored(second))).toEqual(shadowed),
  );
  test.each<[Bound, Bound]>([
    [
      ["more-than", 80],
      ["at-least", 80],
    ],
    [
      ["more-than", 80],
      ["between", [80, 90]],
    ],
    [
      ["less-than", 80],
      ["at-most", 80],
    ],
    [
      ["less-than", 80],
      ["equal", 80],
    ],
    [
      ["at-least", 80],
      ["at-least", 79],
    ],
    [
      ["at-least", 80],
      ["at-most", 90],
    ],
    [
      ["between", [70, 90]],
      ["between", [70, 91]],
    ],
    [
      ["between", [70, 90]],
      ["between", [69, 90]],
    ],
    [
      ["between", [70, 90]],
      ["at-least", 70],
    ],
    [
      ["at-least", open],
      ["at-least", 80],
    ],
    [
      ["at-least", 80],
      ["at-least", open],
    ],
    [
      ["at-least", { kind: "fact", fact: "center.score" }],
      ["at-least", 80],
    ],
    [
      ["at-least", read("80")],
      ["at-least", 80],
    ],
    [
      ["not-equal", 80],
      ["equal", 81],
    ],
    [
      ["one-of", ["a", "b"]],
      ["one-of", ["b", "c"]],
    ],
    [
      ["equal", "a"],
      ["one-of", ["a", "b"]],
    ],
  ])("%j leaves something of %j", (first, second) =>
    expect(behind(scored(first), scored(second))).toEqual([]),
  );
});

const beds = compare("host.beds", "at-least", 500);
const score = compare("result.score", "at-least", 80);
const higher = compare("result.score", "at-least", 90);

describe("conditions of several parts are seen through as far as their shape tells", () => {
  test.each<[string, Condition, Condition, boolean]>([
    ["nothing asked takes all", { kind: "all", of: [] }, beds, true],
    ["something asked under all does not", { kind: "all", of: [score] }, beds, false],
    [
      "the same written with other words",
      { ...score, key: "a", label: words("a"), because: ["s1"] },
      score,
      true,
    ],
    ["the same, however deep", { kind: "not", of: beds }, { kind: "not", of: beds }, true],
    ["another denial", { kind: "not", of: beds }, { kind: "not", of: score }, false],
    ["one part of all is enough", score, { kind: "all", of: [beds, higher] }, true],
    ["no part of all", score, { kind: "all", of: [beds] }, false],
    ["any of several takes what one takes", { kind: "any", of: [beds, score] }, higher, true],
    ["any of several does not take another", { kind: "any", of: [beds] }, higher, false],
    ["some of several are not told apart", { kind: "some", least: 1, of: [score] }, higher, false],
    ["another fact", compare("host.beds", "at-least", 80), higher, false],
  ])("%s", (...[, first, second, isShadowed]) =>
    expect(behind(first, second)).toEqual(isShadowed ? shadowed : []),
  );
});

describe("some case always holds", () => {
  const said = (otherwise: object, sheet: Partial<Policy> = {}) =>
    told(
      cases(
        smallPolicy({
          ...sheet,
          gradings: [
            {
              key: "g",
              list: "grades",
              grade: { cases: [{ key: "a", when: score, then: "pass" }], ...otherwise },
            },
          ],
        }),
      ),
    );
  test("or it is said what holds otherwise", () => {
    expect(said({})).toEqual(["gradings/g/grade: nothing is said for when no case holds"]);
    expect(said({ otherwise: "fail" })).toEqual([]);
  });
  test("points for each record may be none", () => {
    const points: TallyMeasure = {
      kind: "tally",
      of: "people",
      by: "sum",
      each: { cases: [{ key: "old", when: compare("it.age", "at-least", 50), then: 1 }] },
    };
    expect(said({ otherwise: "fail" }, { sheets: [sheetOf([{ key: "i", points }])] })).toEqual([]);
  });
});
