import type { Policy, Stage, Yield } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import { at, LEADER, newLife, type Life } from "../testing/life.ts";
import {
  applied,
  bases,
  choose,
  gradeRound,
  pointsLife,
  rankAll,
  round,
} from "../testing/points/points-life.ts";
import { POINTS_POLICY } from "../testing/points/points-policy.ts";

const DAY = at("2027-06-01");
const GRADE = "procedures/round/stages/grade";
const CHOOSE = "procedures/entry/stages/choose";
const RULE = POINTS_POLICY.clauses;

const changing = (key: string, change: (stage: Stage) => object, policy = POINTS_POLICY): Policy => ({
  ...policy,
  procedures: policy.procedures.map((procedure) => ({
    ...procedure,
    stages: procedure.stages.map((stage) => (stage.key === key ? { ...stage, ...change(stage) } : stage)),
  })),
});
/** The policy with a grading that says more. */
const grading = (more: object): Policy => ({
  ...POINTS_POLICY,
  gradings: POINTS_POLICY.gradings.map(({ quotas: _quotas, ...one }) => ({ ...one, ...more })),
});

/** What the grading of the round says of each case, beside the decision and what follows from it. */
function graded(policy: Policy, totals: readonly (number | undefined)[], { late = false } = {}) {
  const life = newLife(policy);
  bases(
    life,
    totals.map((_total, n) => 800 - n * 10),
  );
  round(life, 2027, totals);
  const now = late ? at("2027-06-20") : DAY;
  const decision = life.asks(LEADER, now, gradeRound(2027));
  if (decision.kind !== "decided") return decision;
  return decision.events
    .filter(({ kind }) => kind === "graded" || kind === "grade-adjusted")
    .map(({ kind, body, consulted }) => ({ kind, body: { ...body, case: "" }, consulted }));
}
const body = (more: object) => ({ case: "", stage: "grade", grading: "final", ...more });

describe("the grade of a case", () => {
  it("is given on its score, with what it means and the rule that fired", () => {
    const fired = "gradings/final/grade/cases/b";
    expect(graded(grading({}), [720])).toStrictEqual([
      {
        kind: "graded",
        body: body({ score: "720", grade: "b", means: "good", fired }),
        consulted: [GRADE, fired],
      },
    ]);
  });

  it("says what lowered it, in the order in which that happened", () => {
    const when = { kind: "compare", of: { kind: "fact", fact: "result.score" }, is: "at-least", than: 800 };
    const adjust = [{ key: "again", because: ["rule"], label: { zh: "重评", en: "again" }, when, down: 1 }];
    const quotas = [{ key: "none", because: ["rule"], grade: "b", per: [], most: 0, as: "count" }];
    const rule = "gradings/final/adjust/again";
    const quota = "gradings/final/quotas/none";
    expect(graded(grading({ adjust, quotas }), [850])).toStrictEqual([
      {
        kind: "grade-adjusted",
        body: body({ from: "a", to: "b", cause: rule }),
        consulted: [GRADE, rule, rule],
      },
      {
        kind: "grade-adjusted",
        body: body({
          from: "b",
          to: "c",
          cause: quota,
          quota: { place: 1, tied: 1, of: 1, most: 0 },
        }),
        consulted: [GRADE, rule, quota],
      },
      {
        kind: "graded",
        body: body({ score: "850", grade: "c", means: "pass", fired: quota }),
        consulted: [GRADE, quota],
      },
    ]);
  });

  it("of who did not take part is said by the policy, and bears no score", () => {
    const fired = "gradings/final/grade/cases/absent";
    expect(graded(grading({}), [720, undefined], { late: true })).toMatchObject([
      { body: { grade: "b", score: "720" } },
      { body: { grade: "e", means: "fail", fired } },
    ]);
    const [, absent] = graded(grading({}), [720, undefined], { late: true }) as { body: object }[];
    expect(absent?.body).not.toHaveProperty("score");
  });

  it("bears no meaning where its list gives it none", () => {
    const lists = POINTS_POLICY.lists.map((list) => ({
      ...list,
      items: list.items.map(({ means: _means, ...item }) => item),
    }));
    const [only] = graded({ ...grading({}), lists }, [720]) as { body: object }[];
    expect(only?.body).toMatchObject({ grade: "b" });
    expect(only?.body).not.toHaveProperty("means");
  });

  it("waits while its line is open, and says which grades it could be", () => {
    const asks = { zh: "四星线", en: "line of four stars" };
    const of = { kind: "fact", fact: "result.score" };
    const open = { open: { asks, per: "policy", least: 700, most: 750 } };
    const cases = [{ key: "b", when: { kind: "compare", of, is: "at-least", than: open }, then: "b" }];
    const path = "gradings/final/grade/cases/b/when/than";
    const waiting = graded(grading({ grade: { cases, otherwise: "c" }, adjust: [] }), [720]);
    expect(waiting).toMatchObject({
      kind: "pending",
      violations: [
        {
          code: "open-value",
          params: {
            asks,
            by: "authority",
            per: "policy",
            could: [{ zh: "四星" }, { zh: "三星" }],
          },
          clauses: RULE,
          path,
        },
      ],
    });
    expect(graded(grading({ grade: { cases, otherwise: "c" }, adjust: [] }), [760])).toMatchObject([
      { body: { grade: "b" } },
    ]);
  });

  it("waits for the fact on which it hangs, naming the grading", () => {
    const of = { kind: "fact", fact: "host.grade" };
    const cases = [{ key: "b", when: { kind: "compare", of, is: "equal", than: "三级" }, then: "b" }];
    expect(graded(grading({ grade: { cases, otherwise: "c" }, adjust: [] }), [720])).toStrictEqual({
      kind: "pending",
      violations: [
        {
          code: "condition-pending",
          params: { condition: { zh: "评估等次", en: "grade of the evaluation" } },
          clauses: RULE,
          path: "gradings/final",
        },
      ],
    });
  });
});

describe("a score that a stage computes itself", () => {
  const chosen = (life: Life) => {
    const id = applied(life, "甲", { paper: 800, hearing: 700 });
    rankAll(life);
    return choose(life, id, "first").events.map(({ kind, body: said, consulted }) => ({
      kind,
      said,
      consulted,
    }));
  };

  it("is said before what is decided on it", () => {
    expect(chosen(pointsLife())[0]).toStrictEqual({
      kind: "concluded",
      said: { case: "id-1", stage: "choose", score: "760", of: 0 },
      consulted: [CHOOSE, `${CHOOSE}/yields/score/of`],
    });
  });

  it("is not said where the stage computes none, and then the score before stands", () => {
    const uncomputed = changing("choose", ({ yields = [] }) => ({
      yields: yields.filter((one: Yield) => one.kind !== "score"),
    }));
    const life = newLife(uncomputed);
    const events = chosen(life);
    expect(events[0]?.kind).toBe("decided");
    const ranked = life.ledger().events.find(({ kind }) => kind === "ranked");
    expect(ranked?.body).toMatchObject({ value: "700" });
  });

  it("takes the place of every score before it, also where nobody knows it yet", () => {
    const unknown = changing("choose", ({ yields = [] }) => ({
      yields: yields.map((one: Yield) =>
        one.kind === "score" ? { kind: "score", of: { kind: "fact", fact: "host.beds" } } : one,
      ),
    }));
    const life = newLife(unknown);
    applied(life, "甲", { paper: 800, hearing: 700 });
    expect(() => rankAll(life)).toThrow("condition-pending");
    const known = changing("choose", ({ yields = [] }) => ({
      yields: yields.map((one: Yield) =>
        one.kind === "rank" ? { ...one, of: { kind: "fact", fact: "stage.choose.score" } } : one,
      ),
    }));
    const other = newLife(known);
    applied(other, "甲", { paper: 800, hearing: 700 });
    expect(rankAll(other).events.at(-1)?.body).toMatchObject({ value: "760" });
  });
});
