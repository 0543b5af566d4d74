import { type Grading, Policy, type Stage } from "@yichuang/policy";
import { describe, expect, test } from "vitest";
import { POINTS_POLICY } from "../testing/points/points-policy.ts";
import { MOST_YEARS, rehearse } from "./rehearse.ts";

/** The policy with other stages in its evaluation of every three years, and with another grading. */
const evaluating = (change: (stages: Stage[]) => Stage[], grading: Partial<Grading> = {}): Policy => ({
  ...POINTS_POLICY,
  procedures: POINTS_POLICY.procedures.map((one) =>
    one.key === "round" ? { ...one, stages: change(one.stages) } : one,
  ),
  gradings: POINTS_POLICY.gradings.map((one) => ({ ...one, ...grading })),
});
const acts = ({ done }: ReturnType<typeof rehearse>, procedure: string, stage: string): string[] =>
  done.filter((one) => one.procedure === procedure && one.stage === stage).map(({ act }) => act);

describe("a rehearsal of what all cases of a year share", { timeout: 120_000 }, () => {
  test("ranks them when all are there, and decides each of them after that", () => {
    const met = rehearse(POINTS_POLICY, { from: "2024-01-01", years: 0.1 });
    expect(acts(met, "entry", "choose")).toEqual(["rank", "decide", "decide", "decide"]);
    expect(met.heldUp).toEqual([]);
  });
  test("grades them together at the stage at which they are ranked", () => {
    const both = evaluating((stages) =>
      stages.map((stage) =>
        stage.key === "grade"
          ? {
              ...stage,
              yields: [
                { kind: "rank", of: { kind: "fact", fact: "result.score" }, within: [] },
                ...(stage.yields ?? []),
              ],
            }
          : stage,
      ),
    );
    const met = rehearse(both, { from: "2024-01-01", years: 3.4 });
    expect(acts(met, "round", "grade")).toEqual(["rank", "grade"]);
    expect(met.deadEnds).toEqual([]);
  });
  test("supposes that it is not so what a grade asks and no form says, and says so", () => {
    const blamed = {
      kind: "compare",
      of: { kind: "fact", fact: "case.fraud" },
      is: "equal",
      than: true,
    } as const;
    const fraud = Policy.parse({
      ...evaluating((stages) => stages, {
        grade: { cases: [{ key: "fraud", when: blamed, then: "e" }], otherwise: "a" },
        adjust: [],
      }),
      facts: [
        {
          key: "fraud",
          label: { zh: "弄虚作假", en: "fraud" },
          about: "case",
          kind: "yes-no",
          kept: "verified",
          by: { role: "authority" },
        },
      ],
    });
    const met = rehearse(fraud, { from: "2024-01-01", years: 3.4 });
    expect(acts(met, "round", "grade")).toEqual(["grade"]);
    expect(met.heldUp).toEqual([
      {
        path: "facts/fraud",
        asks: { zh: "弄虚作假", en: "fraud" },
        from: "2027-03-16",
        supposed: false,
        said: { zh: "没有", en: "that it is not so" },
      },
    ]);
  });
  test("supposes who is preferred among equals, and says so", () => {
    const equal = evaluating(
      (stages) =>
        stages.flatMap((stage) =>
          stage.key === "panel" ? [] : [stage.key === "grade" ? { ...stage, after: ["self"] } : stage],
        ),
      {
        grade: { cases: [], otherwise: "a" },
        adjust: [],
        quotas: [
          {
            key: "few",
            label: { zh: "五星限额", en: "quota of five stars" },
            grade: "a",
            per: [],
            most: 1,
            as: "count",
          },
        ],
      },
    );
    const met = rehearse(equal, { from: "2024-01-01", years: 3.4 });
    expect(acts(met, "round", "grade")).toEqual(["grade"]);
    expect(met.heldUp).toEqual([
      {
        path: "gradings/final/quotas/few",
        asks: { zh: "并列时“五星”给谁", en: "which of equals gets “five stars”" },
        from: "2027-03-16",
        supposed: true,
        said: { zh: "给先申报的", en: "that it is given to whoever applied first" },
      },
    ]);
    expect(met.deadEnds).toEqual([]);
  });
});

describe("a rehearsal of what begins anew", { timeout: 120_000 }, () => {
  test("tells once that it goes round, and leaves it there", () => {
    const start = { key: "start", do: "start", procedure: "recheck", within: { n: 6, unit: "month" } };
    const again = { label: { zh: "再查", en: "again" }, for: ["base"], effects: [start] };
    const { procedures, consequences } = POINTS_POLICY;
    const round = Policy.parse({
      ...POINTS_POLICY,
      procedures: [
        ...procedures,
        {
          key: "recheck",
          label: { zh: "复查", en: "recheck" },
          for: ["base"],
          purpose: "rectification",
          over: "center",
          starts: { by: { role: "authority" }, when: { kind: "anytime" }, every: "request" },
          stages: [
            {
              key: "look",
              label: { zh: "看", en: "look" },
              does: "decide",
              by: { role: "authority" },
              yields: [{ kind: "verdict" }],
            },
          ],
        },
      ],
      consequences: [...consequences, { ...again, key: "again", on: "decided", in: ["recheck"] }],
    });
    const met = rehearse(round, { from: "2024-01-01", years: 0.2 });
    expect(met.deadEnds).toEqual([
      {
        procedure: "recheck",
        stage: "look",
        label: { zh: "看", en: "look" },
        since: "2024-01-01",
        cases: 2,
        refused: [
          {
            zh: "绕不出来：2024-01-01 一天里办完又重新开始",
            en: "it goes round: on 2024-01-01 alone it ends and begins anew again and again",
          },
        ],
      },
    ]);
    // twice at each of the three
    expect(acts(met, "recheck", "look")).toEqual(Array.from({ length: 6 }, () => "decide"));
  });
});

test("a rehearsal is long enough for an evaluation after five years that follow three of building", () => {
  expect(MOST_YEARS).toBeGreaterThan(3 + 5);
});
