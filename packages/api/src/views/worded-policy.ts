import { type Policy, withSettledWords } from "@yichuang/policy";
import type { StageSet } from "../acts/stage-set.ts";

/** The policy in force with the words that were settled for items which its text does not name. */
export function wordedPolicy({ policies, facts }: StageSet): Policy {
  const { settlements } = facts.tenant;
  return withSettledWords(
    policies.current.policy,
    (path) => settlements.findLast((one) => one.path === path)?.value,
  );
}
