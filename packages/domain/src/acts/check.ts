import { getCondition, type Stage } from "@yichuang/policy";
import type { NewEvent } from "../contract/events.ts";
import { AUTHORITY } from "./act.ts";
import { answersAt, judgesAlone } from "./judged-condition.ts";
import type { StageScene } from "./scene.ts";
import { restingOn, stageAct, tell } from "./stage-act.ts";
import { checkReady } from "./ready.ts";
import { checkRequires } from "./requires.ts";
import { closeIfAllOver, closeIfLast } from "./closing.ts";
import { checkTerm, givenBy } from "./standing.ts";
import { checkWithAuthority } from "./stage-order.ts";
import { stagesBefore } from "./stage-turn.ts";
import type { Obstacle } from "./violation.ts";
import { clausesOfNodes, labelOf, refuse, wait } from "./violation.ts";
import { holdsOf } from "./window.ts";

const hasCheckStage = (at: StageScene): boolean =>
  at.procedure.stages.some((stage) => stage.does === "check");

/** The formal check of what came in: a stage of its own, or a word on the dossier where the policy has none. */
export const check = stageAct({
  kind: "check",
  suits: (at) => at.stage.does === "check" || (at.stage.does === "submit" && !hasCheckStage(at)),
  actors: ({ stage }) => [stage.does === "check" ? stage.by : AUTHORITY],
  check: (at) => {
    if (at.stage.does === "check") {
      const ready = checkReady(at);
      return ready.length > 0 ? ready : [...checkAnswered(at), ...checkRequires(at), ...checkTerm(at)];
    }
    const state = checkWithAuthority(at);
    return state.length > 0 ? state : checkUnchecked(at);
  },
  perform: (at, { opinion }) => {
    const ends = at.stage.does === "check" ? [...givenBy(at), ...closeIfLast(at)] : closeIfAllOver(at);
    return { events: [...verdictsOf(at), tell(at, "checked", { opinion }), ...ends], holds: holdsOf(at) };
  },
});

/** A check that yields verdicts is over once each of its conditions is answered. */
function checkAnswered(at: StageScene): Obstacle[] {
  if (!judgesAlone(at.stage)) return [];
  return answersAt(at)
    .filter(({ answer }) => answer === undefined)
    .map(({ condition }) => {
      const named = getCondition(at.policy, condition);
      const clauses = clausesOfNodes(at.policy, named, at.stage, at.procedure);
      return wait(
        "condition-pending",
        { condition: labelOf(named) },
        { clauses, path: `conditions/${condition}` },
      );
    });
}

const verdictsOf = (at: StageScene): NewEvent[] =>
  (judgesAlone(at.stage) ? answersAt(at) : []).flatMap(({ condition, answer }) =>
    answer === undefined
      ? []
      : [
          restingOn(
            tell(at, "concluded", { verdict: answer.verdict, condition, of: 1 }),
            `conditions/${condition}`,
          ),
        ],
  );

/** Each revision is checked once, and no more once a later stage is done. */
function checkUnchecked(at: StageScene): Obstacle[] {
  const isAfter = (later: Stage): boolean =>
    stagesBefore(at.procedure, later).some(({ key }) => key === at.stage.key);
  const past = at.procedure.stages.some(
    (stage) => at.kase.stages[stage.key]?.doneOn !== undefined && isAfter(stage),
  );
  if (past) return [refuse("stage-done", { stage: labelOf(at.stage) })];
  const last = at.kase.submissions.findLast(
    (submission) => submission.stage === at.stage.key && submission.done,
  );
  if (last === undefined) return [refuse("nothing-to-act-on", { what: labelOf(at.stage) })];
  const checked = at.kase.checks.some((one) => one.stage === at.stage.key && one.at >= last.at);
  return checked ? [refuse("already-done", { what: labelOf(at.stage) })] : [];
}
