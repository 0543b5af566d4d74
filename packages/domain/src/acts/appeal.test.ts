import { getProcedure } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { CaseFacts, CenterFacts } from "../contract/facts.ts";
import type { Life } from "../testing/life.ts";
import { at, LEADER, MANAGER } from "../testing/life.ts";
import { ODD_POLICY } from "../testing/odd-policy.ts";
import { begin, checked, decide, decided } from "../testing/odd-steps.ts";
import { appealed, checkAppeal } from "./appeal.ts";

const { clauses } = ODD_POLICY;
const WHAT = { zh: "appeal", en: "appeal" };

const opening = (life: Life, against: string) => ({
  kind: "open-case" as const,
  procedure: "appeal",
  year: 2026,
  center: life.centerOf(against).id,
  against,
});

/** A declined case against which an appeal was handed in on 20 April. */
function appealing() {
  const life = begin();
  const entry = decided(life, "decline");
  const id = life.open(MANAGER, at("2026-04-20"), opening(life, entry));
  const answers = { main: { reason: "漏看了附件" } };
  life.must(MANAGER, at("2026-04-20"), { kind: "submit", case: id, stage: "plea", answers });
  return { life, entry, id };
}

/** What stands in the way of an appeal without a window. */
function judging(
  life: Life,
  id: string,
  {
    against,
    root = life.centerOf(id),
    of = "appeal",
  }: { against: CaseFacts | undefined; root?: CenterFacts; of?: string },
) {
  const scene = life.scene(MANAGER, at("2026-04-20"));
  return checkAppeal(scene, getProcedure(ODD_POLICY, of), { root, against, window: {} });
}

describe("an appeal", () => {
  it("is against a case that has been decided", () => {
    const life = begin();
    const id = checked(life);
    const nothing = [
      { pending: false, violation: { code: "nothing-to-act-on", params: { what: WHAT }, clauses } },
    ];
    expect(judging(life, id, { against: life.caseAt(id) })).toEqual(nothing);
    expect(judging(life, id, { against: undefined })).toEqual(nothing);
    const done = begin();
    const entry = decided(done);
    expect(judging(done, entry, { against: done.caseAt(entry) })).toEqual([]);
    expect(judging(done, entry, { against: { ...done.caseAt(entry), purpose: "appeal" } })).toEqual(nothing);
  });
  it("is made until the last second of its window", () => {
    const life = begin();
    const entry = decided(life, "decline");
    expect(life.asks(MANAGER, at("2026-04-26", "00:00:00"), opening(life, entry))).toEqual({
      kind: "refused",
      violations: [
        {
          code: "window-closed",
          params: { stage: WHAT, closed: at("2026-04-26", "00:00:00") },
          clauses,
        },
      ],
    });
    life.must(MANAGER, at("2026-04-25", "23:59:59"), opening(life, entry));
  });
  it("is made once, and again where the first was taken back", () => {
    const { life, entry, id } = appealing();
    expect(life.asks(MANAGER, at("2026-04-21"), opening(life, entry))).toEqual({
      kind: "refused",
      violations: [
        {
          code: "someone-opened-it",
          params: { what: WHAT, by: MANAGER.name, on: "2026-04-20" },
          clauses,
        },
      ],
    });
    life.must(MANAGER, at("2026-04-21"), { kind: "withdraw", case: id, stage: "plea" });
    life.must(MANAGER, at("2026-04-22"), opening(life, entry));
  });
  it("does not say who made the first one where the history does not", () => {
    const { life, entry, id } = appealing();
    const { openedBy: _by, ...first } = life.caseAt(id);
    const root = { ...life.centerOf(entry), cases: [life.caseAt(entry), first] };
    const [obstacle] = judging(life, entry, { against: life.caseAt(entry), root });
    expect(obstacle?.violation.params).toStrictEqual({ what: WHAT, on: "2026-04-20" });
  });
  it("is asked of appeals alone", () => {
    const life = begin();
    const id = checked(life);
    expect(judging(life, id, { against: undefined, of: "amend" })).toEqual([]);
  });
});

describe("the ruling on an appeal", () => {
  it.each(["approve", "decline"] as const)("says whether it was right: %s", (outcome) => {
    const { life, entry, id } = appealing();
    const { events } = life.must(LEADER, at("2026-04-28"), decide(id, outcome, "ruling"));
    expect(events.find(({ kind }) => kind === "appealed")).toEqual({
      root: { kind: "center", id: life.centerOf(entry).id },
      kind: "appealed",
      onDay: "2026-04-28",
      body: { case: id, stage: "ruling", against: entry, upheld: outcome === "approve", opinion: "同意" },
      consulted: ["procedures/appeal/stages/ruling", "procedures/appeal"],
    });
  });
  it("is said of appeals alone", () => {
    const life = begin();
    decided(life);
    expect(life.ledger().events.some(({ kind }) => kind === "appealed")).toBe(false);
    const scene = life.stageScene(LEADER, at("2026-04-20"), { case: decided(life), stage: "decide" });
    expect(appealed({ ...scene, kase: { ...scene.kase, against: "another" } }, true, "")).toEqual([]);
  });
  it("is not said where nobody knows of what", () => {
    const { life, id } = appealing();
    const scene = life.stageScene(LEADER, at("2026-04-28"), { case: id, stage: "ruling" });
    const { against: _against, ...kase } = scene.kase;
    expect(appealed({ ...scene, kase }, true, "")).toEqual([]);
  });
});
