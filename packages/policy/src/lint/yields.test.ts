import { describe, expect, test } from "vitest";
import type { Grading } from "../schema/gradings.ts";
import type { Starts } from "../schema/procedures.ts";
import type { Stage } from "../schema/stages.ts";
import type { Yield } from "../schema/yields.ts";
import { procedureOf, smallPolicy, told } from "../testing/small-policy.ts";
import { yields } from "./yields.ts";

const starts = (every: Starts["every"], cycle?: Starts["cycle"]): Starts => ({
  by: { role: "host" },
  when: { kind: "anytime" },
  every,
  ...(cycle === undefined ? {} : { cycle }),
});
const grading: Grading = { key: "free", list: "grades", grade: "pass" };
const quota = { key: "few", grade: "best", per: [], most: 1, as: "count" } as const;
const said = (begin: Starts, does: "review" | "decide", ...all: Yield[]) => {
  const stage: Stage = { key: "s", does, by: { role: "experts" }, yields: all };
  return told(
    yields(
      smallPolicy({
        gradings: [
          grading,
          { ...grading, key: "few", quotas: [{ ...quota, per: [] }] },
          { ...grading, key: "none", quotas: [] },
        ],
        procedures: [
          procedureOf([stage, { key: "t", does: "check", by: { role: "authority" } }], { starts: begin }),
        ],
      }),
    ),
  );
};
const at = "procedures/entry/stages/s/yields";

test("a cycle says how long it is, and nothing else does", () => {
  const wrong = ["procedures/entry/starts: every: cycle says how long a cycle is, and nothing else does"];
  const cycle = { n: 3, unit: "year" } as const;
  expect(said(starts("cycle", cycle), "review")).toEqual([]);
  expect(said(starts("cycle"), "review")).toEqual(wrong);
  expect(said(starts("year"), "review")).toEqual([]);
  expect(said(starts("year", cycle), "review")).toEqual(wrong);
});

describe("a score has one source", () => {
  const two = `${at}/score: the score comes from a sheet and from a measure at once`;

  test("a sheet or a measure, not both", () => {
    const year = starts("year");
    expect(said(year, "review", { kind: "score", sheet: "sheet", combine: "mean" })).toEqual([]);
    expect(said(year, "decide", { kind: "score", of: 1 })).toEqual([]);
    expect(said(year, "decide", { kind: "score", of: 1, sheet: "sheet" })).toEqual([two]);
    expect(said(year, "decide", { kind: "score", of: 1, combine: "mean" })).toEqual([two]);
    expect(said(year, "decide", { kind: "score" }, { kind: "rank", of: 1, within: [] })).toEqual([]);
  });
  test("what is computed is computed where somebody decides", () => {
    const computed = [`${at}/score: a computed score belongs to a stage that decides`];
    expect(said(starts("year"), "review", { kind: "score", of: 1 })).toEqual(computed);
    expect(said(starts("year"), "review", { kind: "verdict" }, { kind: "score", of: 1 })).toEqual(computed);
    expect(said(starts("year"), "review", { kind: "rank", of: 1, within: [] })).toEqual([]);
  });
});

describe("cases that come one by one have no cohort", () => {
  const alone = (kind: string) =>
    `${at}/${kind}: cases that are opened one by one have no cohort: no ranks and no quotas`;
  const rank: Yield = { kind: "rank", of: 1, within: [] };
  const grade = (key: string): Yield => ({ kind: "grade", grading: key });

  test("so they are not ranked, and no quota holds among them", () => {
    expect(said(starts("request"), "review", rank, grade("few"))).toEqual([alone("rank"), alone("grade")]);
    expect(
      said(starts("request"), "review", grade("free"), grade("none"), grade("nobody"), { kind: "verdict" }),
    ).toEqual([]);
  });
  test.each(["year", "call", "once"] as const)("those of a %s have one", (every) =>
    expect(said(starts(every), "review", rank, grade("few"))).toEqual([]),
  );
});
