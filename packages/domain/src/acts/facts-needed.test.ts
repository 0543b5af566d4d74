import { Policy } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { describe, expect, it } from "vitest";
import type { Action } from "../contract/actions.ts";
import type { PolicySet } from "../contract/decision.ts";
import { ODD_POLICY } from "../testing/odd-policy.ts";
import { POINTS_POLICY } from "../testing/points/points-policy.ts";
import { factsNeeded, type FactsNeeded } from "./facts-needed.ts";

const setOf = (policy: Policy, byHash: PolicySet["byHash"] = {}): PolicySet => ({
  tenant: 1,
  current: { pin: { policy: policy.id, version: 1, hash: "hash" }, policy },
  byHash,
});

const NOTHING: FactsNeeded = {
  cases: [],
  centers: [],
  institutions: [],
  roots: [],
  host: false,
  above: false,
  branches: false,
  campaign: false,
  sets: [],
};
const cohort = { procedure: "round", stage: "grade", year: 2027 };

describe("what an act is decided with", () => {
  it.each<[string, Action, Partial<FactsNeeded>]>([
    ["the one case that it names", { kind: "recuse", case: "a", stage: "s", reason: "" }, { cases: ["a"] }],
    [
      "all cases that it names",
      {
        kind: "issue",
        stage: "s",
        cases: ["a", "b"],
        document: { kind: "letter", number: "1", title: "t", on: "2026-01-01" },
      },
      { cases: ["a", "b"] },
    ],
    ["its center", { kind: "clear", center: "c", finding: "f", how: "" }, { centers: ["c"] }],
    [
      "its institution, and what the registry says of it",
      { kind: "open-case", procedure: "entry", year: 2026, institution: "i" },
      { institutions: ["i"], host: true },
    ],
    [
      "the registry's word on whoever bears a duty",
      { kind: "judge-duty", duty: "d", year: 2026, met: true, opinion: "" },
      { host: true },
    ],
    ["its root, of whatever kind", { kind: "sweep", root: "r" }, { roots: ["r"], host: true }],
    [
      "the whole cohort that is ranked",
      { kind: "rank", ...cohort },
      { cohort: { procedure: "round", year: 2027 } },
    ],
    [
      "the whole cohort that is graded",
      { kind: "grade", ...cohort, opinion: "" },
      { cohort: { procedure: "round", year: 2027 } },
    ],
    [
      "every center of a campaign",
      { kind: "open-campaign", procedure: "round", year: 2027 },
      { campaign: true },
    ],
    ["nothing but the tenant", { kind: "settle", path: "p", value: 1, as: "", on: "2026-01-01" }, {}],
  ])("%s", (_what, action, needed) => {
    expect(factsNeeded(setOf(ODD_POLICY), action)).toStrictEqual({ ...NOTHING, ...needed });
  });
});

describe("what the policies themselves look at", () => {
  const action: Action = { kind: "sweep", root: "r" };
  const seen = (policies: PolicySet) => {
    const { above, branches, sets } = factsNeeded(policies, action);
    return { above, branches, sets };
  };
  it("is loaded: what they count beyond one root, branches that a consequence reaches", () => {
    expect(seen(setOf(POINTS_POLICY))).toEqual({ above: false, branches: true, sets: ["designations"] });
    expect(seen(setOf(Policy.parse(pack)))).toMatchObject({ sets: ["designations"] });
  });
  it("counts also where a case runs under an earlier version", () => {
    expect(seen(setOf(ODD_POLICY, { old: POINTS_POLICY }))).toMatchObject({
      branches: true,
      sets: ["designations"],
    });
  });
  it("is the center above where a consequence is for the parent", () => {
    const [first] = ODD_POLICY.consequences;
    const upward = {
      ...ODD_POLICY,
      consequences: first === undefined ? [] : [{ ...first, of: "parent" as const }],
    };
    expect(seen(setOf(upward))).toMatchObject({ above: true });
  });
  it("is in the order of the collections, each once, without what lies inside a root", () => {
    const counting = (of: string, key: string) => ({
      key,
      label: { zh: key, en: key },
      because: ["all"],
      for: ["lab"],
      of: "host",
      test: { kind: "compare", of: { kind: "tally", of, by: "count" }, is: "at-least", than: 1 },
    });
    const conditions = ["people", "goals", "designations", "evaluations", "people"].map((of, n) =>
      counting(of, `c${n}`),
    );
    const policy = { ...ODD_POLICY, conditions } as unknown as Policy;
    expect(seen(setOf(policy)).sets).toEqual(["designations", "people"]);
  });
});
