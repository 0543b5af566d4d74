export * from "./schema/actor.ts";
export * from "./schema/bodies.ts";
export * from "./schema/caps.ts";
export * from "./schema/changes.ts";
export * from "./schema/collection.ts";
export * from "./schema/concept.ts";
export * from "./schema/consequences.ts";
export * from "./schema/dates.ts";
export * from "./schema/duties.ts";
export * from "./schema/event-kind.ts";
export * from "./schema/forms.ts";
export * from "./schema/funding.ts";
export * from "./schema/gradings.ts";
export * from "./schema/head.ts";
export * from "./schema/json.ts";
export * from "./schema/named.ts";
export * from "./schema/names.ts";
export * from "./schema/overlay.ts";
export * from "./schema/policy.ts";
export * from "./schema/procedures.ts";
export * from "./schema/scenario.ts";
export * from "./schema/sheets.ts";
export * from "./schema/sorts.ts";
export * from "./schema/stages.ts";
export * from "./schema/states.ts";
export * from "./schema/text.ts";
export * from "./schema/vocabulary.ts";
export * from "./schema/yields.ts";
export * from "./schema/answers.ts";
export * from "./wording/violations.ts";
export * from "./read/canonicalize.ts";
export * from "./read/nodes.ts";
export * from "./read/open-values.ts";
export * from "./read/paths.ts";
export * from "./read/readings.ts";
export * from "./read/sources.ts";
export * from "./read/walk.ts";
export * from "./read/words.ts";
export * from "./read/settlements.ts";
export * from "./parse/guard.ts";
export * from "./parse/parse-policy.ts";
export * from "./parse/problem.ts";
export * from "./read/fact-sort.ts";
export * from "./schema/core-facts.ts";
export * from "./wording/lang.ts";
export * from "./wording/say-effects.ts";
export * from "./wording/say-outcome.ts";
export * from "./wording/say-sorts.ts";
export * from "./wording/say-violation.ts";
export {
  catalogueOf,
  labelOf,
  nameIn,
  sayActor,
  sayFact,
  sayScalar,
  type Speaker,
} from "./wording/speaker.ts";
export type { OpenSort } from "./read/open-sort.ts";
export * from "./lint/lint-policy.ts";
export * from "./overlay/apply-changes.ts";
export * from "./lint/scenarios.ts";
export * from "./explain/explain-policy.ts";
