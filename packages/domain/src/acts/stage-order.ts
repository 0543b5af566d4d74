import type { CaseState, Stage } from "@yichuang/policy";
import { causeOf } from "../evaluate/value.ts";
import type { CaseScene, StageScene } from "./scene.ts";
import { awaitedStages, isDone, rulingOfWhen, stagesBefore, takesPlace } from "./stage-turn.ts";
import type { Obstacle } from "./violation.ts";
import { clausesOfNodes, labelOf, refuse, wait, waitForOpen } from "./violation.ts";

/** States in which a case lies with the authority or with its experts. */
const WITH_THE_AUTHORITY: readonly CaseState[] = ["submitted", "in-review", "in-publicity", "decided"];
/** States in which a case lies with the applicant. */
const WITH_THE_APPLICANT: readonly CaseState[] = ["draft", "returned", "withdrawn"];

/** The order of a procedure: what is done is done, and what comes before comes before. */
export function checkOrder(at: StageScene): Obstacle[] {
  const { stage, kase } = at;
  const clauses = clausesOfNodes(at.policy, stage, at.procedure);
  const about = { clauses, path: at.path };
  const done = kase.stages[stage.key];
  if (done?.doneOn !== undefined) {
    return [refuse("stage-done", { stage: labelOf(stage), on: done.doneOn }, about)];
  }
  const takes = takesPlace(at, stage);
  if (takes === "false") return [refuse("nothing-to-act-on", { what: labelOf(stage) }, about)];
  const awaited = awaitedStages(at, stage);
  if (awaited.length > 0) {
    return [refuse("stage-not-reached", { stage: labelOf(stage), awaits: awaited.map(labelOf) }, about)];
  }
  return takes === "unknown" ? [waitForWhen(at)] : [];
}

/** Whether the stage takes place at all is not known yet. */
function waitForWhen(at: StageScene): Obstacle {
  const clauses = clausesOfNodes(at.policy, at.stage, at.procedure);
  const ruling = rulingOfWhen(at, at.stage);
  const cause = ruling === undefined ? {} : causeOf(ruling);
  if (cause.open !== undefined) return waitForOpen(cause.open, clauses);
  const awaiting = cause.awaiting === undefined ? {} : { awaiting: cause.awaiting };
  const about = { clauses, path: `${at.path}/when`, ...(ruling === undefined ? {} : { ruling }) };
  return wait("condition-pending", { condition: labelOf(at.stage), ...awaiting }, about);
}

/**
 * The case must lie with the authority; a case that was sent back waits for its applicant. Where nothing is handed in
 * before the stage, nobody waits for an applicant.
 */
export function checkWithAuthority(at: StageScene): Obstacle[] {
  const { state } = at.kase;
  if (WITH_THE_AUTHORITY.includes(state)) return [];
  if (state === "draft" && !stagesBefore(at.procedure, at.stage).some((stage) => stage.does === "submit"))
    return [];
  return [refuse("wrong-state", { state, allowed: [...WITH_THE_AUTHORITY] })];
}

/** Nothing more is handed in to a case that is closed. */
export function checkNotClosed(at: CaseScene): Obstacle[] {
  if (at.kase.state !== "closed") return [];
  return [refuse("wrong-state", { state: "closed", allowed: [...WITH_THE_APPLICANT] })];
}

/** Refused once a stage of such a kind is done, naming the first one. */
export function checkNoneDone(at: StageScene, such: (stage: Stage) => boolean): Obstacle[] {
  for (const stage of at.procedure.stages.filter(such)) {
    const on = at.kase.stages[stage.key]?.doneOn;
    if (on !== undefined) return [refuse("already-done", { what: labelOf(stage), on })];
  }
  return [];
}

/** Refused as long as the stage itself is not done. */
export const checkDone = (at: StageScene): Obstacle[] =>
  isDone(at, at.stage) ? [] : [refuse("nothing-to-act-on", { what: labelOf(at.stage) })];
