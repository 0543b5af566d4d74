// What follows from a policy and facts on a day.
export * from "./contract/document-number.ts";
export * from "./contract/actions.ts";
export * from "./contract/basics.ts";
export * from "./contract/decision.ts";
export * from "./contract/events.ts";
export * from "./contract/facts.ts";
export * from "./contract/links.ts";
export * from "./contract/rows.ts";
export * from "./contract/verdict.ts";
// the history and its folds
export { emptyInstitution, emptyTenant } from "./history/begin.ts";
export { BrokenHistoryError } from "./history/broken-history.ts";
export { evolve, replay } from "./history/evolve.ts";
export { findRoot, foldInto, placeEvents, whoOf } from "./history/place-events.ts";
export { PolicyNotLoadedError, policyOfCenter, policyOfPin, policyOfYear } from "./history/pinned-policy.ts";
export { worldOf } from "./history/world-of.ts";
export { windowOfStage } from "./history/year-window.ts";
export type { FactPlace } from "./history/fact-place.ts";
export { stageWindow, startWindow, type StageWindow } from "./history/stage-window.ts";
export { decide, upToDate } from "./acts/decide.ts";
export { foresee, type Foreseen } from "./acts/foresee.ts";
export { sceneOf } from "./acts/scene.ts";
export { allOpenValues, findOpenValue } from "./acts/implied-open.ts";
export { factsNeeded, type FactsNeeded } from "./acts/facts-needed.ts";
export type { AbilityPlace } from "./acts/act.ts";
export { abilitiesFor } from "./access/abilities.ts";
export * from "./access/admin-abilities.ts";
// duties and figures as they stand
export { type Board, boardOfYear } from "./targets/board.ts";
export { type Figure, type FigureReading, figuresOf } from "./targets/figures.ts";
export type { Coming, Forecast } from "./targets/forecast.ts";
export type { TargetLine } from "./targets/line.ts";
export { type Target, type TargetReading, type TargetState, targetsOf } from "./targets/targets.ts";
// obligations and rows
export { obligationsOf, obligationsOn } from "./obligations/obligations-of.ts";
export { changedRows } from "./projection/changed-rows.ts";
export { project } from "./projection/project.ts";
// evaluation
export * from "./time/days.ts";
export { evaluateCondition } from "./evaluate/condition.ts";
export { ruleCondition } from "./evaluate/named.ts";
export { resolveValue } from "./evaluate/value.ts";
export type { World } from "./evaluate/world.ts";
export { gapsOf } from "./forms/gaps.ts";
export { isIdentityNumber } from "./forms/identity.ts";
export { usccFault } from "./forms/uscc.ts";
export { gradeOf } from "./indicators/grade.ts";
export { recompute } from "./indicators/recompute.ts";
export { scoreSheet } from "./indicators/score.ts";
export { showTotal } from "./indicators/show-total.ts";
export * from "./indicators/tree.ts";
export * from "./rehearsal/rehearse.ts";
export { runScenario, type ScenarioResult } from "./scenario/run-scenario.ts";
export { variedSheet } from "./indicators/variant.ts";
export { weightSums } from "./indicators/weights.ts";
export { clausesOfNodes, labelOf } from "./acts/violation.ts";
