import { describe, expect, it } from "vitest";
import type { Procedure } from "@yichuang/policy";
import { at, LEADER, OFFICER } from "../testing/life.ts";
import { begin, checked, decide, notice } from "../testing/odd-steps.ts";
import { applied, bases, gradeRound, pointsLife, rankAll, round } from "../testing/points/points-life.ts";
import { POINTS_POLICY } from "../testing/points/points-policy.ts";

const RULE = POINTS_POLICY.clauses;
const CLASSES = { zh: "基地类别", en: "classes of bases" };
const DAY = at("2024-04-02");

/** A case that was chosen, and waits to be put into a class. */
function chosen() {
  const life = pointsLife();
  const id = applied(life, "甲", { paper: 800, hearing: 800 });
  rankAll(life);
  const deciding = {
    kind: "decide",
    case: id,
    stage: "choose",
    outcome: "approve",
    opinion: "同意",
  } as const;
  return { life, id, deciding };
}
const refusal = (violation: object) => ({ kind: "refused", violations: [{ clauses: RULE, ...violation }] });

describe("a decision that puts a case into a class", () => {
  it("names the class", () => {
    const { life, deciding } = chosen();
    expect(life.asks(LEADER, DAY, deciding)).toEqual(
      refusal({
        code: "field-missing",
        params: { section: { zh: "遴选", en: "choice" }, field: CLASSES },
        field: "item",
      }),
    );
  });

  it("names one that the policy has", () => {
    const { life, deciding } = chosen();
    expect(life.asks(LEADER, DAY, { ...deciding, item: "third" })).toEqual(
      refusal({ code: "field-invalid", params: { field: CLASSES, fault: "choice" }, field: "item" }),
    );
  });

  it("is followed by the case's place, which rests on the item of the list", () => {
    const { life, id, deciding } = chosen();
    const { events } = life.must(LEADER, DAY, { ...deciding, item: "second" });
    expect(events.filter(({ kind }) => kind === "placed")).toEqual([
      {
        root: { kind: "center", id: life.centerOf(id).id },
        kind: "placed",
        body: { case: id, stage: "choose", of: "class", list: "classes", item: "second" },
        onDay: "2024-04-02",
        consulted: ["procedures/entry/stages/choose", "lists/classes/items/second"],
      },
    ]);
  });

  it("places nothing where it declines", () => {
    const { life, id, deciding } = chosen();
    const { events } = life.must(LEADER, DAY, { ...deciding, outcome: "decline", item: "second" });
    expect(events.some(({ kind }) => kind === "placed")).toBe(false);
    expect(life.caseAt(id).results["choose"]?.placed).toBeUndefined();
  });

  it("is no decision of a policy that has no classes", () => {
    const life = begin();
    const id = checked(life);
    life.must(OFFICER, at("2026-04-07"), notice(id, "2026-04-07"));
    const { events } = life.must(LEADER, at("2026-04-15"), { ...decide(id), item: "first" });
    expect(events.map(({ kind }) => kind)).not.toContain("placed");
    expect(life.caseAt(id).results).toEqual({});
  });

  it("is graded without a class where the stage grades alone", () => {
    const stages = POINTS_POLICY.procedures.map((one) => ({
      ...one,
      stages: one.stages.map((stage) =>
        stage.key === "grade"
          ? { ...stage, yields: [...(stage.yields ?? []), { kind: "place", of: "class", list: "classes" }] }
          : stage,
      ),
    })) as Procedure[];
    const gradings = POINTS_POLICY.gradings.map((one) => ({ ...one, quotas: [] }));
    const life = pointsLife(3, { ...POINTS_POLICY, procedures: stages, gradings });
    bases(life, [800]);
    const [id = ""] = round(life, 2027, [650]);
    const { events } = life.must(LEADER, at("2027-06-20"), gradeRound(2027));
    expect(events.map(({ kind }) => kind)).not.toContain("placed");
    expect(life.caseAt(id).result?.grade).toBe("c");
  });
});
