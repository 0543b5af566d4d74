import { Policy } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { describe, expect, it } from "vitest";
import { at, LEADER, OFFICER } from "../testing/life.ts";
import type { Life } from "../testing/life.ts";
import { bases, gradeRound, pointsLife, round } from "../testing/points/points-life.ts";
import { POINTS_POLICY } from "../testing/points/points-policy.ts";
import { campaignOf, campaignsOf, cohortOf, cohortStages } from "./cohort-view.ts";

const DAY = "2027-06-20";
const over = { procedure: "round", stage: "grade", year: 2027 };

const seen = (life: Life, acts: Parameters<typeof cohortOf>[2]["acts"], day = DAY) => {
  const { policies, facts, env } = life.scene(LEADER, at(day));
  return cohortOf(policies, facts, { env, over, acts });
};

describe("the stages at which a year is looked at together", () => {
  it("are those that rank, and those that decide by a grade", () => {
    expect(cohortStages(POINTS_POLICY)).toEqual([
      { procedure: "entry", stage: "choose", does: ["rank"] },
      { procedure: "round", stage: "grade", does: ["grade"] },
    ]);
  });
  it("are not those that grade without deciding", () => {
    const procedures = POINTS_POLICY.procedures.map((procedure) => ({
      ...procedure,
      stages: procedure.stages.map((stage) =>
        stage.key === "panel" ? { ...stage, yields: [{ kind: "grade", grading: "final" } as const] } : stage,
      ),
    }));
    expect(cohortStages({ ...POINTS_POLICY, procedures }).map(({ stage }) => stage)).toEqual([
      "choose",
      "grade",
    ]);
  });
});

describe("a cohort as a screen shows it", () => {
  it("has a row for each case as it stands, and says who is absent", () => {
    const life = pointsLife();
    const entries = bases(life, [800, 700]);
    const ids = round(life, 2027, [650, undefined]);
    const [first, second] = entries.map((entry) => life.centerOf(entry).id);
    expect(seen(life, []).rows).toStrictEqual([
      {
        case: ids[0],
        root: first,
        title: "基地0",
        unit: "甲医院",
        state: "in-review",
        absent: false,
        lowered: [],
        score: "650",
      },
      {
        case: ids[1],
        root: second,
        title: "基地1",
        unit: "乙医院",
        state: "draft",
        absent: true,
        lowered: [],
      },
    ]);
    expect(seen(life, [], "2027-05-30").rows.map(({ absent }) => absent)).toEqual([false, false]);
  });
  it("says the grade, what lowered it, and what came of the stage", () => {
    const life = pointsLife();
    bases(life, [800, 700]);
    const [id = ""] = round(life, 2027, [850, 650]);
    life.must(LEADER, at(DAY), gradeRound(2027));
    const [row] = seen(life, []).rows;
    expect(row).toMatchObject({
      case: id,
      state: "closed",
      grade: "b",
      lowered: [{ from: "a", to: "b", cause: "gradings/final/quotas/few" }],
      result: { grade: "b" },
    });
  });
  it("says what each act would bring about, and does nothing", () => {
    const life = pointsLife();
    bases(life, [800, 700]);
    round(life, 2027, [650, 650]);
    const before = life.ledger().events.length;
    const { outcomes } = seen(life, [gradeRound(2027)]);
    expect(outcomes.map(({ act, decision }) => [act, decision.kind])).toEqual([["grade", "decided"]]);
    const ranking = { kind: "rank", ...over } as const;
    expect(seen(life, [ranking]).outcomes).toMatchObject([{ act: "rank", decision: { kind: "refused" } }]);
    expect(life.ledger().events).toHaveLength(before);
  });
});

describe("a campaign as a screen shows it", () => {
  const about = { procedure: "round", year: 2027 };
  const asked = (life: Life, day: string) => {
    const { policies, facts, env } = life.scene(OFFICER, at(day));
    return campaignOf(policies, facts, { env, ...about });
  };
  it("says who would be in and who is in already", () => {
    const life = pointsLife();
    const [entry = ""] = bases(life, [800]);
    const root = life.centerOf(entry).id;
    const row = { root, title: "基地0", unit: "甲医院", because: [] };
    expect(asked(life, "2027-04-10")).toStrictEqual([row]);
    const [id] = round(life, 2027, [650]);
    expect(asked(life, "2027-04-20")).toStrictEqual([{ ...row, case: id }]);
  });
  it("says why a center is not in", () => {
    const life = pointsLife();
    bases(life, [800]);
    expect(asked(life, "2027-04-09")).toMatchObject([
      { title: "基地0", because: [{ code: "window-not-open" }] },
    ]);
  });
  it("is of procedures that the authority opens for centers", () => {
    expect(campaignsOf(POINTS_POLICY)).toEqual(["round"]);
    expect(campaignsOf(Policy.parse(pack))).toEqual(["acceptance", "recheck"]);
  });
});
