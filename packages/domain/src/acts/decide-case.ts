import type { Key } from "@yichuang/policy";
import type { Answers, NewEvent } from "../contract/events.ts";
import type { ActionOf, Outcome } from "./act.ts";
import { blocked } from "./act.ts";
import { appealed } from "./appeal.ts";
import { changedBy, saysWhatChanges } from "./change.ts";
import { closeIfLast } from "./closing.ts";
import { declineCase } from "./declining.ts";
import { checkDossier } from "./dossier.ts";
import { judgedByDeciding } from "./judged-by-deciding.ts";
import { yieldOf } from "./panel.ts";
import { checkItem, placedBy } from "./place-case.ts";
import { checkReady } from "./ready.ts";
import { checkRequires } from "./requires.ts";
import { gradeAt, gradeEvents, isAbsent, scoreEvents } from "./result-of-case.ts";
import type { StageScene } from "./scene.ts";
import { restingOn, stageAct, tell } from "./stage-act.ts";
import { checkTerm, givenBy } from "./standing.ts";
import type { Obstacle } from "./violation.ts";
import { clausesOfNodes, labelOf, refuse } from "./violation.ts";
import { holdsOf } from "./window.ts";

/** What holds for proposing and for deciding alike. */
export const checkDeciding = (at: StageScene): Obstacle[] =>
  isAbsent(at) && yieldOf(at.stage, "grade") !== undefined ? checkNotDecided(at) : checkReady(at);

/** Who did not take part is graded where it stands: nothing of what comes before will be done any more. */
function checkNotDecided(at: StageScene): Obstacle[] {
  const done = at.kase.stages[at.stage.key]?.doneOn;
  if (done === undefined && at.kase.state !== "closed" && at.kase.state !== "withdrawn") return [];
  return [refuse("stage-done", { stage: labelOf(at.stage), ...(done === undefined ? {} : { on: done }) })];
}

/** The leader decides: approves, declines, or gives the grade that follows from the score. */
export const decideCase = stageAct({
  kind: "decide",
  suits: ({ stage }) => stage.does === "decide",
  check: (at) => {
    const deciding = checkDeciding(at);
    if (deciding.length > 0) return deciding;
    const alone = checkAlone(at);
    return alone.length > 0 ? alone : (gradeAt(at)?.obstacles ?? []);
  },
  perform: (at, action) => {
    const { outcome, opinion, item } = action;
    if (yieldOf(at.stage, "grade") !== undefined) return grade(at, opinion, item);
    return outcome === "approve" ? approve(at, action) : decline(at, opinion);
  },
});

function approve(asked: StageScene, { opinion, item, answers }: ActionOf<"decide">): Outcome {
  const { at, events } = judgedByDeciding(asked);
  const obstacles = [
    ...checkRequires(at),
    ...checkTerm(at),
    ...checkItem(at, item),
    ...checkAnswers(at, answers),
  ];
  if (obstacles.length > 0) return blocked(...obstacles);
  const consulted = (at.stage.requires ?? []).map((key) => `conditions/${key}`);
  const body = { outcome: "approved" as const, opinion, ...(answers === undefined ? {} : { answers }) };
  const decided = restingOn(tell(at, "decided", body), ...consulted);
  const given = [
    ...placedBy(at, item),
    ...changedBy(at, answers),
    ...appealed(at, true, opinion),
    ...givenBy(at),
  ];
  return {
    events: [...scoreEvents(at), ...events, decided, ...given, ...closeIfLast(at)],
    holds: holdsOf(at),
  };
}

/** What a decision with a form of its own says; a change cannot be decided without saying what changes. */
function checkAnswers(at: StageScene, answers: Answers | undefined): Obstacle[] {
  if (at.stage.form === undefined || (answers === undefined && !saysWhatChanges(at))) return [];
  return checkDossier(at, answers ?? {});
}

/** A declined application ends: nothing of it can be issued. */
function decline(at: StageScene, opinion: string): Outcome {
  const decided = tell(at, "decided", { outcome: "declined", opinion });
  return {
    events: [decided, ...appealed(at, false, opinion), ...declineCase(at, "declined")],
    holds: holdsOf(at),
  };
}

function grade(at: StageScene, opinion: string, item: Key | undefined): Outcome {
  const found = gradeAt(at);
  const requires = isAbsent(at) ? [] : checkRequires(at);
  const obstacles = [...(found?.obstacles ?? []), ...requires, ...checkItem(at, item)];
  if (obstacles.length > 0 || found?.result === undefined) return blocked(...obstacles);
  const { grading, result } = found;
  return {
    events: conclusion(at, { opinion, given: gradeEvents(at, { grading, graded: result }), item }),
    holds: holdsOf(at),
  };
}

/** What a graded case comes to: its score, the decision, what was given, its place, and its end. */
export const conclusion = (
  at: StageScene,
  { opinion, given, item }: { opinion: string; given: NewEvent[]; item?: Key | undefined },
): NewEvent[] => [
  ...scoreEvents(at),
  tell(at, "decided", { outcome: "concluded", opinion }),
  ...given,
  ...placedBy(at, item),
  ...givenBy(at),
  ...closeIfLast(at),
];

/** A grade that others have a share in is given to all of them together. */
function checkAlone(at: StageScene): Obstacle[] {
  const grading = gradeAt(at)?.grading;
  if (grading?.quotas === undefined || grading.quotas.length === 0) return [];
  const clauses = clausesOfNodes(at.policy, grading, at.stage, at.procedure);
  return [
    refuse("in-cohort", { stage: labelOf(at.stage) }, { clauses, path: `gradings/${grading.key}/quotas` }),
  ];
}
