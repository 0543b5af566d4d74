import { type Condition, Policy, type Scalar } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { describe, expect, test } from "vitest";
import type { FactRecord } from "../contract/facts.ts";
import type { Ruling } from "../contract/verdict.ts";
import { worldWith } from "../testing/world.ts";
import { evaluateCondition } from "./condition.ts";
import { decidingLeaves } from "./leaves.ts";
import { evaluateMeasure } from "./measure.ts";
import { ruleCondition } from "./named.ts";
import type { World } from "./world.ts";

const asks = { zh: "问", en: "asked" };
const base = Policy.parse(pack);
const fact = (
  key: string,
  [ref, is, than]: [ref: string, is: "at-least" | "equal", than: Scalar],
): Condition => ({
  key,
  kind: "compare",
  of: { kind: "fact", fact: ref },
  is,
  than,
});
const beds = fact("beds", ["host.beds", "at-least", 500]);
const legal = fact("legal", ["host.legal-person", "equal", true]);
const open: Condition = {
  key: "line",
  kind: "compare",
  of: { kind: "fact", fact: "result.score" },
  is: "at-least",
  than: { open: { asks, per: "policy", least: 80, most: 100 } },
};
const held = (key: string, tier: string): Condition => ({
  key,
  kind: "compare",
  is: "equal",
  than: 0,
  of: { kind: "tally", of: "designations", by: "count", where: fact("tier", ["it.tier", "equal", tier]) },
});
const judged: Condition = { key: "fit", kind: "judged", by: { role: "experts" }, asks, evidence: ["plan"] };

function decided(condition: Condition, facts: { [ref: string]: Scalar }, more: Partial<World> = {}) {
  const ruling = evaluateCondition(condition, { ...worldWith(base, facts), ...more }, "c");
  return { truth: ruling.truth, leaves: decidingLeaves(ruling).map(({ path }) => path.split("/").at(-1)) };
}

describe("the leaves that made a condition what it is", () => {
  const all: Condition = { kind: "all", of: [beds, legal, open] };
  test("refused: the false ones, whatever else is unknown", () =>
    expect(decided(all, { "host.beds": 100, "host.legal-person": true })).toEqual({
      truth: "false",
      leaves: ["beds"],
    }));
  test("undecided: the open ones and the missing ones", () =>
    expect(decided(all, { "host.beds": 800, "result.score": "85" })).toEqual({
      truth: "unknown",
      leaves: ["legal", "line"],
    }));
  test("allowed: of an alternative the one that holds", () =>
    expect(
      decided({ kind: "any", of: [beds, legal] }, { "host.beds": 100, "host.legal-person": true }),
    ).toEqual({
      truth: "true",
      leaves: ["legal"],
    }));
  test("at least k of n, nested, with look-back, presence and absence at other tiers, and a reviewer's word", () => {
    const sets: { [name: string]: FactRecord[] } = {
      designations: [{ tier: "municipal" }],
      achievements: [
        { level: "national", on: "2019-05-01" },
        { level: "national", on: "2024-05-01" },
      ],
    };
    const recent: Condition = {
      key: "recent",
      kind: "compare",
      is: "at-least",
      than: 2,
      of: {
        kind: "tally",
        of: "achievements",
        by: "count",
        during: { from: { from: "today", plus: { n: -3, unit: "year" } } },
      },
    };
    const nested: Condition = {
      kind: "some",
      least: 2,
      of: [
        { ...recent },
        { key: "none", ...held("none", "national") },
        { key: "not", kind: "not", of: held("city", "municipal") },
      ],
    };
    const asked = { set: (name: string) => sets[name] ?? [] };
    expect(decided(nested, { today: "2025-12-01" }, asked)).toEqual({
      truth: "true",
      leaves: ["none", "of"],
    });
    const both: Condition = { kind: "all", of: [{ key: "k", ...nested }, judged] };
    expect(decided(both, { today: "2025-12-01" }, asked)).toEqual({ truth: "unknown", leaves: ["fit"] });
    const judgedNo = { ...asked, judged: () => false };
    expect(decided(both, { today: "2025-12-01" }, judgedNo)).toEqual({ truth: "false", leaves: ["fit"] });
  });
});

describe("what decides a ruling, whatever kind it is", () => {
  const ruling = (path: string, truth: Ruling["truth"], more: Partial<Ruling> = {}): Ruling => ({
    path,
    kind: "compare",
    truth,
    said: { zh: "", en: "" },
    because: [],
    parts: [],
    ...more,
  });
  const parts = [ruling("yes", "true"), ruling("no", "false"), ruling("unsaid", "unknown")];
  const leaves = (more: Partial<Ruling>) =>
    decidingLeaves(ruling("whole", "unknown", { parts, ...more })).map(({ path }) => path);

  test("is handed on whole by a `not`, a named condition and one that was settled", () => {
    for (const kind of ["not", "named", "unstated"])
      expect(leaves({ kind })).toEqual(["yes", "no", "unsaid"]);
    expect(leaves({ kind: "all" })).toEqual(["unsaid"]);
    expect(leaves({ kind: "any", truth: "true" })).toEqual(["yes"]);
  });
  test("is its own open number as well, and itself where it has no parts", () => {
    const least = { path: "least", asks, per: "policy", by: "authority" } as const;
    expect(leaves({ kind: "some", open: least })).toEqual(["whole", "unsaid"]);
    expect(leaves({ kind: "all", parts: [] })).toEqual(["whole"]);
  });
});

describe("force turns truth into an effect", () => {
  const effectOf = (
    force: "mandatory" | "in-principle" | "preference",
    facts: { [ref: string]: Scalar },
    waived = false,
  ) => {
    const policy = Policy.parse({
      ...pack,
      conditions: [{ key: "big", for: ["stic"], of: "host", force, test: beds }, ...pack.conditions],
    });
    return ruleCondition(policy, "big", { ...worldWith(policy, facts), waiver: () => waived }).effect;
  };
  test("met, refused, waived where it holds in principle, pending, or only noted", () => {
    expect(effectOf("mandatory", { "host.beds": 500 })).toBe("met");
    expect(effectOf("mandatory", { "host.beds": 1 }, true)).toBe("refused");
    expect(effectOf("in-principle", { "host.beds": 1 })).toBe("refused");
    expect(effectOf("in-principle", { "host.beds": 1 }, true)).toBe("waived");
    expect(effectOf("in-principle", {}, true)).toBe("pending");
    expect(effectOf("preference", { "host.beds": 1 })).toBe("noted");
  });
});

describe("named conditions and measures that were never linted", () => {
  test("a circle is unknown and takes nothing down", () => {
    const policy = Policy.parse({
      ...pack,
      conditions: [
        { key: "a", for: ["stic"], of: "host", test: { kind: "not", of: { kind: "named", condition: "b" } } },
        { key: "b", for: ["stic"], of: "host", test: { kind: "named", condition: "a" } },
      ],
      measures: [
        {
          key: "m",
          of: "host",
          unit: "个",
          is: { kind: "ratio", of: { kind: "named", measure: "m" }, to: 2 },
        },
      ],
    });
    const world = worldWith(policy, {});
    expect(evaluateCondition({ kind: "named", condition: "a" }, world, "c").truth).toBe("unknown");
    expect(evaluateMeasure({ kind: "named", measure: "m" }, world, "m")).toMatchObject({ kind: "missing" });
  });
  test("nor does a chain of three thousand", () => {
    const conditions = Array.from({ length: 3000 }, (_, n) => ({
      key: `c${n}`,
      for: ["stic"],
      of: "host",
      test: n === 2999 ? { kind: "all", of: [] } : { kind: "named", condition: `c${n + 1}` },
    }));
    const policy = Policy.parse({ ...pack, conditions });
    const ruling = evaluateCondition({ kind: "named", condition: "c0" }, worldWith(policy, {}), "c");
    expect(ruling.truth).toBe("unknown");
  });
});
