import type { Grading, Key } from "@yichuang/policy";
import { getGrading, getList } from "@yichuang/policy";
import type { Decimal } from "../contract/basics.ts";
import type { EventBodies, NewEvent } from "../contract/events.ts";
import { evaluateMeasure } from "../evaluate/measure.ts";
import type { World } from "../evaluate/world.ts";
import { exactOf } from "../evaluate/decimal.ts";
import { worldOf } from "../history/world-of.ts";
import { gradeOf } from "../indicators/grade.ts";
import type { Graded } from "../indicators/grade.ts";
import { yieldOf } from "./panel.ts";
import type { StageScene } from "./scene.ts";
import { restingOn, tell } from "./stage-act.ts";
import type { Obstacle } from "./violation.ts";
import { clausesOfNodes, labelOf, wait, waitForOpen } from "./violation.ts";

/** Whether the case missed what it had to hand in; what comes to it is then said by default (policy-model 6.7). */
export const isAbsent = (at: StageScene): boolean => at.world.fact("case.took-part") === false;

/** The score that stands at a stage: its own, computed from earlier ones, else the latest one of the case. */
export function scoreStanding(at: StageScene): { score?: Decimal; own: boolean } {
  const of = yieldOf(at.stage, "score")?.of;
  if (of === undefined) {
    const score = at.kase.result?.score;
    return { own: false, ...(score === undefined ? {} : { score }) };
  }
  const measured = evaluateMeasure(of, at.world, `${at.path}/yields/score/of`);
  const score = measured.kind === "known" ? exactOf(measured.value) : undefined;
  return { own: true, ...(score === undefined ? {} : { score: score.toString() }) };
}

/** The world of a stage with the score that it computes itself. */
export function worldWithScore(at: StageScene): World {
  const { score, own } = scoreStanding(at);
  if (!own) return at.world;
  const supposed = { ...at.place.supposed };
  if (score !== undefined) {
    supposed["result.score"] = score;
    supposed[`stage.${at.stage.key}.score`] = score;
  }
  const { result, ...kase } = at.kase;
  const { score: _earlier, ...rest } = result ?? {};
  return worldOf({ ...at.place, kase: { ...kase, result: rest }, supposed });
}

export interface GradeAt {
  grading: Grading;
  result?: Graded;
  obstacles: Obstacle[];
}

/** The grade of a case as far as it can be said today, and what it waits for; undefined where the stage gives none. */
export function gradeAt(at: StageScene): GradeAt | undefined {
  const brought = yieldOf(at.stage, "grade");
  if (brought === undefined) return undefined;
  const grading = getGrading(at.policy, brought.grading);
  const clauses = clausesOfNodes(at.policy, grading, at.stage, at.procedure);
  const result = gradeOf(at.policy, grading, worldWithScore(at));
  if (result.kind === "graded") return { grading, result, obstacles: [] };
  const items = getList(at.policy, grading.list).items;
  const could = result.candidates.flatMap((key) => items.filter((item) => item.key === key).map(labelOf));
  const waits = result.missing.length > 0 ? [] : result.open.map((open) => waitForOpen(open, clauses, could));
  const pending = wait(
    "condition-pending",
    { condition: labelOf(grading) },
    { clauses, path: `gradings/${grading.key}` },
  );
  return { grading, obstacles: waits.length > 0 ? waits : [pending] };
}

/** What a stage computes is said before what is decided on it. */
export function scoreEvents(at: StageScene): NewEvent[] {
  const { score, own } = scoreStanding(at);
  if (!own || score === undefined) return [];
  return [restingOn(tell(at, "concluded", { score, of: 0 }), `${at.path}/yields/score/of`)];
}

export interface Standing {
  grading: Grading;
  graded: Graded;
  /** by a quota, after the adjustments of the case itself */
  lowered?: { to: Key; steps: Omit<EventBodies["grade-adjusted"], "case" | "stage" | "grading">[] };
}

/** The grade with everything that lowered it, in the order in which it did. */
export function gradeEvents(at: StageScene, { grading, graded, lowered }: Standing): NewEvent[] {
  const { score } = scoreStanding(at);
  const own = graded.lowered;
  const adjusted =
    own === undefined
      ? []
      : [{ from: own.from, to: graded.grade, cause: own.by[0] ?? `gradings/${grading.key}/adjust` }];
  const steps = [...adjusted, ...(lowered?.steps ?? [])];
  const grade = lowered?.to ?? graded.grade;
  const means = getList(at.policy, grading.list).items.find((item) => item.key === grade)?.means;
  const fired = lowered?.steps.at(-1)?.cause ?? graded.fired;
  const body = {
    grading: grading.key,
    ...(score === undefined || isAbsent(at) ? {} : { score }),
    grade,
    ...(means === undefined ? {} : { means }),
    fired,
  };
  return [
    ...steps.map((step) =>
      restingOn(
        tell(at, "grade-adjusted", { grading: grading.key, ...step }),
        ...(own?.by ?? []),
        step.cause,
      ),
    ),
    restingOn(tell(at, "graded", body), fired),
  ];
}
