import { describe, expect, test } from "vitest";
import type { GradeQuota, Grading } from "../schema/gradings.ts";
import type { List, ListItem } from "../schema/vocabulary.ts";
import { compare, smallPolicy, told, words } from "../testing/small-policy.ts";
import { grades } from "./grades.ts";

const item = (key: string, rank?: number, means?: string): ListItem => ({
  key,
  ...(rank === undefined ? {} : { rank }),
  ...(means === undefined ? {} : { means }),
});
const listOf = (...items: ListItem[]): List => ({ key: "grades", items });
const when = compare("result.score", "at-least", 60);
const grading = (rest: Partial<Grading> = {}): Grading => ({
  key: "final",
  list: "grades",
  grade: { cases: [{ key: "enough", when, then: "pass" }], otherwise: "fail" },
  ...rest,
});
const quota = (grade: string): GradeQuota => ({ key: "few", grade, per: [], most: 1, as: "count" });
const said = (list: List, one: Grading = grading()) =>
  told(grades(smallPolicy({ lists: [list], gradings: [one] })));

describe("a grading gives items of its list", () => {
  const list = listOf(item("pass"), item("fail"));
  const stranger = (key: string) => [`gradings/final/grade: the grade “${key}” is not in the list “grades”`];

  test("whatever case gives them, and by quota", () => {
    expect(said(list)).toEqual([]);
    expect(
      said(list, grading({ grade: { cases: [{ key: "enough", when, then: "good" }], otherwise: "fail" } })),
    ).toEqual([...stranger("good"), "lists/grades/items/pass: no result is ever graded “pass”"]);
    expect(said(list, grading({ quotas: [quota("best")] }))).toEqual(stranger("best"));
    expect(said(list, grading({ quotas: [quota("pass")] }))).toEqual([]);
  });
  test("what the list has is told", () => {
    const policy = smallPolicy({
      lists: [list],
      gradings: [grading({ quotas: [quota("best")] })],
    });
    expect(grades(policy).map(({ mend }) => mend)).toEqual([
      { zh: "列表里有：pass、fail", en: "the list has: pass, fail" },
    ]);
  });
  test("a list of nobody is the matter of another rule", () =>
    expect(said(list, grading({ list: "graeds" }))).toEqual([]));
});

describe("a grading reaches each item of its list", () => {
  const list = listOf(item("best"), item("pass"), item("fail"));
  const unreached = ["lists/grades/items/best: no result is ever graded “best”"];

  test("by a case, by its label where it has one", () => {
    expect(said(list)).toEqual(unreached);
    const labelled = listOf({ key: "best", label: words("excellent") }, item("pass"), item("fail"));
    const policy = smallPolicy({ lists: [labelled], gradings: [grading()] });
    expect(grades(policy).map((problem) => problem.said)).toEqual([
      { zh: "没有任何得分会评为“excellent（中）”", en: "no result is ever graded “excellent”" },
    ]);
    expect(
      grades(smallPolicy({ lists: [list], gradings: [grading()] })).map((problem) => problem.said.zh),
    ).toEqual(["没有任何得分会评为“best”"]);
  });
  test("unless others may be added, or adjustments and quotas give what cases do not", () => {
    expect(said({ ...list, more: true })).toEqual([]);
    expect(said({ ...list, more: false })).toEqual(unreached);
    expect(said(list, grading({ adjust: [{ key: "late", when, down: 1 }] }))).toEqual([]);
    expect(said(list, grading({ quotas: [quota("fail")] }))).toEqual([]);
    expect(said(list, grading({ adjust: [], quotas: [] }))).toEqual(unreached);
  });
});

describe("a better rank means something at least as good", () => {
  const ranked = (...items: ListItem[]) =>
    said(
      { ...listOf(...items), more: true },
      grading({ grade: { open: { asks: words("which"), per: "policy" } } }),
    );
  const turned = (key: string) =>
    `lists/grades/items/${key}/means: a lower rank means something better than the rank above it`;

  test.each<[string, ListItem[], string[]]>([
    ["best first", [item("a", 3, "top"), item("b", 2, "pass"), item("c", 1, "fail")], []],
    ["in whatever order they stand", [item("c", 1, "fail"), item("a", 3, "top"), item("b", 2, "pass")], []],
    ["two that mean the same", [item("a", 2, "pass"), item("b", 1, "pass")], []],
    ["turned round", [item("a", 1, "top"), item("b", 2, "good")], [turned("a")]],
    ["one in the middle", [item("a", 3, "top"), item("b", 2, "fail"), item("c", 1, "weak")], [turned("c")]],
    [
      "deferred stands outside",
      [item("a", 3, "deferred"), item("b", 2, "fail"), item("c", 1, "deferred")],
      [],
    ],
    ["without a rank", [item("a", undefined, "top"), item("b", 2, "fail")], []],
    ["without a meaning", [item("a", 3), item("b", 2, "top")], []],
    ["with a meaning of the tenant's own", [item("a", 3, "splendid"), item("b", 2, "top")], []],
  ])("%s", (_what, items, problems) => expect(ranked(...items)).toEqual(problems));
});
