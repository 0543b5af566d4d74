import type { Consequence, Duration, Effect, Policy, Value } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { CaseFacts, CenterFacts } from "../contract/facts.ts";
import { caseOf, centerOf, institutionOf, placeOf } from "../testing/events.ts";
import { ODD_POLICY } from "../testing/odd-policy.ts";
import { worldWith } from "../testing/world.ts";
import { caseDueOn } from "./case-due.ts";

const kase = caseOf({ procedure: "fix", openedOn: "2026-01-31" });
const started = {
  case: "k0",
  consequence: "failed",
  effect: "mend",
  does: "start",
  with: { case: "k1" },
  on: "2026-01-31",
};
const consequence = (key: string, effects: Effect[]): Consequence => ({
  key,
  for: ["lab"],
  on: "graded",
  effects,
});
const mend = (within: Value<Duration>, key = "mend"): Effect => ({
  key,
  do: "start",
  procedure: "fix",
  within,
});

/** A policy in which a failed evaluation starts a case, among other things. */
const policyOf = (within: Value<Duration>): Policy => ({
  ...ODD_POLICY,
  consequences: [
    consequence("warned", [mend({ n: 9, unit: "day" })]),
    consequence("failed", [
      { key: "stand", do: "set-standing", standing: "rectifying" },
      mend({ n: 8, unit: "day" }, "other"),
      mend(within),
    ]),
  ],
});

const MONTH: Duration = { n: 1, unit: "month" };
function dueOf(
  consequences: CenterFacts["consequences"],
  {
    within = MONTH,
    settled = {},
    one = kase,
  }: { within?: Value<Duration>; settled?: { [path: string]: unknown }; one?: CaseFacts } = {},
) {
  const policy = policyOf(within);
  const place = placeOf({ policy, root: centerOf({ consequences }) });
  return caseDueOn({ ...place, kase: one }, worldWith(policy, {}, settled));
}

describe("the day by which a case must be answered", () => {
  it("is the one that it was opened with", () => {
    expect(dueOf([started], { one: { ...kase, dueOn: "2026-07-01" } })).toBe("2026-07-01");
    const place = placeOf({ root: institutionOf() });
    const own = { ...kase, dueOn: "2026-07-01" };
    expect(caseDueOn({ ...place, kase: own }, worldWith(ODD_POLICY, {}))).toBe("2026-07-01");
  });

  it("is counted from its opening by the consequence that started it", () => {
    expect(dueOf([{ ...started, does: "announce", effect: "other" }, started])).toBe("2026-02-28");
  });

  it.each([
    ["nothing started it", []],
    ["another case was started", [{ ...started, with: { case: "k2" } }]],
    [
      "the consequence tells of no case",
      [{ case: "k0", consequence: "failed", effect: "mend", does: "start", on: "2026-01-31" }],
    ],
    ["the effect did something else with it", [{ ...started, does: "announce" }]],
    ["the policy has no such consequence", [{ ...started, consequence: "gone" }]],
    ["the consequence has no such effect", [{ ...started, effect: "gone" }]],
    ["the effect is another one today", [{ ...started, effect: "stand" }]],
  ])("is not there where %s", (_why, consequences) => {
    expect(dueOf(consequences)).toBeUndefined();
  });

  it("is not there outside a center", () => {
    const world = worldWith(ODD_POLICY, {});
    expect(caseDueOn({ ...placeOf(), kase }, world)).toBeUndefined();
    expect(caseDueOn({ ...placeOf({ root: institutionOf() }), kase }, world)).toBeUndefined();
  });

  it("is open until its length is settled", () => {
    const within = { open: { asks: { zh: "期限", en: "how long" }, per: "case" } } as const;
    expect(dueOf([started], { within })).toBeUndefined();
    const settled = { "consequences/failed/effects/mend/within": { n: 10, unit: "day" } };
    expect(dueOf([started], { within, settled })).toBe("2026-02-10");
  });

  it("is not there where its length cannot be counted", () => {
    expect(dueOf([started], { within: { n: 10, unit: "working-day" } })).toBeUndefined();
  });
});
