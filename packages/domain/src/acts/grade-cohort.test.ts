import type { Case, GradeQuota, Grading, Policy } from "@yichuang/policy";
import { isCases } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import { abilitiesFor } from "../access/abilities.ts";
import { at, LEADER, MANAGER, OFFICER } from "../testing/life.ts";
import type { Life } from "../testing/life.ts";
import { factsFor } from "../testing/ledger.ts";
import { bases, gradeRound, pointsLife, round } from "../testing/points/points-life.ts";
import { POINTS_POLICY } from "../testing/points/points-policy.ts";
import { withStage } from "../testing/changed-policy.ts";

const DAY = at("2027-06-20");
const RULE = POINTS_POLICY.clauses;
const quota = (more: Partial<GradeQuota>): GradeQuota => ({
  key: "few",
  label: { zh: "五星限额", en: "quota of five stars" },
  grade: "a",
  per: [],
  most: 1,
  as: "count",
  ...more,
});
const grading = (more: Partial<Grading>): Policy => ({
  ...POINTS_POLICY,
  gradings: POINTS_POLICY.gradings.map((one) => ({ ...one, ...more })),
});
/** The lines of the policy's grades, each of them perhaps another. */
function lines(change: (line: Case<string>) => Case<string>[]): Grading["grade"] {
  const [final] = POINTS_POLICY.gradings;
  const cases = final !== undefined && isCases(final.grade) ? final.grade.cases : [];
  return { cases: cases.flatMap(change), otherwise: "e" };
}
const withQuotas = (...quotas: GradeQuota[]): Policy => grading({ quotas });

/** Bases that were evaluated in 2027 with these points; who has none let the evaluation pass. */
function evaluated(totals: readonly (number | undefined)[], policy = POINTS_POLICY) {
  const life = pointsLife(5, policy);
  bases(
    life,
    totals.map((_, n) => 800 - n * 10),
  );
  return { life, ids: round(life, 2027, totals) };
}
const grades = (life: Life, ids: readonly string[]) => ids.map((id) => life.caseAt(id).result?.grade);
function graded(totals: readonly (number | undefined)[], policy?: Policy) {
  const { life, ids } = evaluated(totals, policy);
  life.must(LEADER, DAY, gradeRound(2027));
  return grades(life, ids);
}

describe("grading a year's cases at once", () => {
  it("tells of each case what was decided, what lowered it, and its grade", () => {
    const { life, ids } = evaluated([850], { ...withQuotas(quota({ most: 0 })), consequences: [] });
    const [id = ""] = ids;
    const root = { kind: "center", id: life.centerOf(id).id };
    const stage = "procedures/round/stages/grade";
    const cause = "gradings/final/quotas/few";
    const { events, holds } = life.must(LEADER, DAY, gradeRound(2027));
    const today = events.filter(({ onDay }) => onDay === "2027-06-20");
    expect(today.slice(0, 4)).toEqual([
      {
        root,
        kind: "decided",
        body: { case: id, stage: "grade", outcome: "concluded", opinion: "同意" },
        onDay: "2027-06-20",
        consulted: [stage],
      },
      {
        root,
        kind: "grade-adjusted",
        body: {
          case: id,
          stage: "grade",
          grading: "final",
          from: "a",
          to: "b",
          cause,
          quota: { place: 1, tied: 1, of: 1, most: 0 },
        },
        onDay: "2027-06-20",
        consulted: [stage, cause],
      },
      {
        root,
        kind: "graded",
        body: {
          case: id,
          stage: "grade",
          grading: "final",
          score: "850",
          grade: "b",
          means: "good",
          fired: cause,
        },
        onDay: "2027-06-20",
        consulted: [stage, cause],
      },
      {
        root,
        kind: "closed",
        body: { case: id, why: "done" },
        onDay: "2027-06-20",
        consulted: [],
      },
    ]);
    expect(holds).toEqual({
      notBefore: at("2027-04-10", "00:00:00"),
      notAfter: at("2027-06-21", "00:00:00"),
    });
  });

  it("is done by the leader, once, to cases that are there", () => {
    const { life } = evaluated([650]);
    expect(life.blocked(OFFICER, DAY, gradeRound(2027))).toBe("refused: not-your-role");
    expect(life.blocked(LEADER, DAY, gradeRound(2026))).toBe("refused: nothing-to-act-on");
    expect(life.blocked(LEADER, DAY, { ...gradeRound(2027), stage: "panel" })).toBe(
      "refused: nothing-to-act-on",
    );
    life.must(LEADER, DAY, gradeRound(2027));
    expect(life.blocked(LEADER, DAY, gradeRound(2027))).toBe("refused: nothing-to-act-on");
  });

  it("is offered at each of its cases, for the stage that grades alone", () => {
    const { life, ids } = evaluated([650]);
    const [id = ""] = ids;
    const facts = factsFor(life.ledger(), LEADER);
    const env = life.env(LEADER, DAY);
    const offered = (place: Parameters<typeof abilitiesFor>[2]["place"]) =>
      abilitiesFor(life.ledger().policies, facts, { env, place }).filter(({ act }) => act === "grade");
    expect(offered({ kind: "case", case: id })).toEqual([
      { act: "grade", case: id, stage: "grade", verdict: { kind: "allowed" } },
    ]);
    expect(offered({ kind: "center", center: life.centerOf(id).id })).toEqual([]);
  });

  it("asks the conditions of its stage, of everyone who took part and of nobody else", () => {
    const policy = withStage(
      {
        ...POINTS_POLICY,
        conditions: [
          ...POINTS_POLICY.conditions,
          {
            key: "trials",
            label: { zh: "有临床试验", en: "has trials" },
            because: ["rule"],
            for: ["base"],
            of: "center",
            test: {
              kind: "compare",
              of: { kind: "fact", fact: "application.self.trials" },
              is: "at-least",
              than: 9,
            },
          },
        ],
      },
      "grade",
      { requires: ["trials"] },
    );
    const { life } = evaluated([650], policy);
    expect(life.asks(LEADER, DAY, gradeRound(2027))).toMatchObject({
      kind: "refused",
      violations: [{ code: "condition-false", params: { condition: { zh: "有临床试验" } } }],
    });
    expect(graded([undefined], policy)).toEqual(["e"]);
  });
});

describe("who did not take part", () => {
  it("has the grade that the policy says, and no score", () => {
    expect(graded([650, undefined])).toEqual(["c", "e"]);
  });

  it("is left out where the policy says nothing of it, also of a share", () => {
    const policy = grading({
      grade: lines((one) => (one.key === "absent" ? [] : [one])),
      quotas: [quota({ most: 0.25, as: "share" })],
    });
    expect(graded([850, 650, 640, undefined], policy)).toEqual(["b", "c", "c", undefined]);
  });

  it("counts in a share, and stands behind everybody who has a score", () => {
    expect(graded([850, 650, 640, undefined], withQuotas(quota({ most: 0.25, as: "share" })))).toEqual([
      "a",
      "c",
      "c",
      "e",
    ]);
    const policy = grading({
      grade: lines((one) => [one.key === "absent" ? { ...one, then: "d" } : one]),
      quotas: [quota({ grade: "d", most: 1 })],
    });
    expect(graded([undefined, 510], policy)).toEqual(["e", "d"]);
  });
});

describe("a quota", () => {
  const ALL = [850, 840, 830] as const;
  it.each<[string, Partial<GradeQuota>, string[]]>([
    ["a number", { most: 2, as: "count" }, ["a", "a", "b"]],
    ["a share is cut down", { most: 0.5, as: "share" }, ["a", "b", "b"]],
    [
      "a share is cut down where the policy says so",
      { most: 0.6, as: "share", rounding: "down" },
      ["a", "b", "b"],
    ],
    ["a share is rounded up", { most: 0.4, as: "share", rounding: "up" }, ["a", "a", "b"]],
    ["a share is rounded, half upwards", { most: 0.5, as: "share", rounding: "half-up" }, ["a", "a", "b"]],
    [
      "a share is rounded, less than half downwards",
      { most: 0.4, as: "share", rounding: "half-up" },
      ["a", "b", "b"],
    ],
  ])("%s", (_, more, expected) => {
    expect(graded(ALL, withQuotas(quota(more)))).toEqual(expected);
  });

  it("holds within each group of its own", () => {
    // the first base is of the first class, the others of the second
    expect(graded([810, 850, 840], withQuotas(quota({ per: ["center.class"] })))).toEqual(["a", "a", "b"]);
  });

  it("does not stand where the grading has none", () => {
    const [final] = POINTS_POLICY.gradings;
    const { quotas: _quotas, ...free } = final ?? {};
    expect(graded(ALL, { ...POINTS_POLICY, gradings: [free as Grading] })).toEqual(["a", "a", "a"]);
  });

  it("waits for its number where that is left open, and says what could settle it", () => {
    const asks = { zh: "五星多少家", en: "how many five stars" };
    const most = { open: { asks, per: "policy", by: { role: "authority" } } } as const;
    const { life } = evaluated(ALL, withQuotas(quota({ most, because: ["rule"] })));
    expect(life.asks(LEADER, DAY, gradeRound(2027))).toMatchObject({
      kind: "pending",
      violations: [
        {
          code: "open-value",
          params: { asks, by: "authority", per: "policy" },
          clauses: RULE,
          path: "gradings/final/quotas/few/most",
        },
      ],
    });
  });

  it("waits for a fact that would say its number", () => {
    const most: GradeQuota["most"] = {
      cases: [
        {
          key: "large",
          when: {
            kind: "compare",
            of: { kind: "fact", fact: "center.beds" },
            is: "at-least",
            than: 9,
          },
          then: 1,
        },
      ],
      otherwise: 0,
    };
    const { life } = evaluated([850], withQuotas(quota({ most })));
    expect(life.asks(LEADER, DAY, gradeRound(2027))).toEqual({
      kind: "pending",
      violations: [
        {
          code: "condition-pending",
          params: { condition: { zh: "五星限额", en: "quota of five stars" } },
          clauses: RULE,
          path: "gradings/final/quotas/few",
        },
      ],
    });
  });

  it("is undecided among equals until the authority prefers some of them", () => {
    const { life, ids } = evaluated([850, 840, 840], withQuotas(quota({ most: 2 })));
    expect(life.asks(LEADER, DAY, gradeRound(2027))).toEqual({
      kind: "pending",
      violations: [
        {
          code: "tie-undecided",
          params: { what: { zh: "五星", en: "five stars" }, names: ["基地1", "基地2"], room: 1 },
          clauses: RULE,
          path: "gradings/final/quotas/few",
        },
      ],
    });
    expect(grades(life, ids)).toEqual([undefined, undefined, undefined]);
    life.must(LEADER, DAY, gradeRound(2027, [ids[2] ?? ""]));
    expect(grades(life, ids)).toEqual(["a", "b", "a"]);
  });
});

describe("a cohort of which one is not ready", () => {
  it("is not graded at all", () => {
    const { life, ids } = evaluated([850]);
    const late = pointsLife(5);
    bases(late, [800]);
    late.must(OFFICER, at("2027-04-11"), { kind: "open-campaign", procedure: "round", year: 2027 });
    const id = late.ledger().centers[0]?.cases.at(-1)?.id ?? "";
    const answers = { figures: { trials: "3" } };
    late.must(MANAGER, at("2027-05-01"), { kind: "submit", case: id, stage: "self", answers });
    expect(late.blocked(LEADER, DAY, gradeRound(2027))).toBe("refused: stage-not-reached");
    expect(grades(life, ids)).toEqual([undefined]);
  });

  it("waits for an open line of the grade, and names the grades that could come out", () => {
    const asks = { zh: "五星的分数线", en: "the line of five stars" };
    const line = {
      open: { asks, per: "policy", by: { role: "authority" }, least: 700, most: 900 },
    } as const;
    const when = { kind: "compare", of: { kind: "fact", fact: "result.score" }, is: "at-least" } as const;
    const policy = grading({
      grade: lines((one) => [one.key === "a" ? { ...one, when: { ...when, than: line } } : one]),
    });
    const { life } = evaluated([850, 650], policy);
    expect(life.asks(LEADER, DAY, gradeRound(2027))).toMatchObject({
      kind: "pending",
      violations: [
        { code: "open-value", params: { asks, could: [{ zh: "五星" }, { zh: "四星" }] }, clauses: RULE },
      ],
    });
  });
});
