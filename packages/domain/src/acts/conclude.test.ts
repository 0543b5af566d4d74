import { Policy } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { describe, expect, it } from "vitest";
import { withCase } from "../testing/changed-facts.ts";
import { withStage } from "../testing/changed-policy.ts";
import { at, EXPERTS, hatOf, LEADER, newLife, OFFICER } from "../testing/life.ts";
import type { Life } from "../testing/life.ts";
import { apply, assess, assessOneself, assignAll, designate, settlePanel } from "../testing/steps.ts";
import { conclude } from "./conclude.ts";

const policy = Policy.parse(pack);
const DAY = "2022-10-27";
const ASSESS = "procedures/entry/stages/assess";
const REVIEW = "procedures/acceptance/stages/review";
const concluding = (id: string, stage: string) => ({ kind: "conclude", case: id, stage }) as const;
const clausesOf = (...keys: string[]) => policy.clauses.filter(({ key }) => keys.includes(key));

/** An application whose experts have answered yes or no. */
function judged(verdicts: readonly boolean[], under = policy) {
  const life = newLife(under);
  const id = apply(life, "骨科中心");
  settlePanel(life, "entry", { day: "2022-10-24" });
  assess(life, id, verdicts);
  return { life, id, center: life.centerOf(id).id };
}

describe("a review that yields a verdict", () => {
  it.each([true, false])("says what its panel agrees on: %s", (verdict) => {
    const { life, id, center } = judged([verdict, verdict, verdict]);
    expect(life.must(OFFICER, at(DAY), concluding(id, "assess")).events).toEqual([
      {
        root: { kind: "center", id: center },
        kind: "concluded",
        onDay: DAY,
        body: { case: id, stage: "assess", verdict, condition: "ready", of: 3 },
        consulted: [ASSESS, "conditions/ready"],
      },
    ]);
  });
  it("waits for the way of combining where the panel differs, with the clauses that leave it open", () => {
    const { life, id } = judged([true, false, true]);
    const path = `${ASSESS}/yields/verdict/combine`;
    const asks = {
      zh: "专家意见不一致时怎样得出结论",
      en: "how the experts' views become one where they differ",
    };
    expect(life.asks(OFFICER, at(DAY), concluding(id, "assess"))).toEqual({
      kind: "pending",
      violations: [
        {
          code: "open-value",
          params: { asks, by: "authority", per: "policy" },
          clauses: clausesOf("s3"),
          path,
          open: {
            path,
            asks,
            per: "policy",
            by: "authority",
            choices: [
              { key: "all", label: { zh: "一致同意才算具备", en: "all must agree" } },
              { key: "majority", label: { zh: "过半数同意即算具备", en: "more than half" } },
            ],
          },
        },
      ],
    });
  });
  it("lets the authority settle the way where the policy does not even mention one", () => {
    const silent = withStage(policy, "assess", { yields: [{ kind: "verdict", about: ["ready"] }] });
    const { life, id } = judged([true, false, true], silent);
    expect(life.asks(OFFICER, at(DAY), concluding(id, "assess"))).toMatchObject({
      kind: "pending",
      violations: [
        {
          code: "open-value",
          open: {
            path: `${ASSESS}/yields/verdict/combine`,
            choices: [{ key: "all" }, { key: "two-thirds" }, { key: "majority" }, { key: "any" }],
          },
        },
      ],
    });
  });
  it("waits without a name where the way hangs on a fact that nobody knows", () => {
    const than = {
      kind: "compare",
      of: { kind: "fact", fact: "host.beds" },
      is: "at-least",
      than: 1,
    } as const;
    const combine = {
      cases: [
        { key: "many", when: than, then: "all" },
        { key: "few", when: { kind: "not", of: than } as const, then: "any" },
      ],
    } as const;
    const hanging = withStage(policy, "assess", {
      yields: [{ kind: "verdict", about: ["ready"], combine: { cases: [...combine.cases] } }],
    });
    const { life, id } = judged([true, false, true], hanging);
    expect(life.asks(OFFICER, at(DAY), concluding(id, "assess"))).toEqual({
      kind: "pending",
      violations: [
        {
          code: "condition-pending",
          params: {
            condition: { zh: "具备打造科创中心的条件", en: "ready to become an innovation center" },
          },
          clauses: clausesOf("s3"),
          path: ASSESS,
        },
      ],
    });
  });
  it("does not hear who has stood back, nor what was answered at another stage or to another question", () => {
    const { life, id } = judged([true, true, false]);
    const [, , last = OFFICER] = EXPERTS;
    const scene = life.scene(OFFICER, at(DAY));
    const back = { reason: "共同课题", rule: "declared" } as const;
    const without = withCase(scene, id, (kase) => ({
      ...kase,
      assignments: kase.assignments.map((one) => (one.user === last.user ? { ...one, recused: back } : one)),
    }));
    const target = concluding(id, "assess");
    expect(conclude.perform(without, target)).toMatchObject({ events: [{ body: { verdict: true, of: 2 } }] });
    for (const other of [{ stage: "elsewhere" }, { condition: "another" }]) {
      const strayed = withCase(scene, id, (kase) => ({
        ...kase,
        judgements: kase.judgements.map((one) => (one.user === last.user ? { ...one, ...other } : one)),
      }));
      expect(conclude.perform(strayed, target)).toMatchObject({
        events: [{ body: { verdict: true, of: 2 } }],
      });
    }
  });
});

describe("summing up", () => {
  it("is the officer's, of reviews by experts, once everybody has answered", () => {
    const life = newLife(policy);
    const id = apply(life, "骨科中心");
    expect(life.blocked(LEADER, at(DAY), concluding(id, "assess"))).toBe("refused: not-your-role");
    expect(life.blocked(OFFICER, at(DAY), concluding(id, "decide"))).toBe("refused: nothing-to-act-on");
    settlePanel(life, "entry", { day: "2022-10-24" });
    assignAll(life, id, "2022-10-25");
    expect(life.asks(OFFICER, at(DAY), concluding(id, "assess"))).toEqual({
      kind: "refused",
      violations: [{ code: "panel-incomplete", params: { have: 0, need: 3 }, clauses: [] }],
    });
  });
  it("is not done before its turn, nor twice", () => {
    const life = newLife(policy);
    const id = life.open(hatOf("contact", 11), at("2022-10-21"), { procedure: "entry", year: 2022 });
    expect(life.blocked(OFFICER, at(DAY), concluding(id, "assess"))).toBe("refused: wrong-state");
    const ready = judged([true, true, true]);
    ready.life.must(OFFICER, at(DAY), concluding(ready.id, "assess"));
    expect(ready.life.blocked(OFFICER, at(DAY), concluding(ready.id, "assess"))).toBe("refused: stage-done");
  });
});

/** A center's acceptance, scored by each expert in turn. */
function scored(totals: readonly number[], under = policy) {
  const life = newLife(under);
  const [entry = ""] = designate(life, ["骨科中心"]);
  settlePanel(life, "evaluation", { day: "2025-11-11" });
  const id = assessOneself(life, entry);
  const stage = assignAll(life, id, "2025-11-12");
  totals.forEach((total, n) => {
    const items = life.pointsFor(total);
    life.must(EXPERTS[n] ?? OFFICER, at("2025-11-12"), {
      kind: "score",
      case: id,
      stage,
      items,
      opinion: "",
    });
  });
  return { life, id };
}

const settleWay = (life: Life, value: "mean" | "median") =>
  life.must(LEADER, at("2025-11-13"), {
    kind: "settle",
    path: `${REVIEW}/yields/score/combine`,
    value,
    as: "合成",
    on: "2025-11-13",
  });

describe("a review that yields a score", () => {
  const day = "2025-11-13";
  it("says it with the way in which it was combined", () => {
    const { life, id } = scored([90, 80, 91]);
    settleWay(life, "mean");
    expect(life.must(OFFICER, at(day), concluding(id, "review")).events).toEqual([
      {
        root: { kind: "center", id: life.centerOf(id).id },
        kind: "concluded",
        onDay: day,
        body: { case: id, stage: "review", score: "87", combine: "mean", of: 3 },
        consulted: [REVIEW, `${REVIEW}/yields/score/combine`],
      },
    ]);
  });
  it("says it without a way where all give the same, and else waits for one", () => {
    const same = scored([85, 85, 85]);
    const [event] = same.life.must(OFFICER, at(day), concluding(same.id, "review")).events;
    expect(event?.body).toStrictEqual({ case: same.id, stage: "review", score: "85", of: 3 });
    const { life, id } = scored([90, 80, 91]);
    expect(life.asks(OFFICER, at(day), concluding(id, "review"))).toMatchObject({
      kind: "pending",
      violations: [
        {
          code: "open-value",
          clauses: clausesOf("s6-experts"),
          path: `${REVIEW}/yields/score/combine`,
          params: { asks: { zh: "几位专家的评分怎样合成" } },
        },
      ],
    });
  });
  it("lets the authority settle the way where the policy does not even mention one", () => {
    const silent = withStage(policy, "review", { yields: [{ kind: "score", sheet: "sheet" }] });
    const { life, id } = scored([90, 80, 91], silent);
    expect(life.asks(OFFICER, at(day), concluding(id, "review"))).toMatchObject({
      kind: "pending",
      violations: [
        { open: { path: `${REVIEW}/yields/score/combine`, choices: [{}, {}, { key: "median" }] } },
      ],
    });
  });
  it("waits for its stage where nobody knows the way", () => {
    const than = {
      kind: "compare",
      of: { kind: "fact", fact: "host.beds" },
      is: "at-least",
      than: 1,
    } as const;
    const hanging = withStage(policy, "review", {
      yields: [
        {
          kind: "score",
          sheet: "sheet",
          combine: {
            cases: [
              { key: "many", when: than, then: "mean" },
              { key: "few", when: { kind: "not", of: than }, then: "sum" },
            ],
          },
        },
      ],
    });
    const { life, id } = scored([90, 80, 91], hanging);
    expect(life.asks(OFFICER, at(day), concluding(id, "review"))).toMatchObject({
      kind: "pending",
      violations: [
        {
          code: "condition-pending",
          params: { condition: { zh: "专家验收评估", en: "expert review" } },
          path: REVIEW,
        },
      ],
    });
  });
  it("does not hear who has stood back, nor the sheets of another stage", () => {
    const { life, id } = scored([90, 90, 10]);
    const [, , last = OFFICER] = EXPERTS;
    const scene = life.scene(OFFICER, at(day));
    const back = { reason: "共同课题", rule: "declared" } as const;
    const without = withCase(scene, id, (kase) => ({
      ...kase,
      assignments: kase.assignments.map((one) => (one.user === last.user ? { ...one, recused: back } : one)),
    }));
    const strayed = withCase(scene, id, (kase) => ({
      ...kase,
      scores: kase.scores.map((one) => (one.user === last.user ? { ...one, stage: "elsewhere" } : one)),
    }));
    for (const one of [without, strayed])
      expect(conclude.perform(one, concluding(id, "review"))).toMatchObject({
        events: [{ body: { score: "90", of: 2 } }],
      });
  });
});
