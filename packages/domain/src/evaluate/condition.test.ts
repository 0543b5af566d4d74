import { type Condition, Policy, type Value } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Truth } from "../contract/verdict.ts";
import { worldWith } from "../testing/world.ts";
import { evaluateCondition } from "./condition.ts";

const policy = Policy.parse(pack);
const world = worldWith(policy, { "result.score": "80" });

/** A leaf of each truth: a score that is there, and one that nobody knows. */
const leaf = (truth: Truth): Condition => ({
  kind: "compare",
  of: { kind: "fact", fact: truth === "unknown" ? "center.score" : "result.score" },
  is: "at-least",
  than: truth === "true" ? 80 : 81,
});
const truthOf = (condition: Condition): Truth => evaluateCondition(condition, world, "conditions/x").truth;
const value: Record<Truth, number> = { false: 0, unknown: 1, true: 2 };
const truths = fc.array(fc.constantFrom<Truth>("true", "false", "unknown"), { minLength: 1, maxLength: 6 });

describe("three-valued truth", () => {
  test.each<Truth>(["true", "false", "unknown"])("a leaf is %s", (truth) =>
    expect(truthOf(leaf(truth))).toBe(truth),
  );
  test("and is the least, or the greatest, not the mirror image (Kleene)", () =>
    fc.assert(
      fc.property(truths, (of) => {
        const parts = of.map(leaf);
        const sorted = of.toSorted((a, b) => value[a] - value[b]);
        expect(truthOf({ kind: "all", of: parts })).toBe(sorted[0]);
        expect(truthOf({ kind: "any", of: parts })).toBe(sorted.at(-1));
        const negated = truthOf({ kind: "not", of: { kind: "all", of: parts } });
        expect(value[negated]).toBe(2 - value[sorted[0] as Truth]);
      }),
    ));
  test("at least k holds once enough hold and fails once enough cannot", () =>
    fc.assert(
      fc.property(truths, fc.integer({ min: 1, max: 6 }), (of, k) => {
        const least = Math.min(k, of.length);
        const met = of.filter((truth) => truth === "true").length;
        const possible = of.filter((truth) => truth !== "false").length;
        const expected = met >= least ? "true" : possible < least ? "false" : "unknown";
        expect(truthOf({ kind: "some", of: of.map(leaf), least })).toBe(expected);
      }),
    ));
  test("a ruling mirrors the tree and names what is missing", () => {
    const ruling = evaluateCondition(
      { kind: "all", of: [leaf("true"), leaf("unknown")] },
      world,
      "conditions/x",
    );
    expect(ruling.parts.map((part) => part.truth)).toEqual(["true", "unknown"]);
    expect(ruling.parts[1]?.missing).toBe("center.score");
  });
});

describe("at least as many as is not settled yet", () => {
  const asks = { zh: "几项", en: "how many" };
  const some = (of: Truth[], least: Value<number>) =>
    evaluateCondition({ kind: "some", of: of.map(leaf), least }, world, "conditions/x");
  const between: Value<number> = { open: { asks, per: "policy", least: 1, most: 2 } };
  const choice = (n: number) => ({ key: `n${n}`, label: asks, then: n });
  const among: Value<number> = { open: { asks, per: "policy", choices: [choice(1), choice(3)] } };
  test("is decided where every number that it may be decides", () => {
    expect(some(["true", "true", "false"], between)).toMatchObject({ truth: "true" });
    expect(some(["false", "false"], between)).toMatchObject({ truth: "false" });
    expect(some(["true", "true", "true"], among)).toMatchObject({ truth: "true" });
    expect(some(["false", "false", "false"], among)).toMatchObject({ truth: "false" });
  });
  test("waits for the number otherwise, by its path", () => {
    const open = { path: "conditions/x/least", asks };
    for (const least of [between, among])
      expect(some(["true", "false", "false"], least)).toMatchObject({ truth: "unknown", open });
    const unlimited: Value<number> = { open: { asks, per: "policy" } };
    expect(some(["true", "true"], unlimited)).toMatchObject({ truth: "unknown", open });
    expect(some(["true"], between).parts.map(({ truth }) => truth)).toEqual(["true"]);
  });
  test("names what is missing where it hangs on a fact that nobody knows", () => {
    const hanging: Value<number> = { cases: [{ key: "one", when: leaf("unknown"), then: 1 }], otherwise: 2 };
    expect(some(["true", "false"], hanging)).toMatchObject({ truth: "unknown", missing: "center.score" });
    expect(some(["true", "true"], hanging)).toMatchObject({ truth: "true" });
    expect(some(["true"], { cases: [{ key: "one", when: leaf("false"), then: 1 }] })).toMatchObject({
      truth: "unknown",
      missing: "conditions/x/least",
    });
  });
});
