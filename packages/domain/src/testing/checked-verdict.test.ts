import { describe, expect, it } from "vitest";
import { Policy } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/jiangxi/policy.json" with { type: "json" };
import { at, LEADER, MANAGER, newLife, OFFICER } from "./life.ts";
import type { Life } from "./life.ts";

const policy = Policy.parse(pack);
const FILES = [{ id: "file-1", name: "证明.pdf", size: 1000 }];

/** An application for a national branch that has been handed in. */
function applied(life: Life): string {
  const id = life.open(MANAGER, at("2026-03-02"), { procedure: "national", year: 2026, name: "甲分中心" });
  const { basics, conditions } = life.answers("national-application", { name: "甲分中心" });
  const answers = {
    basics: { ...basics, field: "心血管疾病" },
    conditions: { ...conditions, files: FILES },
  };
  life.must(MANAGER, at("2026-03-03"), { kind: "submit", case: id, stage: "apply", answers });
  return id;
}

const answered = (life: Life, id: string, verdict: boolean) =>
  life.must(OFFICER, at("2026-03-05"), {
    kind: "judge",
    case: id,
    stage: "check",
    condition: "national-ready",
    verdict,
    dimensions: [],
    opinion: "对照国家条件核对",
  });
const checkOf = (id: string) => ({ kind: "check" as const, case: id, stage: "check", opinion: "齐全" });
const recommend = (id: string) => ({
  kind: "recommend-case" as const,
  case: id,
  stage: "recommend",
  recommends: true,
  opinion: "同意",
});

describe("a check that yields a verdict", () => {
  it("is not over before its condition is answered", () => {
    const life = newLife(policy);
    const id = applied(life);
    expect(life.blocked(OFFICER, at("2026-03-05"), checkOf(id))).toBe("pending: condition-pending");
    answered(life, id, true);
    life.must(OFFICER, at("2026-03-06"), checkOf(id));
    expect(life.caseAt(id).judged).toEqual({ "national-ready": true });
  });
  it("is answered by who checks, not by the applicant", () => {
    const life = newLife(policy);
    const id = applied(life);
    const own = { kind: "judge" as const, case: id, stage: "check", condition: "national-ready" };
    const asked = { ...own, verdict: true, dimensions: [], opinion: "" };
    expect(life.blocked(MANAGER, at("2026-03-05"), asked)).toMatch(/not-your/);
  });
  it("takes the last answer, and what it denies cannot go on", () => {
    const life = newLife(policy);
    const id = applied(life);
    answered(life, id, true);
    answered(life, id, false);
    life.must(OFFICER, at("2026-03-06"), checkOf(id));
    expect(life.blocked(OFFICER, at("2026-03-07"), recommend(id))).toMatch(/refused: condition-false/);
  });
  it("opens the way to who fulfils it", () => {
    const life = newLife(policy);
    const id = applied(life);
    answered(life, id, true);
    life.must(OFFICER, at("2026-03-06"), checkOf(id));
    life.must(OFFICER, at("2026-03-07"), recommend(id));
    life.must(LEADER, at("2026-06-01"), {
      kind: "decide",
      case: id,
      stage: "result",
      outcome: "approve",
      opinion: "国家中心已认定",
    });
    expect(life.centerOf(id).standing).toBe("established");
  });
});
