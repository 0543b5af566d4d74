import type { Policy } from "../schema/policy.ts";
import type { PolicyProblem } from "../parse/problem.ts";
import { actors } from "./actors.ts";
import { calendar } from "./calendar.ts";
import { caps } from "./caps.ts";
import { cases } from "./cases.ts";
import { circles } from "./circles.ts";
import { comparisons } from "./comparisons.ts";
import { dominance } from "./dominance.ts";
import { facts } from "./facts.ts";
import { fields } from "./fields.ts";
import type { LintRule } from "./finding.ts";
import { grades } from "./grades.ts";
import { honesty } from "./honesty.ts";
import { keys } from "./keys.ts";
import { labels } from "./labels.ts";
import { nesting } from "./nesting.ts";
import { privacy } from "./privacy.ts";
import { references } from "./references.ts";
import { registers } from "./registers.ts";
import { sources } from "./sources.ts";
import { stages } from "./stages.ts";
import { standings } from "./standings.ts";
import { sums } from "./sums.ts";
import { waivers } from "./waivers.ts";
import { weights } from "./weights.ts";
import { yields } from "./yields.ts";

/** The rules by name: shape, sources, sense, honesty. */
export const LINT_RULES = {
  keys,
  references,
  circles,
  nesting,
  facts,
  comparisons,
  labels,
  fields,
  registers,
  sources,
  privacy,
  weights,
  dominance,
  cases,
  grades,
  stages,
  calendar,
  standings,
  sums,
  caps,
  actors,
  waivers,
  yields,
  honesty,
} as const satisfies { readonly [rule: string]: LintRule };

/**
 * Everything that lint finds in a document of the right shape. Problems of level `error` keep a
 * version from being published; `open` and `reading` are what an honest document lists.
 */
export const lintPolicy = (policy: Policy): PolicyProblem[] =>
  Object.values(LINT_RULES).flatMap((rule) => rule(policy));
