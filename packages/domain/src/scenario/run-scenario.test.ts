import { describe, expect, it } from "vitest";
import { Policy, ScenarioBook } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import book from "@yichuang/policy/packs/fuling/scenarios.json" with { type: "json" };
import { runScenario } from "./run-scenario.ts";

const policy = Policy.parse(pack);
const { scenarios } = ScenarioBook.parse(book);

describe("the worked examples of the pack", () => {
  it.each(scenarios.map((scenario) => [scenario.label.en, scenario] as const))("%s", (_label, scenario) => {
    const { got, expected } = runScenario(policy, scenario);
    expect(got).toEqual(expected);
  });

  it("tells an example that does not hold", () => {
    const [first] = scenarios;
    if (first?.expect.kind !== "window") throw new Error("the first example is about a window");
    const wrong = { ...first, expect: { ...first.expect, state: "before" as const } };
    expect(runScenario(policy, wrong)).toEqual({ met: false, got: "open", expected: "before" });
  });
});
