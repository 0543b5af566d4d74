import { describe, expect, it } from "vitest";
import type { CaseFacts } from "../contract/facts.ts";
import { AT, caseAfter, caseOf, DAY, eventOf, tenantOf, WHO } from "../testing/events.ts";
import { evolve } from "./evolve.ts";

const at = { case: "k1", stage: "review" };
const DONE = { review: { doneOn: DAY, doneAt: AT, doneBy: WHO.user } };

describe("a case that is checked", () => {
  const earlier = { stage: "first", opinion: "齐", who: WHO, at: AT };
  it("is in review, and the stage is done", () => {
    expect(
      caseAfter(caseOf({ checks: [earlier] }), eventOf("checked", { ...at, opinion: "材料齐全" })),
    ).toStrictEqual(
      caseOf({
        state: "in-review",
        stages: DONE,
        checks: [earlier, { stage: "review", opinion: "材料齐全", who: WHO, at: AT }],
        dates: { "checked-on": DAY },
      }),
    );
  });

  it.each([
    ["draft", "in-review"],
    ["submitted", "in-review"],
    ["returned", "returned"],
    ["decided", "decided"],
  ] as const)("and was %s is %s", (state, then) => {
    expect(caseAfter(caseOf({ state }), eventOf("checked", { ...at, opinion: "" })).state).toBe(then);
  });
});

describe("a meeting", () => {
  it("ends the stage of a case where it is the last one", () => {
    const met = (done: boolean) => caseAfter(caseOf(), eventOf("met", { ...at, meeting: "m1", done }));
    expect(met(true)).toStrictEqual(caseOf({ stages: DONE, dates: { "met-on": DAY } }));
    expect(met(false)).toStrictEqual(caseOf({ dates: { "met-on": DAY } }));
  });

  it("is kept with its day and who held it", () => {
    const body = {
      meeting: "m1",
      procedure: "entry",
      stage: "seminar",
      year: 2026,
      form: "minutes",
      answers: { main: { text: "会议" } },
      cases: ["k1"],
    };
    const earlier = { ...body, meeting: "m0", on: "2026-01-01", who: WHO };
    expect(
      evolve(tenantOf({ meetings: [earlier] }), eventOf("meeting-held", body, { root: "tenant" })),
    ).toStrictEqual(tenantOf({ seq: 8, meetings: [earlier, { ...body, on: DAY, who: WHO }] }));
  });
});

describe("experts", () => {
  const expert = (user: string, unit = "甲院") => ({ user, name: `专家${user}`, party: 99, unit });

  it("are assigned to a stage; who is assigned again is so once", () => {
    const kase = caseOf({
      assignments: [
        { stage: "review", ...expert("a", "旧单位") },
        { stage: "review", ...expert("b") },
        { stage: "other", ...expert("a") },
      ],
    });
    expect(
      caseAfter(kase, eventOf("assigned", { ...at, experts: [expert("a"), expert("c")] })),
    ).toStrictEqual({
      ...kase,
      state: "in-review",
      assignments: [
        { stage: "review", ...expert("b") },
        { stage: "other", ...expert("a") },
        { stage: "review", ...expert("a") },
        { stage: "review", ...expert("c") },
      ],
      dates: { "assigned-on": DAY },
    });
  });

  it("withdraw from the stage that they name, each for himself", () => {
    const assignments = [
      { stage: "review", ...expert("a") },
      { stage: "review", ...expert("b") },
      { stage: "other", ...expert("a") },
    ];
    const body = { ...at, user: "a", name: "专家a", reason: "同一单位", rule: "own-institution" } as const;
    expect(caseAfter(caseOf({ assignments }), eventOf("recused", body))).toStrictEqual(
      caseOf({
        assignments: [
          { stage: "review", ...expert("a"), recused: { reason: "同一单位", rule: "own-institution" } },
          { stage: "review", ...expert("b") },
          { stage: "other", ...expert("a") },
        ],
        dates: { "recused-on": DAY },
      }),
    );
  });

  it("judge a condition, each in his own name", () => {
    const judgement = { stage: "review", condition: "novel", verdict: true, dimensions: [], opinion: "新" };
    const earlier = { ...judgement, user: "u9", at: AT };
    expect(
      caseAfter(caseOf({ judgements: [earlier] }), eventOf("judged", { case: "k1", ...judgement })),
    ).toStrictEqual(
      caseOf({
        judgements: [earlier, { ...judgement, user: WHO.user, at: AT }],
        dates: { "judged-on": DAY },
      }),
    );
  });

  it("score a sheet, each in his own name", () => {
    const sheet = { stage: "review", sheet: "main", terms: [], total: "81.50", opinion: "好" };
    const earlier = { ...sheet, user: "u9", at: AT };
    expect(
      caseAfter(caseOf({ scores: [earlier] }), eventOf("scored", { case: "k1", ...sheet })),
    ).toStrictEqual(
      caseOf({ scores: [earlier, { ...sheet, user: WHO.user, at: AT }], dates: { "scored-on": DAY } }),
    );
  });
});

describe("a review that is summed up", () => {
  const before = caseOf({
    judged: { old: false },
    verdicts: { earlier: true },
    results: { review: { grade: "good" } },
    result: { rank: 2 },
  });
  const done: Partial<CaseFacts> = { stages: DONE, dates: { "concluded-on": DAY } };

  it("without a word of its own only ends its stage", () => {
    expect(caseAfter(before, eventOf("concluded", { ...at, of: 3 }))).toStrictEqual({ ...before, ...done });
  });

  it("answers the condition that it was about", () => {
    const body = { ...at, verdict: false, condition: "novel", of: 3 };
    expect(caseAfter(before, eventOf("concluded", body))).toStrictEqual({
      ...before,
      ...done,
      judged: { old: false, novel: false },
      verdicts: { earlier: true, review: false },
    });
  });

  it("has a verdict also where it was about no condition", () => {
    expect(caseAfter(before, eventOf("concluded", { ...at, verdict: true, of: 3 }))).toStrictEqual({
      ...before,
      ...done,
      verdicts: { earlier: true, review: true },
    });
  });

  it("answers no condition without a verdict", () => {
    const after = caseAfter(before, eventOf("concluded", { ...at, condition: "novel", of: 3 }));
    expect(after).toStrictEqual({ ...before, ...done });
  });

  it("gives the stage and the case their score", () => {
    expect(caseAfter(before, eventOf("concluded", { ...at, score: "79.99", of: 3 }))).toStrictEqual({
      ...before,
      ...done,
      results: { review: { grade: "good", score: "79.99" } },
      result: { rank: 2, score: "79.99" },
    });
  });
});

describe("a decision", () => {
  it("is proposed first, which ends nothing", () => {
    const word = { stage: "review", outcome: "decline", opinion: "不宜" } as const;
    const earlier = { ...word, who: WHO, at: "2026-03-02T01:00:00.000Z" };
    expect(
      caseAfter(caseOf({ proposals: [earlier] }), eventOf("proposed", { case: "k1", ...word })),
    ).toStrictEqual(
      caseOf({ proposals: [earlier, { ...word, who: WHO, at: AT }], dates: { "proposed-on": DAY } }),
    );
  });

  it.each([[{}], [{ answers: { main: { text: "意见" } } }]])(
    "decides the case, with its form if it has one: %j",
    (form) => {
      const word = { stage: "review", outcome: "approved", opinion: "同意" } as const;
      const earlier = { ...word, who: WHO, at: "2026-03-02T01:00:00.000Z" };
      expect(
        caseAfter(caseOf({ decisions: [earlier] }), eventOf("decided", { case: "k1", ...word, ...form })),
      ).toStrictEqual(
        caseOf({
          state: "decided",
          stages: DONE,
          decisions: [earlier, { ...word, ...form, who: WHO, at: AT }],
          dates: { "decided-on": DAY },
        }),
      );
    },
  );
});
