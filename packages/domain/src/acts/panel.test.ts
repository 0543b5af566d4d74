import type { Actor, Stage } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { Assignment, CaseFacts } from "../contract/facts.ts";
import { atStage } from "../testing/at-stage.ts";
import { EXPERTS, OFFICER } from "../testing/life.ts";
import { RULES } from "../testing/odd-steps.ts";
import {
  checkAssigned,
  checkComplete,
  checkUnanswered,
  conflictOf,
  isPanelReview,
  panelOf,
  panelSize,
  yieldOf,
} from "./panel.ts";

const LABEL = { zh: "评审", en: "review" };
const [EXPERT = OFFICER, OTHER = OFFICER, THIRD = OFFICER] = EXPERTS;
const review = (more: object = {}) =>
  ({
    key: "review",
    label: LABEL,
    because: ["all"],
    does: "review",
    by: { role: "experts" },
    ...more,
  }) as Stage;
const assigned = (user: string, more: Partial<Assignment> = {}): Assignment => ({
  stage: "review",
  user,
  name: "专家",
  party: 99,
  unit: "外单位",
  ...more,
});
const RECUSED = { recused: { reason: "共同课题", rule: "declared" } } as const;
const judged = (user: string, stage = "review"): CaseFacts["judgements"][number] => ({
  stage,
  condition: "c",
  user,
  verdict: true,
  dimensions: [],
  opinion: "",
  at: "2026-04-01T00:00:00.000Z",
});
const scored = (user: string, stage = "review"): CaseFacts["scores"][number] => ({
  stage,
  user,
  sheet: "s",
  terms: [],
  total: "1",
  opinion: "",
  at: "2026-04-01T00:00:00.000Z",
});
const here = (kase: Partial<CaseFacts>, stage = review()) =>
  atStage([stage], "review", { kase, hat: EXPERT });
const refused = (code: string, params: object) => [
  { pending: false, violation: { code, params, clauses: [] } },
];

it.each<[Stage["does"], Actor["role"], boolean]>([
  ["review", "experts", true],
  ["review", "third-party", true],
  ["review", "authority", false],
  ["check", "experts", false],
  ["decide", "third-party", false],
])("to %s by %s is for a panel: %j", (does, role, expected) => {
  expect(isPanelReview(review({ does, by: { role } }))).toBe(expected);
});

it("what a stage brings about is asked for by its kind", () => {
  const verdict = { kind: "verdict", about: ["c"] };
  const stage = review({ yields: [{ kind: "score", sheet: "s" }, verdict] });
  expect(yieldOf(stage, "verdict")).toEqual(verdict);
  expect(yieldOf(stage, "grade")).toBeUndefined();
  expect(yieldOf(review(), "verdict")).toBeUndefined();
});

describe("the panel of a stage", () => {
  it("are those who were assigned to it and have not stood back", () => {
    const assignments = [
      assigned("a"),
      assigned("b", RECUSED),
      assigned("c", { stage: "elsewhere" }),
      assigned("d"),
    ];
    expect(panelOf(here({ assignments })).map(({ user }) => user)).toEqual(["a", "d"]);
  });

  it("has as many as the policy says, and as it likes where it says nothing", () => {
    const sized = (panel: object | undefined, stage: object = {}) =>
      panelSize(here({}, review({ ...(panel === undefined ? {} : { panel }), ...stage })));
    expect(sized({ size: 5 })).toEqual({ need: 5, obstacles: [] });
    expect(sized({})).toEqual({ obstacles: [] });
    expect(sized(undefined)).toEqual({ obstacles: [] });
    expect(sized({ size: 5 }, { does: "check" })).toEqual({ obstacles: [] });
  });

  it("waits for its number while that is open, and does not wait for a fact", () => {
    const asks = { zh: "几位", en: "how many" };
    const open = { open: { asks, per: "policy", by: { role: "authority" } } };
    const { need, obstacles } = panelSize(here({}, review({ panel: { size: open } })));
    expect(need).toBeUndefined();
    expect(obstacles).toMatchObject([
      {
        pending: true,
        violation: {
          code: "open-value",
          params: { asks, by: "authority", per: "policy" },
          clauses: RULES,
          path: "procedures/entry/stages/review/panel/size",
        },
      },
    ]);
    const when = { kind: "compare", of: { kind: "fact", fact: "center.beds" }, is: "at-least", than: 9 };
    const size = { cases: [{ key: "large", when, then: 3 }], otherwise: 5 };
    expect(panelSize(here({}, review({ panel: { size } })))).toEqual({ obstacles: [] });
  });
});

describe("who answers", () => {
  it("was assigned to this stage", () => {
    const nobody = refused("not-assigned", { stage: LABEL });
    expect(checkAssigned(here({ assignments: [assigned(EXPERT.user)] }))).toEqual([]);
    expect(checkAssigned(here({ assignments: [assigned(OTHER.user)] }))).toEqual(nobody);
    expect(checkAssigned(here({ assignments: [assigned(EXPERT.user, { stage: "elsewhere" })] }))).toEqual(
      nobody,
    );
  });

  it("has not stood back, and is not of the applicant's own institution", () => {
    expect(checkAssigned(here({ assignments: [assigned(EXPERT.user, RECUSED)] }))).toEqual(
      refused("recused", { reason: "共同课题" }),
    );
    const own = { party: 11, unit: "甲医院" };
    const conflict = refused("conflict-of-interest", { institution: "甲医院" });
    expect(checkAssigned(here({ assignments: [assigned(EXPERT.user, own)] }))).toEqual(conflict);
    expect(conflictOf(here({}), own)).toEqual(conflict);
    expect(conflictOf(here({}), { party: 12, unit: "乙医院" })).toEqual([]);
  });

  it("answers once at a stage, be it with a verdict or with a score", () => {
    const twice = refused("already-done", { what: LABEL });
    expect(checkUnanswered(here({}))).toEqual([]);
    expect(checkUnanswered(here({ judgements: [judged(EXPERT.user)] }))).toEqual(twice);
    expect(checkUnanswered(here({ scores: [scored(EXPERT.user)] }))).toEqual(twice);
    expect(checkUnanswered(here({ scores: [scored(OTHER.user)] }))).toEqual([]);
    expect(checkUnanswered(here({ judgements: [judged(EXPERT.user, "elsewhere")] }))).toEqual([]);
  });
});

describe("a panel is complete", () => {
  const assignments = [assigned(EXPERT.user), assigned(OTHER.user), assigned(THIRD.user, RECUSED)];
  const lacking = (have: number, need: number) => refused("panel-incomplete", { have, need });

  it("once everybody on it has answered; who stood back is not waited for", () => {
    expect(checkComplete(here({ assignments }))).toEqual(lacking(0, 2));
    expect(checkComplete(here({ assignments, judgements: [judged(EXPERT.user)] }))).toEqual(lacking(1, 2));
    expect(
      checkComplete(here({ assignments, judgements: [judged(EXPERT.user)], scores: [scored(OTHER.user)] })),
    ).toEqual([]);
    expect(checkComplete(here({ assignments, scores: [scored(EXPERT.user), scored(THIRD.user)] }))).toEqual(
      lacking(1, 2),
    );
    expect(
      checkComplete(here({ assignments, scores: [scored(EXPERT.user), scored(OTHER.user, "elsewhere")] })),
    ).toEqual(lacking(1, 2));
  });

  it("with one at the least", () => {
    expect(checkComplete(here({}))).toEqual(lacking(0, 1));
    expect(checkComplete(here({ assignments: [assigned(EXPERT.user, RECUSED)] }))).toEqual(lacking(0, 1));
  });
});
