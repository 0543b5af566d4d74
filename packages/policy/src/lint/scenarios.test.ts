import { describe, expect, test } from "vitest";
import { fuling, fulingScenarios } from "../testing/fuling.ts";
import { lintScenarios } from "./scenarios.ts";

describe("examples beside a pack", () => {
  const { scenarios, policy } = fulingScenarios();

  test("every rule of the pack has an example, and every example a place", () => {
    expect(policy).toBe(fuling().id);
    expect(lintScenarios(fuling(), scenarios)).toEqual([]);
    expect(new Set(scenarios.map(({ key }) => key)).size).toBe(scenarios.length);
  });
  test("a rule without an example is named", () => {
    const fewer = scenarios.filter(
      ({ expect: expected }) => !("at" in expected) || !expected.at.startsWith("promotions"),
    );
    expect(lintScenarios(fuling(), fewer).map(({ path }) => path)).toEqual(["promotions/to-city"]);
  });
  test("an example that names no place is told", () => {
    const [first] = scenarios;
    if (first === undefined) throw new Error("no scenarios");
    const lost = { ...first, touches: ["procedures/entry/stages/nobody"] };
    expect(lintScenarios(fuling(), [...scenarios, lost])[0]).toMatchObject({
      path: "procedures/entry/stages/nobody",
      level: "error",
    });
  });
});
