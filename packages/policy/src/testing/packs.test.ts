import { describe, expect, test } from "vitest";
import { LINT_RULES } from "../lint/lint-policy.ts";
import { lintScenarios } from "../lint/scenarios.ts";
import { PACKS, packNamed, scenariosOf } from "./packs.ts";

describe.each(PACKS)("the pack of %s is well made", (name) => {
  const pack = packNamed(name);
  test.each(Object.entries(LINT_RULES))("%s finds nothing to mend in it", (_name, rule) =>
    expect(rule(pack).filter(({ level }) => level === "error" || level === "advice")).toEqual([]),
  );
});

describe.each(PACKS)("examples beside the pack of %s", (name) => {
  const pack = packNamed(name);
  const { scenarios, policy } = scenariosOf(name);

  test("every rule has an example, and every example a place", () => {
    expect(policy).toBe(pack.id);
    expect(lintScenarios(pack, scenarios)).toEqual([]);
    expect(new Set(scenarios.map(({ key }) => key)).size).toBe(scenarios.length);
  });
});
