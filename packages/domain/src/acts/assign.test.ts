import { Policy } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { describe, expect, it } from "vitest";
import { withStage } from "../testing/changed-policy.ts";
import { at, EXPERTS, HOSPITAL, LEADER, MANAGER, newLife, OFFICER } from "../testing/life.ts";
import { applied as heard, pointsLife } from "../testing/points/points-life.ts";
import { apply, settlePanel } from "../testing/steps.ts";

const policy = Policy.parse(pack);
const DAY = "2022-10-25";
const ASSESS = "procedures/entry/stages/assess";
const named = EXPERTS.map(({ user, name }) => ({ user, name, party: 99, unit: "外单位" }));
const assigning = (id: string, experts = named, stage = "assess") =>
  ({ kind: "assign", case: id, stage, experts }) as const;

/** An application whose panel is three. */
function applied() {
  const life = newLife(policy);
  const id = apply(life, "骨科中心");
  settlePanel(life, "entry", { day: "2022-10-24" });
  return { life, id };
}

describe("putting experts on a case", () => {
  it("names all of them, and rests on the size that was settled", () => {
    const { life, id } = applied();
    expect(life.must(OFFICER, at(DAY), assigning(id)).events).toEqual([
      {
        root: { kind: "center", id: life.centerOf(id).id },
        kind: "assigned",
        onDay: DAY,
        body: { case: id, stage: "assess", experts: named },
        consulted: [ASSESS, `${ASSESS}/panel/size`],
      },
    ]);
  });
  it("is the officer's, at a review by experts, once there is something to review", () => {
    const { life, id } = applied();
    expect(life.blocked(LEADER, at(DAY), assigning(id))).toBe("refused: not-your-role");
    expect(life.blocked(OFFICER, at(DAY), assigning(id, named, "decide"))).toBe("refused: nothing-to-act-on");
    const draft = life.open(MANAGER, at("2022-10-21"), { procedure: "entry", year: 2022 });
    expect(life.blocked(OFFICER, at(DAY), assigning(draft))).toBe("refused: wrong-state");
  });
  it("makes the panel neither smaller nor larger than was settled, and counts nobody twice", () => {
    const { life, id } = applied();
    const [one, two, three] = named;
    const four = { user: "user-4", name: "expert 4", party: 99, unit: "外单位" };
    const refused = (have: number) => ({
      kind: "refused",
      violations: [{ code: "panel-incomplete", params: { have, need: 3 }, clauses: [] }],
    });
    expect(life.asks(OFFICER, at(DAY), assigning(id, named.slice(0, 2)))).toEqual(refused(2));
    expect(life.asks(OFFICER, at(DAY), assigning(id, [...named, four]))).toEqual(refused(4));
    const twice = [one, two, three, one].flatMap((expert) => (expert === undefined ? [] : [expert]));
    expect(life.asks(OFFICER, at(DAY), assigning(id, twice)).kind).toBe("decided");
  });
  it("says of each who is of the applicant's own institution", () => {
    const { life, id } = applied();
    const own = named.map((expert, n) => (n === 0 ? { ...expert, party: HOSPITAL, unit: "甲医院" } : expert));
    expect(life.asks(OFFICER, at(DAY), assigning(id, own))).toEqual({
      kind: "refused",
      violations: [{ code: "conflict-of-interest", params: { institution: "甲医院" }, clauses: [] }],
    });
  });
  it("asks for one at least where the policy says no number", () => {
    const life = newLife(withStage(policy, "assess", { panel: {} }));
    const id = apply(life, "骨科中心");
    expect(life.asks(OFFICER, at(DAY), assigning(id, []))).toEqual({
      kind: "refused",
      violations: [{ code: "panel-incomplete", params: { have: 0, need: 1 }, clauses: [] }],
    });
    life.must(OFFICER, at(DAY), assigning(id, named.slice(0, 1)));
  });
  it("for one review does not stand in the way of another one", () => {
    const life = pointsLife();
    const id = heard(life, "甲", { paper: 800, hearing: 700 });
    const [paper, hearing] = life.caseAt(id).assignments;
    expect([paper?.stage, hearing?.stage]).toEqual(["paper", "hearing"]);
    expect(paper?.user).toBe(hearing?.user);
  });
});
