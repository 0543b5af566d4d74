import { Policy } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { describe, expect, it } from "vitest";
import { at, EXPERTS, newLife, OFFICER } from "../testing/life.ts";
import { apply, assessOneself, assignAll, designate, settlePanel } from "../testing/steps.ts";
import type { ActionOf } from "./act.ts";

const policy = Policy.parse(pack);
const [EXPERT = OFFICER] = EXPERTS;
const NOW = at("2022-10-26");
const STAGE = { zh: "专家评估", en: "expert assessment" };

/** An application on which three experts are. */
function assigned() {
  const life = newLife(policy);
  const id = apply(life, "骨科中心");
  settlePanel(life, "entry", { day: "2022-10-24" });
  const stage = assignAll(life, id, "2022-10-25");
  const dimensions = life.parts.dimensions.map(({ key }) => ({ item: key, met: true, opinion: "看过" }));
  const judging = (more: Partial<ActionOf<"judge">> = {}): ActionOf<"judge"> => ({
    kind: "judge",
    case: id,
    stage,
    condition: "ready",
    verdict: true,
    dimensions,
    opinion: "具备条件",
    ...more,
  });
  return { life, id, stage, dimensions, judging };
}

describe("an expert's answer", () => {
  it("is kept with each of its dimensions, and rests on the condition", () => {
    const { life, id, dimensions, judging } = assigned();
    expect(life.must(EXPERT, NOW, judging()).events).toEqual([
      {
        root: { kind: "center", id: life.centerOf(id).id },
        kind: "judged",
        body: {
          case: id,
          stage: "assess",
          condition: "ready",
          verdict: true,
          dimensions,
          opinion: "具备条件",
        },
        onDay: "2022-10-26",
        consulted: ["procedures/entry/stages/assess", "conditions/ready"],
      },
    ]);
    expect(life.blocked(EXPERT, NOW, judging())).toBe("refused: already-done");
  });

  it("is to every dimension, and to none that the condition has not", () => {
    const { life, dimensions, judging } = assigned();
    const [first, ...rest] = life.parts.dimensions;
    const unknown = { item: "luck", met: true, opinion: "" };
    expect(life.asks(EXPERT, NOW, judging({ dimensions: [...dimensions.slice(1), unknown] }))).toEqual({
      kind: "refused",
      violations: [
        {
          code: "field-missing",
          params: { section: STAGE, field: first?.label },
          clauses: [],
          field: `dimensions/${first?.key}`,
        },
        {
          code: "field-invalid",
          params: { field: { zh: "luck", en: "luck" }, fault: "unknown-field" },
          clauses: [],
          field: "dimensions/luck",
        },
      ],
    });
    const none = life.asks(EXPERT, NOW, judging({ dimensions: [] }));
    expect(none.kind === "refused" && none.violations.map(({ field }) => field)).toEqual(
      [first, ...rest].map((item) => `dimensions/${item?.key}`),
    );
  });

  it("is to a condition that the review is asked about", () => {
    const { life, judging } = assigned();
    expect(life.asks(EXPERT, NOW, judging({ condition: "other" }))).toEqual({
      kind: "refused",
      violations: [
        { code: "nothing-to-act-on", params: { what: { zh: "other", en: "other" } }, clauses: [] },
      ],
    });
  });

  it("is given by who was assigned, while it is the stage's turn", () => {
    const { life, id, stage, judging } = assigned();
    const stranger = { ...EXPERT, user: "user-expert-9" };
    expect(life.blocked(stranger, NOW, judging())).toBe("refused: not-assigned");
    expect(life.blocked(OFFICER, NOW, judging())).toBe("refused: not-your-role");
    for (const expert of EXPERTS) life.must(expert, NOW, judging());
    life.must(OFFICER, at("2022-10-27"), { kind: "conclude", case: id, stage });
    expect(life.blocked(stranger, at("2022-10-27"), judging())).toBe("refused: stage-done");
  });

  it("is given where a verdict is asked, and not a score", () => {
    const { life, judging } = assigned();
    expect(life.blocked(EXPERT, NOW, judging({ stage: "decide" }))).toBe("refused: nothing-to-act-on");
    const later = newLife(policy);
    const [entry = ""] = designate(later, ["骨科中心"]);
    settlePanel(later, "evaluation", { day: "2025-11-11" });
    const id = assessOneself(later, entry);
    const stage = assignAll(later, id, "2025-11-12");
    expect(later.blocked(EXPERT, at("2025-11-13"), judging({ case: id, stage }))).toBe(
      "refused: nothing-to-act-on",
    );
  });
});
