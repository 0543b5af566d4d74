import { describe, expect, it } from "vitest";
import type { PolicyPin } from "../contract/basics.ts";
import type { PolicySet } from "../contract/decision.ts";
import { caseOf, centerOf } from "../testing/events.ts";
import { ODD_POLICY } from "../testing/odd-policy.ts";
import { policyOfCenter, policyOfPin, policyOfYear } from "./pinned-policy.ts";

const pin = (hash: string): PolicyPin => ({ policy: "odd", version: 3, hash });
const policyOf = (version: number) => ({ ...ODD_POLICY, version });
const call = (year: number, hash: string, version: number) => ({
  year,
  pin: pin(hash),
  policy: policyOf(version),
});
const SET: PolicySet = {
  tenant: 1,
  current: { pin: pin("now"), policy: policyOf(3) },
  calls: [call(2025, "call-25", 25), call(2026, "call-26", 26), call(2026, "call-26b", 27)],
  byHash: { old: policyOf(1), "call-25": policyOf(99), now: policyOf(98) },
};

describe("the version that a case was opened under", () => {
  it.each([
    ["now", 3],
    ["call-25", 25],
    ["call-26b", 27],
    ["old", 1],
  ])("is found by its hash %s", (hash, version) => {
    expect(policyOfPin(SET, pin(hash)).version).toBe(version);
  });

  it("is found also where no calls are loaded", () => {
    const { calls: _calls, ...rest } = SET;
    expect(policyOfPin(rest, pin("old")).version).toBe(1);
  });

  it("must be loaded: whoever asks is told which one is missing", () => {
    const ask = () => policyOfPin(SET, pin("gone"));
    expect(ask).toThrow("policy odd version 3 (gone) was not loaded");
    expect(ask).toThrow(expect.objectContaining({ name: "PolicyNotLoadedError", hash: "gone" }));
  });
});

it.each([
  [2024, "now"],
  [2025, "call-25"],
  [2026, "call-26b"],
])("a case of %d is opened under the year's latest call, or what is in force: %s", (year, hash) => {
  expect(policyOfYear(SET, year).pin.hash).toBe(hash);
});

it("without any call what is in force holds", () => {
  const { calls: _calls, ...rest } = SET;
  expect(policyOfYear(rest, 2026)).toBe(SET.current);
});

it("a center keeps to the version under which it applied; before it has a case, to the one in force", () => {
  const cases = [caseOf({ pin: pin("old") }), caseOf({ pin: pin("now") })];
  expect(policyOfCenter(SET, centerOf({ cases })).version).toBe(1);
  expect(policyOfCenter(SET, centerOf()).version).toBe(3);
});
