import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Policy, ScenarioBook } from "@yichuang/policy";
import { runScenario } from "./run-scenario.ts";

const FOLDER = new URL("../../../policy/packs/", import.meta.url);
const read = (name: string, file: string): unknown =>
  JSON.parse(readFileSync(new URL(`${name}/${file}`, FOLDER), "utf8"));

describe.each(readdirSync(FOLDER).toSorted())("the worked examples of the pack of %s", (name) => {
  const policy = Policy.parse(read(name, "policy.json"));
  const { scenarios } = ScenarioBook.parse(read(name, "scenarios.json"));

  it.each(scenarios.map((scenario) => [scenario.label.en, scenario] as const))("%s", (_label, scenario) => {
    const { got, expected } = runScenario(policy, scenario);
    expect(got).toEqual(expected);
  });
});

describe("a worked example that does not hold", () => {
  const policy = Policy.parse(read("fuling", "policy.json"));
  const { scenarios } = ScenarioBook.parse(read("fuling", "scenarios.json"));

  it("is told", () => {
    const [first] = scenarios;
    if (first?.expect.kind !== "window") throw new Error("the first example is about a window");
    const wrong = { ...first, expect: { ...first.expect, state: "before" as const } };
    expect(runScenario(policy, wrong)).toEqual({ met: false, got: "open", expected: "before" });
  });
});
