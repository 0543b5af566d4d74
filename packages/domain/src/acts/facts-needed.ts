import type { Collection } from "@yichuang/policy";
import { COLLECTIONS, walk } from "@yichuang/policy";
import type { Action } from "../contract/actions.ts";
import type { Uuid } from "../contract/basics.ts";
import type { PolicySet } from "../contract/decision.ts";
import { reachesAbove, reachesBranches } from "../network/branches.ts";

/** What must be loaded before an act is decided. The tenant's own root is always needed. */
export interface FactsNeeded {
  /** cases whose roots are needed */
  cases: Uuid[];
  centers: Uuid[];
  institutions: Uuid[];
  /** roots of whatever kind */
  roots: Uuid[];
  /** every case of a procedure and year */
  cohort?: { procedure: string; year: number };
  /** those above the loaded centers */
  above: boolean;
  /** those under the loaded centers */
  branches: boolean;
  /** every center */
  campaign: boolean;
  /** the registry's row of the institution that acts, or that is acted upon */
  host: boolean;
  /** collections that are not inside one root and that a policy counts */
  sets: Collection[];
}

/** Names what a decision about an action may look at, so that exactly that is loaded (rulings 5). */
export function factsNeeded(policies: PolicySet, action: Action): FactsNeeded {
  return {
    cases: casesOf(action),
    centers: given("center" in action ? action.center : undefined),
    institutions: given("institution" in action ? action.institution : undefined),
    roots: given("root" in action ? action.root : undefined),
    host: action.kind === "open-case" || action.kind === "judge-duty" || "root" in action,
    ...(action.kind === "rank" || action.kind === "grade"
      ? { cohort: { procedure: action.procedure, year: action.year } }
      : {}),
    above: reachesAbove(policies),
    branches: reachesBranches(policies),
    campaign: action.kind === "open-campaign",
    sets: countedSets(policies),
  };
}

function casesOf(action: Action): Uuid[] {
  if ("cases" in action) return action.cases;
  return given("case" in action ? action.case : undefined);
}

const given = (id: Uuid | undefined): Uuid[] => (id === undefined ? [] : [id]);

/** A root's own history holds these; they are never loaded beside it. */
const INSIDE_A_ROOT: readonly Collection[] = ["evaluations", "reports", "findings", "goals", "changes"];

/** The collections that any tally of the policies counts. */
function countedSets(policies: PolicySet): Collection[] {
  const documents = [policies.current.policy, ...Object.values(policies.byHash)];
  const counted = new Set<string>();
  for (const document of documents) {
    for (const { node } of walk(document)) {
      if ("kind" in node && node.kind === "tally" && "of" in node && typeof node.of === "string")
        counted.add(node.of);
    }
  }
  return COLLECTIONS.filter((name) => counted.has(name) && !INSIDE_A_ROOT.includes(name));
}
