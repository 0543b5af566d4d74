import { expect, it } from "vitest";
import { at, LEADER, OFFICER } from "../testing/life.ts";
import { begin, checked, decide, notice } from "../testing/odd-steps.ts";

it("a proposal is kept beside the decision, binds nobody, and is made at a decision alone", () => {
  const life = begin();
  const id = checked(life);
  life.must(OFFICER, at("2026-04-07"), notice(id, "2026-04-07"));
  const now = at("2026-04-15");
  const proposing = {
    kind: "propose",
    case: id,
    stage: "decide",
    outcome: "decline",
    opinion: "条件不足",
  } as const;
  expect(life.blocked(OFFICER, at("2026-04-14"), proposing)).toBe("refused: stage-not-reached");
  expect(life.blocked(LEADER, now, proposing)).toBe("refused: not-your-role");
  expect(life.blocked(OFFICER, now, { ...proposing, stage: "look" })).toBe("refused: nothing-to-act-on");
  const { events } = life.must(OFFICER, now, proposing);
  expect(events.at(-1)).toEqual({
    root: { kind: "center", id: life.centerOf(id).id },
    kind: "proposed",
    body: { case: id, stage: "decide", outcome: "decline", opinion: "条件不足" },
    onDay: "2026-04-15",
    consulted: ["procedures/entry/stages/decide"],
  });
  expect(events.map(({ kind }) => kind)).not.toContain("decided");
  life.must(LEADER, now, decide(id, "approve"));
  expect(life.caseAt(id)).toMatchObject({
    proposals: [{ outcome: "decline" }],
    decisions: [{ outcome: "approved" }],
  });
});
