// docs/language/small-policy: the whole policy that the pages begin with can be used as it stands.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { lintPolicy, lintScenarios, parsePolicyText, parseScenariosText } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import { rehearse } from "../rehearsal/rehearse.ts";
import { runScenario } from "../scenario/run-scenario.ts";
import { LANGUAGE_FOLDER } from "./language-examples.ts";

const read = (file: string) => readFileSync(join(LANGUAGE_FOLDER, "small-policy", file), "utf8");
function parsed<T>(document: T | { path: string }[]): T {
  if (Array.isArray(document)) throw new Error(JSON.stringify(document));
  return document;
}
const text = read("policy.json");
const policy = parsed(parsePolicyText(text));
const { policy: id, scenarios } = parsed(parseScenariosText(read("scenarios.json")));

describe("the small policy of the pages", () => {
  it("has nothing to mend, and an example for every rule", () => {
    expect([...lintPolicy(policy), ...lintScenarios(policy, scenarios)]).toEqual([]);
    expect(id).toBe(policy.id);
  });

  it.each(scenarios.map((scenario) => [scenario.label.en, scenario] as const))("%s", (_label, scenario) => {
    const { got, expected } = runScenario(policy, scenario);
    expect(got).toEqual(expected);
  });

  it("leads somewhere in every year", () => {
    const { clashes, heldUp, deadEnds } = rehearse(policy, { from: "2026-01-01", years: 2 });
    expect({ clashes, heldUp, deadEnds }).toEqual({ clashes: [], heldUp: [], deadEnds: [] });
  });

  it("stays small", () => expect(text.trimEnd().split("\n").length).toBeLessThan(400));
});
