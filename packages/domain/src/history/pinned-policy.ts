import type { Policy } from "@yichuang/policy";
import type { PolicyPin } from "../contract/basics.ts";
import type { PolicySet } from "../contract/decision.ts";
import type { CenterFacts } from "../contract/facts.ts";

/** A case is pinned to a version that was not handed in: the caller must load it by its hash. */
export class PolicyNotLoadedError extends Error {
  readonly hash: string;
  constructor(pin: PolicyPin) {
    super(`policy ${pin.policy} version ${pin.version} (${pin.hash}) was not loaded`);
    this.name = "PolicyNotLoadedError";
    this.hash = pin.hash;
  }
}

/** The version that a case was opened under. */
export function policyOfPin(policies: PolicySet, pin: PolicyPin): Policy {
  if (policies.current.pin.hash === pin.hash) return policies.current.policy;
  const ofCall = policies.calls?.find((call) => call.pin.hash === pin.hash)?.policy;
  const policy = ofCall ?? policies.byHash[pin.hash];
  if (policy === undefined) throw new PolicyNotLoadedError(pin);
  return policy;
}

/** What a case of a year is opened under: the version in force, with that year's call where one was adopted. */
export const policyOfYear = (policies: PolicySet, year: number): PolicySet["current"] =>
  policies.calls?.findLast((call) => call.year === year) ?? policies.current;

/** The version under which a center applied: its type, its term and what it owes each year. */
export function policyOfCenter(policies: PolicySet, center: CenterFacts): Policy {
  const first = center.cases[0];
  return first === undefined ? policies.current.policy : policyOfPin(policies, first.pin);
}
