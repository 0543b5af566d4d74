import { getGrading, getList } from "@yichuang/policy";
import { gradeOf } from "../indicators/grade.ts";
import type { GradeResult } from "../indicators/grade.ts";
import type { Outcome } from "./act.ts";
import { blocked } from "./act.ts";
import { appealed } from "./appeal.ts";
import { changedBy } from "./change.ts";
import { closeIfLast } from "./closing.ts";
import { declineCase } from "./declining.ts";
import { yieldOf } from "./panel.ts";
import { checkReady } from "./ready.ts";
import { checkRequires } from "./requires.ts";
import type { StageScene } from "./scene.ts";
import { restingOn, stageAct, tell } from "./stage-act.ts";
import { checkTerm, givenBy } from "./standing.ts";
import type { Obstacle } from "./violation.ts";
import { clausesOfNodes, labelOf, wait, waitForOpen } from "./violation.ts";
import { holdsOf } from "./window.ts";

/** What holds for proposing and for deciding alike. */
export const checkDeciding = (at: StageScene): Obstacle[] => checkReady(at);

/** The leader decides: approves, declines, or gives the grade that follows from the score. */
export const decideCase = stageAct({
  kind: "decide",
  suits: ({ stage }) => stage.does === "decide",
  check: (at) => {
    const deciding = checkDeciding(at);
    return deciding.length > 0 ? deciding : gradeAt(at).obstacles;
  },
  perform: (at, { outcome, opinion }) => {
    if (yieldOf(at.stage, "grade") !== undefined) return grade(at, opinion);
    return outcome === "approve" ? approve(at, opinion) : decline(at, opinion);
  },
});

function approve(at: StageScene, opinion: string): Outcome {
  const obstacles = [...checkRequires(at), ...checkTerm(at)];
  if (obstacles.length > 0) return blocked(...obstacles);
  const consulted = (at.stage.requires ?? []).map((key) => `conditions/${key}`);
  const decided = restingOn(tell(at, "decided", { outcome: "approved", opinion }), ...consulted);
  const follows = [...changedBy(at), ...appealed(at, true, opinion), ...givenBy(at), ...closeIfLast(at)];
  return { events: [decided, ...follows], holds: holdsOf(at) };
}

/** A declined application ends: nothing of it can be issued. */
function decline(at: StageScene, opinion: string): Outcome {
  const decided = tell(at, "decided", { outcome: "declined", opinion });
  return {
    events: [decided, ...appealed(at, false, opinion), ...declineCase(at, "declined")],
    holds: holdsOf(at),
  };
}

function grade(at: StageScene, opinion: string): Outcome {
  const { result, obstacles } = gradeAt(at);
  const requires = checkRequires(at);
  const score = at.kase.result?.score;
  if (obstacles.length > 0 || requires.length > 0 || result?.kind !== "graded" || score === undefined) {
    return blocked(...obstacles, ...requires);
  }
  const { grade: key, means, fired } = result;
  const grading = yieldOf(at.stage, "grade")?.grading ?? "";
  const graded = { grading, score, grade: key, ...(means === undefined ? {} : { means }), fired };
  const events = [
    tell(at, "decided", { outcome: "concluded", opinion }),
    restingOn(tell(at, "graded", graded), fired),
    ...givenBy(at),
    ...closeIfLast(at),
  ];
  return { events, holds: holdsOf(at) };
}

/** The grade of a case as far as it can be said today, and what it waits for. */
function gradeAt(at: StageScene): { result?: GradeResult; obstacles: Obstacle[] } {
  const brought = yieldOf(at.stage, "grade");
  if (brought === undefined) return { obstacles: [] };
  const grading = getGrading(at.policy, brought.grading);
  const clauses = clausesOfNodes(at.policy, grading, at.stage, at.procedure);
  if (at.kase.result?.score === undefined) {
    return { obstacles: [wait("condition-pending", { condition: labelOf(grading) }, { clauses })] };
  }
  const result = gradeOf(at.policy, grading, at.world);
  if (result.kind === "graded") return { result, obstacles: [] };
  const items = getList(at.policy, grading.list).items;
  const could = result.candidates.flatMap((key) => items.filter((item) => item.key === key).map(labelOf));
  const waits = result.open.map((open) => waitForOpen(open, clauses, could));
  const obstacles =
    waits.length > 0 ? waits : [wait("condition-pending", { condition: labelOf(grading) }, { clauses })];
  return { result, obstacles };
}
