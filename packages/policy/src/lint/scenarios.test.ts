import { describe, expect, test } from "vitest";
import { fuling, fulingScenarios } from "../testing/fuling.ts";
import { PACKS, packNamed, scenariosOf } from "../testing/packs.ts";
import { lintScenarios } from "./scenarios.ts";

describe.each(PACKS)("examples beside the pack of %s", (name) => {
  const pack = packNamed(name);
  const { scenarios, policy } = scenariosOf(name);

  test("every rule has an example, and every example a place", () => {
    expect(policy).toBe(pack.id);
    expect(lintScenarios(pack, scenarios)).toEqual([]);
    expect(new Set(scenarios.map(({ key }) => key)).size).toBe(scenarios.length);
  });
});

describe("examples that are wrong", () => {
  const { scenarios } = fulingScenarios();

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
