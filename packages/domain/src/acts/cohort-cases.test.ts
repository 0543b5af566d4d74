import { describe, expect, it } from "vitest";
import { withCase, withCenter } from "../testing/changed-facts.ts";
import { at, OFFICER, USCC } from "../testing/life.ts";
import { applied, pointsLife } from "../testing/points/points-life.ts";
import { cohortAt, cohortOffers, groupKey, groupOf } from "./cohort-cases.ts";

const NOW = at("2024-04-01");

function cohort() {
  const life = pointsLife();
  const ids = ["甲", "乙"].map((name) => applied(life, name, { paper: 450 }));
  const [first = "", second = ""] = ids;
  return { life, first, second, scene: life.scene(OFFICER, NOW) };
}
const over = { procedure: "entry", stage: "choose", year: 2024 };

describe("the cases of a cohort", () => {
  it("are those of a procedure and a year, each at the stage that is asked about", () => {
    const { scene, first, second } = cohort();
    const found = cohortAt(scene, over).map(({ kase, stage }) => [kase.id, stage.key]);
    expect(found).toEqual([
      [first, "choose"],
      [second, "choose"],
    ]);
    expect(cohortAt(scene, { ...over, year: 2023 })).toEqual([]);
    expect(cohortAt(scene, { ...over, procedure: "round" })).toEqual([]);
    expect(cohortAt(scene, { ...over, stage: "nowhere" })).toEqual([]);
  });
  it("are without what was taken back", () => {
    const { scene, first, second } = cohort();
    const less = withCase(scene, first, (kase) => ({ ...kase, state: "withdrawn" }));
    expect(cohortAt(less, over).map(({ kase }) => kase.id)).toEqual([second]);
  });
  it("are offered stage by stage where one case of them is shown", () => {
    const { life, scene, first } = cohort();
    const stages = ["collect", "paper", "hearing", "choose", "publish", "build"];
    expect(cohortOffers(scene, { kind: "case", case: first })).toEqual(
      stages.map((stage) => ({ case: first, stage })),
    );
    expect(cohortOffers(scene, { kind: "case", case: "nowhere" })).toEqual([]);
    expect(cohortOffers(scene, { kind: "center", center: life.centerOf(first).id })).toEqual([]);
  });
  it("are none of a procedure that the policy in force does not have any more", () => {
    const { scene, first } = cohort();
    const { current } = scene.policies;
    const policy = { ...current.policy, procedures: [] };
    const policies = { ...scene.policies, current: { pin: { ...current.pin, hash: "new" }, policy } };
    expect(cohortOffers({ ...scene, policies }, { kind: "case", case: first })).toEqual([]);
  });
});

describe("what divides a cohort", () => {
  it("is named by its values, nothing where there is none, several in one order", () => {
    const { life, scene, first } = cohort();
    const joint = { key: "link-1", role: "joint", name: "甲大学", from: "2024-01-01" } as const;
    const id = life.centerOf(first).id;
    const wider = withCenter(scene, id, (center) => ({ ...center, links: [{ ...joint, uscc: "0" }, joint] }));
    const [found] = cohortAt(wider, over);
    expect(found && groupOf(found, ["host.name", "center.class", "application.hosts"])).toEqual({
      "host.name": "甲医院",
      "center.class": "",
      "application.hosts": `0,${USCC},甲大学`,
    });
    expect(found && groupOf(found, [])).toEqual({});
  });
  it("is the same where all of its values are", () => {
    expect(groupKey({ a: "1", b: "2" })).toBe(groupKey({ a: "1", b: "2" }));
    expect(groupKey({ a: "1", b: "2" })).not.toBe(groupKey({ a: "1", b: "3" }));
  });
});
