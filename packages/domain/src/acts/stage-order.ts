import type { CaseState, Stage } from "@yichuang/policy";
import { evaluateCondition } from "../evaluate/condition.ts";
import type { CaseScene, StageScene } from "./scene.ts";
import type { Obstacle } from "./violation.ts";
import { clausesOfNodes, labelOf, refuse } from "./violation.ts";

/** States in which a case lies with the authority or with its experts. */
const WITH_THE_AUTHORITY: readonly CaseState[] = ["submitted", "in-review", "in-publicity", "decided"];
/** States in which a case lies with the applicant. */
const WITH_THE_APPLICANT: readonly CaseState[] = ["draft", "returned", "withdrawn"];

/** Whether a stage has ended, or does not take place in this case. */
export function isOver(place: CaseScene, stage: Stage): boolean {
  return place.kase.stages[stage.key]?.doneOn !== undefined || !takesPlace(place, stage);
}

function takesPlace(place: CaseScene, stage: Stage): boolean {
  if (stage.when === undefined) return true;
  const path = `procedures/${place.procedure.key}/stages/${stage.key}/when`;
  return evaluateCondition(stage.when, place.world, path).truth !== "false";
}

/** The stages of `after` that have not ended yet. */
function awaitedStages(place: CaseScene, stage: Stage): Stage[] {
  const before = (stage.after ?? []).map((key) => place.procedure.stages.find((other) => other.key === key));
  return before.filter((other) => other !== undefined).filter((other) => !isOver(place, other));
}

/** The order of a procedure: what is done is done, and what comes before comes before. */
export function checkOrder(at: StageScene): Obstacle[] {
  const { stage, kase } = at;
  const clauses = clausesOfNodes(at.policy, stage, at.procedure);
  const about = { clauses, path: at.path };
  const done = kase.stages[stage.key];
  if (done?.doneOn !== undefined) {
    return [refuse("stage-done", { stage: labelOf(stage), on: done.doneOn }, about)];
  }
  if (!takesPlace(at, stage)) return [refuse("nothing-to-act-on", { what: labelOf(stage) }, about)];
  const awaited = awaitedStages(at, stage);
  if (awaited.length === 0) return [];
  return [refuse("stage-not-reached", { stage: labelOf(stage), awaits: awaited.map(labelOf) }, about)];
}

/** The case must lie with the authority; a case that was sent back waits for its applicant. */
export function checkWithAuthority(at: CaseScene): Obstacle[] {
  if (WITH_THE_AUTHORITY.includes(at.kase.state)) return [];
  return [refuse("wrong-state", { state: at.kase.state, allowed: [...WITH_THE_AUTHORITY] })];
}

/** Nothing more is handed in to a case that is closed. */
export function checkNotClosed(at: CaseScene): Obstacle[] {
  if (at.kase.state !== "closed") return [];
  return [refuse("wrong-state", { state: "closed", allowed: [...WITH_THE_APPLICANT] })];
}
