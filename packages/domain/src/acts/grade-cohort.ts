import type { GradeQuota, Grading } from "@yichuang/policy";
import { getList } from "@yichuang/policy";
import { Exact } from "../evaluate/decimal.ts";
import { resolveValue } from "../evaluate/value.ts";
import type { Graded } from "../indicators/grade.ts";
import { ladderOf } from "../indicators/grade.ts";
import type { Quota, QuotaResult } from "../indicators/quota.ts";
import { applyQuotas } from "../indicators/quota.ts";
import type { Act, Outcome } from "./act.ts";
import { blocked } from "./act.ts";
import { cohortAt, cohortOffers, groupKey, groupOf } from "./cohort-cases.ts";
import { checkDeciding, conclusion } from "./decide-case.ts";
import { yieldOf } from "./panel.ts";
import { checkRequires } from "./requires.ts";
import { gradeAt, gradeEvents, isAbsent, scoreStanding } from "./result-of-case.ts";
import type { Scene, StageScene } from "./scene.ts";
import { findStageScene } from "./scene.ts";
import { atStages } from "./stage-act.ts";
import type { Obstacle } from "./violation.ts";
import { clausesOfNodes, labelOf, wait, waitForOpen } from "./violation.ts";
import { holdsOf } from "./window.ts";

const suits = ({ stage }: StageScene): boolean =>
  stage.does === "decide" && yieldOf(stage, "grade") !== undefined;

const find = (scene: Scene, target: { case?: string; stage?: string }): StageScene | undefined => {
  const at = findStageScene(scene, target.case ?? "", target.stage ?? "");
  return at !== undefined && suits(at) ? at : undefined;
};

/** A case whose grade is known or can be said by now. */
interface InCohort {
  at: StageScene;
  grading: Grading;
  graded: Graded;
}

/** Grades all cases of a year at once: each by itself, then the quotas over all (policy-model 6.7). */
export const gradeCohort: Act<"grade"> = {
  ...atStages({ kind: "grade", suits, check: checkDeciding }, find),
  offersAt: (scene, place) =>
    cohortOffers(scene, place).filter((target) => find(scene, target) !== undefined),
  targetsOf: ({ procedure, stage, year }, scene) =>
    gradable(scene, { procedure, stage, year }).map((at) => ({ case: at.kase.id, stage })),
  perform: (scene, { procedure, stage, year, opinion, prefer = [] }) => {
    const cohort = gradable(scene, { procedure, stage, year });
    const found = cohort.map((at) => ({ at, given: gradeAt(at) }));
    const obstacles = found.flatMap(({ at, given }) => [
      ...(given?.obstacles ?? []),
      ...(isAbsent(at) ? [] : checkRequires(at)),
    ]);
    const ready: InCohort[] = found.flatMap(({ at, given }) =>
      given?.result === undefined ? [] : [{ at, grading: given.grading, graded: given.result }],
    );
    if (obstacles.length > 0 || ready.length < cohort.length) return blocked(...obstacles);
    return gradeAll(ready, { opinion, prefer });
  },
};

/** Who did not take part belongs to the cohort where the policy says what that comes to. */
const gradable = (scene: Scene, over: Parameters<typeof cohortAt>[1]): StageScene[] =>
  cohortAt(scene, over).filter(
    (at) => suits(at) && (!isAbsent(at) || gradeAt(at)?.result !== undefined) && at.kase.state !== "closed",
  );

function gradeAll(
  cohort: readonly InCohort[],
  { opinion, prefer }: { opinion: string; prefer: readonly string[] },
): Outcome {
  const [first] = cohort;
  if (first === undefined) return blocked();
  const quotas = (first.grading.quotas ?? []).map((quota) => quotaOf(cohort, quota));
  const waiting = quotas.flatMap((one) => one.obstacles);
  if (waiting.length > 0) return blocked(...waiting);
  const candidates = cohort.map(({ at, graded }) => ({
    id: at.kase.id,
    grade: graded.grade,
    value: valueOf(at),
  }));
  const ladder = ladderOf(first.at.policy, first.grading);
  const all = quotas.flatMap((one) => one.quotas);
  const result = applyQuotas(candidates, all, { ladder, preferred: prefer });
  const ties = result.ties.map((tie) => tieAt(first, cohort, tie));
  if (ties.length > 0) return blocked(...ties);
  const events = cohort.flatMap((one) =>
    conclusion(one.at, { opinion, given: gradeEvents(one.at, standingOf(one, result)) }),
  );
  return { events, holds: holdsOf(first.at) };
}

/** Without a score behind all others. */
const valueOf = (at: StageScene): Exact => new Exact(scoreStanding(at).score ?? -1_000_000);

function standingOf({ at, grading, graded }: InCohort, result: QuotaResult) {
  const steps = result.lowered
    .filter((one) => one.id === at.kase.id)
    .map(({ from, to, cause, place, most }) => ({ from, to, cause, quota: { ...place, most } }));
  const to = result.grades[at.kase.id];
  return { grading, graded, ...(steps.length === 0 || to === undefined ? {} : { lowered: { to, steps } }) };
}

/** A quota for each group of the cohort; a share counts all of the group, also those who did not take part. */
function quotaOf(cohort: readonly InCohort[], quota: GradeQuota): { quotas: Quota[]; obstacles: Obstacle[] } {
  // the first of a group stands for it: they are alike in what divides them
  const groups = Map.groupBy(cohort, ({ at }) => groupKey(groupOf(at, quota.per)));
  const found = [...groups.values()].flatMap((group) =>
    group.slice(0, 1).map((one) => limitOf(one, group, quota)),
  );
  return {
    quotas: found.flatMap((one) => one.quota ?? []),
    obstacles: found.flatMap((one) => one.obstacle ?? []),
  };
}

function limitOf(
  { at, grading }: InCohort,
  group: readonly InCohort[],
  quota: GradeQuota,
): { quota?: Quota; obstacle?: Obstacle } {
  const path = `gradings/${grading.key}/quotas/${quota.key}`;
  const side = quota.least === undefined ? "most" : "least";
  const limit = resolveValue<number>(quota[side] ?? 0, at.world, `${path}/${side}`);
  if (limit.kind !== "known") {
    const clauses = clausesOfNodes(at.policy, quota, grading);
    const waits = limit.kind === "open" ? waitForOpen(limit.open, clauses) : undefined;
    return { obstacle: waits ?? wait("condition-pending", { condition: labelOf(quota) }, { clauses, path }) };
  }
  // "not more than" is cut down, and "not less than" up, where the policy does not say otherwise
  const { rounding = side === "most" ? "down" : "up" } = quota;
  const many = quota.as === "count" ? limit.value : shareOf(group.length, limit.value, rounding);
  const among = group.map((one) => one.at.kase.id);
  return { quota: { path, grade: quota.grade, among, [side]: many } };
}

function shareOf(size: number, share: number, rounding: NonNullable<GradeQuota["rounding"]>): number {
  const modes = { down: Exact.ROUND_DOWN, up: Exact.ROUND_UP, "half-up": Exact.ROUND_HALF_UP } as const;
  return new Exact(size).times(share).toDecimalPlaces(0, modes[rounding]).toNumber();
}

function tieAt(
  { at: { policy }, grading }: InCohort,
  cohort: readonly InCohort[],
  { among, grade, room, path }: QuotaResult["ties"][number],
): Obstacle {
  const tied = cohort.filter(({ at }) => among.includes(at.kase.id));
  const names = tied.map(({ at }) => (at.root.kind === "center" ? at.root.name : at.root.host.name));
  const item = getList(policy, grading.list).items.find((one) => one.key === grade);
  const what = labelOf(item ?? { key: grade });
  const clauses = clausesOfNodes(policy, grading);
  return wait("tie-undecided", { what, names, room }, { clauses, path });
}
