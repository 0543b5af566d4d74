// The grade of a result with the case that gave it, or everything that it could still be.
import type { Condition, Grading, Policy, Scalar, Value } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import { Exact } from "../evaluate/decimal.ts";
import { policyWith, said } from "../testing/owing.ts";
import { worldWith } from "../testing/world.ts";
import { gradeOf, ladderOf, lowerGrade } from "./grade.ts";
import { applyQuotas } from "./quota.ts";
import { rankAll } from "./rank.ts";

const LIST: Policy["lists"][number] = {
  key: "grades",
  label: said("等次"),
  because: ["all"],
  items: [
    { key: "fail", label: said("不合格"), rank: 1, means: "fail" },
    { key: "best", label: said("优秀"), rank: 3, means: "top" },
    { key: "later", label: said("缓评"), rank: 9, means: "deferred" },
    { key: "good", label: said("合格"), rank: 2 },
  ],
};
const policy = policyWith({ lists: [LIST] });
const score = (than: Value<number>, fact = "result.score"): Condition => ({
  kind: "compare",
  of: { kind: "fact", fact },
  is: "at-least",
  than,
});
const open = { open: { asks: said("几分"), per: "policy" } } as const;
const opened = (path: string) => ({ path, asks: said("几分"), per: "policy", by: "authority" });
const PATH = "gradings/g/grade";

function graded(grade: Value<string>, facts: { [ref: string]: Scalar } = {}, more: Partial<Grading> = {}) {
  const grading: Grading = { key: "g", list: "grades", grade, ...more };
  const found = gradeOf(policy, grading, { ...worldWith(policy, facts), silent: true });
  const told = { ...found, before: found.before.map(({ path, truth }) => [path, truth]) };
  return "ruling" in told ? { ...told, ruling: told.ruling?.path } : told;
}
const BANDS: Value<string> = {
  cases: [
    { key: "best", when: score(90), then: "best" },
    { key: "good", when: score(60), then: "good" },
  ],
  otherwise: "fail",
};

describe("a grade", () => {
  it("is plain, read, or settled, by the place where it stands", () => {
    expect(graded("good")).toStrictEqual({ kind: "graded", grade: "good", fired: PATH, before: [] });
    expect(graded({ read: "best", as: said("优") })).toStrictEqual({
      kind: "graded",
      grade: "best",
      means: "top",
      fired: PATH,
      before: [],
    });
    const settled = { ...worldWith(policy, {}, { [PATH]: "fail" }) };
    expect(gradeOf(policy, { key: "g", list: "grades", grade: open }, settled)).toStrictEqual({
      kind: "graded",
      grade: "fail",
      means: "fail",
      fired: PATH,
      before: [],
    });
  });

  it("is that of the first case that holds, with those before it that did not", () => {
    expect(graded(BANDS, { "result.score": 70 })).toStrictEqual({
      kind: "graded",
      grade: "good",
      fired: `${PATH}/cases/good`,
      ruling: `${PATH}/cases/good/when`,
      before: [[`${PATH}/cases/best/when`, "false"]],
    });
    expect(graded(BANDS, { "result.score": 50 })).toStrictEqual({
      kind: "graded",
      grade: "fail",
      means: "fail",
      fired: `${PATH}/otherwise`,
      before: [
        [`${PATH}/cases/best/when`, "false"],
        [`${PATH}/cases/good/when`, "false"],
      ],
    });
  });

  it("is none where no case fits and nothing stands otherwise", () => {
    const { otherwise: _, ...rest } = BANDS;
    expect(graded(rest, { "result.score": 50 })).toMatchObject({
      kind: "pending",
      candidates: [],
      open: [],
      missing: [PATH],
    });
  });
});

describe("a grade that is not known yet", () => {
  it("could be any that a way leads to, the best first as the policy lists them", () => {
    expect(graded(BANDS)).toStrictEqual({
      kind: "pending",
      candidates: ["best", "good", "fail"],
      open: [],
      missing: ["result.score", "result.score"],
      before: [],
    });
  });

  it("names what is open: a line, or the grade itself with its choices", () => {
    const lined: Value<string> = {
      cases: [{ key: "best", when: score(open), then: "best" }],
      otherwise: "good",
    };
    expect(graded(lined, { "result.score": 70 })).toMatchObject({
      kind: "pending",
      candidates: ["best", "good"],
      open: [opened(`${PATH}/cases/best/when/than`)],
      missing: [],
    });
    expect(graded(open)).toStrictEqual({
      kind: "pending",
      candidates: [],
      open: [opened(PATH)],
      missing: [],
      before: [],
    });
    const choices = ["best", "good"].map((then) => ({ key: then, label: said(then), then }));
    const choosing = { open: { ...open.open, choices } };
    expect(graded(choosing)).toMatchObject({ kind: "pending", candidates: ["best", "good"] });
    const [only] = choices;
    expect(graded({ open: { ...open.open, choices: only === undefined ? [] : [only] } })).toMatchObject({
      kind: "graded",
      grade: "best",
      fired: PATH,
    });
  });

  it("names what is awaited, in words, and what the ways behind lack", () => {
    const judged: Condition = { kind: "judged", by: { role: "experts" }, asks: said("有无造假") };
    const value: Value<string> = {
      cases: [
        { key: "veto", when: judged, then: "fail" },
        { key: "good", when: score(60), then: open },
      ],
    };
    expect(graded(value)).toStrictEqual({
      kind: "pending",
      candidates: ["fail"],
      open: [opened(`${PATH}/cases/good/then`)],
      missing: ["有无造假", "result.score", PATH],
      before: [],
    });
  });

  it("is known where the way behind leads to the same, and not where that is unsaid", () => {
    const same: Value<string> = {
      cases: [{ key: "good", when: score(60), then: "good" }],
      otherwise: "good",
    };
    expect(graded(same)).toMatchObject({ kind: "graded", grade: "good", fired: `${PATH}/cases/good` });
    expect(graded({ ...same, otherwise: open })).toMatchObject({ kind: "pending", candidates: ["good"] });
  });
});

describe("a grade that is lowered", () => {
  const adjust = [
    { key: "late", when: score(1, "case.days-late"), down: 1 },
    { key: "poor", when: score(1, "case.complaints"), down: 1 },
  ] as NonNullable<Grading["adjust"]>;
  const by = (key: string) => `gradings/g/adjust/${key}`;

  it("falls by the places of each adjustment that holds, never below the last", () => {
    expect(graded("best", { "case.days-late": 3 }, { adjust })).toStrictEqual({
      kind: "graded",
      grade: "good",
      fired: PATH,
      lowered: { from: "best", by: [by("late")] },
      before: [],
    });
    const both = { "case.days-late": 3, "case.complaints": 1 };
    expect(graded("best", both, { adjust })).toMatchObject({
      grade: "fail",
      means: "fail",
      lowered: { from: "best", by: [by("late"), by("poor")] },
    });
    expect(graded("good", both, { adjust })).toMatchObject({ grade: "fail" });
    expect(graded("fail", both, { adjust })).not.toHaveProperty("lowered");
    expect(graded("best", { "case.days-late": 0 }, { adjust })).not.toHaveProperty("lowered");
    expect(graded("later", both, { adjust })).toMatchObject({ grade: "later" });
  });

  it("could be fewer grades than before", () =>
    expect(graded(BANDS, { "case.days-late": 3, "case.complaints": 1 }, { adjust })).toMatchObject({
      kind: "graded",
      grade: "fail",
      fired: `${PATH}/cases/best`,
    }));
});

describe("the ladder of a grading", () => {
  it("goes from the best down, and what is deferred stands outside", () => {
    const ladder = ladderOf(policy, { key: "g", list: "grades", grade: "good" });
    expect(ladder).toEqual(["best", "good", "fail"]);
    expect(["best", "good", "fail", "later"].map((grade) => lowerGrade(ladder, grade, 1))).toEqual([
      "good",
      "fail",
      "fail",
      "later",
    ]);
    expect(lowerGrade(ladder, "good", 0)).toBe("good");
  });

  it("keeps the order of the list where nothing is ranked", () => {
    const items = ["a", "b"].map((key) => ({ key, label: said(key) }));
    const unranked = policyWith({ lists: [{ ...LIST, items }] });
    expect(ladderOf(unranked, { key: "g", list: "grades", grade: "a" })).toEqual(["a", "b"]);
  });
});

describe("a quota", () => {
  const ladder = ["a", "b", "c"];
  const candidate = (id: string, value: number, grade = "a") => ({ id, grade, value: new Exact(value) });
  const quota = (grade: string, most: number, among: string[]) => ({
    path: `quota/${grade}`,
    grade,
    most,
    among,
  });
  const everyone = ["w", "x", "y", "z"];

  it("lowers who stands behind it by one, and says by which place of how many", () =>
    expect(
      applyQuotas(
        [candidate("x", 90), candidate("y", 80), candidate("z", 70, "b")],
        [quota("a", 1, everyone)],
        {
          ladder,
        },
      ),
    ).toStrictEqual({
      grades: { x: "a", y: "b", z: "b" },
      lowered: [
        { id: "y", from: "a", to: "b", cause: "quota/a", place: { place: 2, tied: 1, of: 2 }, most: 1 },
      ],
      ties: [],
    }));

  it("is applied from the best grade down, whatever order they are written in", () =>
    expect(
      applyQuotas(
        [candidate("x", 90), candidate("y", 80)],
        [quota("b", 0, everyone), quota("a", 1, everyone)],
        {
          ladder,
        },
      ).grades,
    ).toEqual({ x: "a", y: "c" }));

  it("of the last grade takes everyone, and one of a group only that group", () => {
    expect(applyQuotas([candidate("x", 90, "c")], [quota("c", 0, everyone)], { ladder }).grades).toEqual({
      x: "c",
    });
    expect(
      applyQuotas([candidate("x", 90), candidate("y", 80)], [quota("a", 0, ["y"])], { ladder }).grades,
    ).toEqual({ x: "a", y: "b" });
  });

  it("leaves equals at its limit undecided, with the room that is left, until some are preferred", () => {
    const tied = [candidate("w", 90), candidate("x", 80), candidate("y", 80), candidate("z", 70)];
    expect(applyQuotas(tied, [quota("a", 2, everyone)], { ladder })).toMatchObject({
      grades: { w: "a", x: "a", y: "a", z: "b" },
      ties: [{ path: "quota/a", grade: "a", among: ["x", "y"], room: 1 }],
    });
    expect(applyQuotas(tied, [quota("a", 2, everyone)], { ladder, preferred: ["y"] })).toMatchObject({
      grades: { w: "a", x: "b", y: "a", z: "b" },
      ties: [],
    });
  });

  it("ranks by value, equals on one place and the places behind them empty", () => {
    const entrants = [candidate("x", 80), candidate("y", 90), candidate("z", 80), candidate("w", 70)];
    expect(rankAll(entrants).map(({ id, place, tied, of }) => [id, place, tied, of])).toEqual([
      ["y", 1, 1, 4],
      ["x", 2, 2, 4],
      ["z", 2, 2, 4],
      ["w", 4, 1, 4],
    ]);
  });
});
