import { getGrading, getSheet, Policy, type Sheet } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { worldWith } from "../testing/world.ts";
import { combineScores } from "./combine.ts";
import { gradeOf } from "./grade.ts";
import { type GivenPoints, scoreSheet } from "./score.ts";
import { showTotal } from "./show-total.ts";
import { effectiveTree, flatten } from "./tree.ts";

const policy = Policy.parse(pack);
const sheet: Sheet = getSheet(policy, policy.sheets[0]?.key ?? "");
const lines = flatten(effectiveTree(sheet)).filter(({ scored }) => scored);
const world = worldWith(policy, {});
const grading = getGrading(policy, policy.gradings[0]?.key ?? "");
const LINE = `gradings/${grading.key}/grade/cases/excellent/when/than`;
const grade = (score: string, settled: { [path: string]: unknown } = {}) =>
  gradeOf(policy, grading, worldWith(policy, { "result.score": score }, settled));

/** Cents of a decimal with at most two places: exact and not the engine's arithmetic. */
const cents = (text: string): number => Math.round(Number(text) * 100);

describe("points of a sheet", () => {
  const given = fc.array(fc.integer({ min: 0, max: 3000 }), {
    minLength: lines.length,
    maxLength: lines.length,
  });

  test("its lines carry a hundred points", () =>
    expect(lines.reduce((sum, { weight }) => sum + Number(weight), 0)).toBe(100));

  test("a stranger adds the kept terms up to the total, and no line gives more than its weight", () =>
    fc.assert(
      fc.property(given, (hundredths) => {
        const points: GivenPoints = Object.fromEntries(
          lines.map(({ path }, at) => [path, { points: ((hundredths[at] ?? 0) / 100).toFixed(2) }]),
        );
        const {
          total = "",
          terms,
          unscored,
        } = scoreSheet(policy, sheet, {
          tree: effectiveTree(sheet),
          given: points,
          world,
        });
        expect(unscored).toEqual([]);
        expect(terms.reduce((sum, term) => sum + cents(term.points), 0)).toBe(cents(total));
        for (const { item, points: counted, weight } of terms) {
          expect(cents(counted)).toBeLessThanOrEqual(cents(weight ?? "0"));
          expect(cents(counted)).toBe(Math.min(cents(points[item]?.points ?? "0"), cents(weight ?? "0")));
        }
      }),
    ));

  test("what nobody has scored is named", () => {
    const { unscored } = scoreSheet(policy, sheet, { tree: effectiveTree(sheet), given: {}, world });
    expect(unscored).toEqual(lines.map(({ path }) => path));
  });
});

describe("the grade", () => {
  const line = (value: number) => ({ [LINE]: value });

  test("79.99 fails although the line of excellent is open; 80.00 is pass or excellent", () => {
    expect(grade("79.99")).toMatchObject({ kind: "graded", grade: "fail" });
    expect(grade("79.9999999999")).toMatchObject({ kind: "graded", grade: "fail" });
    expect(grade("80.00")).toMatchObject({ kind: "pending", candidates: ["excellent", "pass"] });
    expect(grade("80.00")).toMatchObject({ open: [{ path: LINE }] });
  });
  test("once the line is settled it decides, the line itself included", () => {
    expect(grade("85", line(85))).toMatchObject({ kind: "graded", grade: "excellent" });
    expect(grade("84.99", line(85))).toMatchObject({ kind: "graded", grade: "pass" });
    expect(grade("80", line(85))).toMatchObject({ kind: "graded", grade: "pass" });
  });
  test("whatever is settled, the open answer had named it (soundness)", () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000 }),
        fc.integer({ min: 80, max: 100 }),
        (score, settled) => {
          const text = (score / 100).toFixed(2);
          const before = grade(text);
          const after = grade(text, line(settled));
          const named = before.kind === "graded" ? [before.grade] : before.candidates;
          expect(after.kind).toBe("graded");
          expect(named).toContain(after.kind === "graded" ? after.grade : "");
        },
      ),
    ));
});

describe("several experts' scores", () => {
  const open = {
    kind: "open",
    open: { path: "p", asks: { zh: "", en: "" }, by: "authority", per: "policy" },
  } as const;

  test("where the way is open, scores that agree give their score and others wait", () => {
    expect(combineScores(open, ["80.5"])).toEqual({ kind: "known", value: "80.5" });
    expect(combineScores({ ...open, among: ["mean", "median"] }, ["80", "80"])).toEqual({
      kind: "known",
      value: "80",
    });
    expect(combineScores({ ...open, among: ["mean", "median"] }, ["70", "80", "93"]).kind).toBe("open");
    expect(combineScores(open, []).kind).toBe("missing");
  });
  test("mean, median and trimmed mean are exact and blind to the order", () => {
    const known = (value: "mean" | "median" | "trimmed-mean", totals: string[]) =>
      combineScores({ kind: "known", value }, totals);
    expect(known("mean", ["0.1", "0.2"])).toMatchObject({ value: "0.15" });
    expect(known("median", ["3", "1", "2"])).toMatchObject({ value: "2" });
    expect(known("median", ["4", "1", "2", "3"])).toMatchObject({ value: "2.5" });
    expect(known("trimmed-mean", ["100", "80", "82", "0"])).toMatchObject({ value: "81" });
  });
  test("a shown total is cut, never lifted over a line", () => {
    expect(showTotal("79.999")).toBe("79.99");
    expect(showTotal("80")).toBe("80.00");
  });
});
