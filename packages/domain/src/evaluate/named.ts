// Force turns truth into an effect (policy-model 3.3): a named condition has one force, its leaves have none.
import { type Force, getCondition, type Key, type Policy } from "@yichuang/policy";
import type { Ruling, Truth } from "../contract/verdict.ts";
import { evaluateCondition } from "./condition.ts";
import type { World } from "./world.ts";

export type RuleEffect = "met" | "pending" | "refused" | "waived" | "noted";

const EFFECTS: Record<Force, Record<Truth, RuleEffect>> = {
  mandatory: { true: "met", unknown: "pending", false: "refused" },
  "in-principle": { true: "met", unknown: "pending", false: "refused" },
  preference: { true: "met", unknown: "noted", false: "noted" },
  aspiration: { true: "met", unknown: "noted", false: "noted" },
};

/** What a named condition means for the act that requires it. In principle may be waived, and shows it. */
export function ruleCondition(
  policy: Policy,
  key: Key,
  world: World,
): { ruling: Ruling; effect: RuleEffect } {
  const named = getCondition(policy, key);
  const path = `conditions/${key}`;
  const force = named.force ?? "mandatory";
  const ruling: Ruling = {
    ...evaluateCondition(named.test, world, `${path}/test`),
    force,
    ...(named.label === undefined ? {} : { label: named.label }),
    because: named.because ?? [],
  };
  const effect = EFFECTS[force][ruling.truth];
  const waived = effect === "refused" && force === "in-principle" && world.waiver(path);
  return { ruling, effect: waived ? "waived" : effect };
}
