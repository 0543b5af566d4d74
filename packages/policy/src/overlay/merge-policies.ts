import { lintPolicy } from "../lint/lint-policy.ts";
import { parsePolicy } from "../parse/parse-policy.ts";
import type { PolicyProblem } from "../parse/problem.ts";
import type { Policy } from "../schema/policy.ts";
import { merge, type MergeConflict } from "./merge.ts";

/** A merge of two successors of one version: the document, where a person must choose, and what lint says of it. */
export interface PolicyMerge {
  /** left out where the merged document does not have the right shape */
  policy?: Policy;
  conflicts: MergeConflict[];
  problems: PolicyProblem[];
}

/** Merges documents, and lints what came out: two changes that are each sound may not be so together. */
export function mergePolicies(base: Policy, mine: Policy, theirs: Policy): PolicyMerge {
  const { document, conflicts } = merge(base, mine, theirs);
  const policy = parsePolicy(document);
  if (Array.isArray(policy)) return { conflicts, problems: policy };
  return { policy, conflicts, problems: lintPolicy(policy) };
}
