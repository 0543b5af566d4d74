import { describe, expect, it } from "vitest";
import { at, LEADER } from "../testing/life.ts";
import { applied, pointsLife, rankAll } from "../testing/points/points-life.ts";
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
});
