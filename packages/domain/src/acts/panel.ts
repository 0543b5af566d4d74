import type { ReviewStage, Stage, Yield } from "@yichuang/policy";
import type { Assignment } from "../contract/facts.ts";
import { resolveValue } from "../evaluate/value.ts";
import type { StageScene } from "./scene.ts";
import { checkReady } from "./ready.ts";
import type { Obstacle } from "./violation.ts";
import { clausesOfNodes, labelOf, refuse, waitForOpen } from "./violation.ts";

/** A review by people who are assigned to it. */
export const isPanelReview = (stage: Stage): stage is ReviewStage =>
  stage.does === "review" && (stage.by.role === "experts" || stage.by.role === "third-party");

export const yieldOf = <K extends Yield["kind"]>(stage: Stage, kind: K) =>
  (stage.yields ?? []).find(
    (brought): brought is Extract<typeof brought, { kind: K }> => brought.kind === kind,
  );

/** Those who were assigned and have not stood back. */
export const panelOf = (at: Pick<StageScene, "kase" | "stage">): Assignment[] =>
  at.kase.assignments.filter(
    (assignment) => assignment.stage === at.stage.key && assignment.recused === undefined,
  );

/** Those of the panel who have already given their answer. */
function answeredBy(at: Pick<StageScene, "kase" | "stage">): string[] {
  const { judgements, scores } = at.kase;
  return [...judgements, ...scores]
    .filter((answer) => answer.stage === at.stage.key)
    .map((answer) => answer.user);
}

/** A review may be worked on: the case is there, its turn has come and its window has opened. */
export const checkReview = (at: StageScene): Obstacle[] => checkReady(at);

/** The number of experts that the policy asks for; an open number waits for whoever settles it. */
export function panelSize(at: StageScene): { need?: number; obstacles: Obstacle[] } {
  if (!isPanelReview(at.stage) || at.stage.panel?.size === undefined) return { obstacles: [] };
  const size = resolveValue<number>(at.stage.panel.size, at.world, `${at.path}/panel/size`);
  if (size.kind === "known") return { need: size.value, obstacles: [] };
  if (size.kind === "missing") return { obstacles: [] };
  return { obstacles: [waitForOpen(size.open, clausesOfNodes(at.policy, at.stage, at.procedure))] };
}

/** Only who was assigned and has not stood back may answer, and nobody about their own institution. */
export function checkAssigned(at: StageScene): Obstacle[] {
  const { user } = at.scene.env.hat;
  const own = at.kase.assignments.find(
    (assignment) => assignment.stage === at.stage.key && assignment.user === user,
  );
  if (own === undefined) return [refuse("not-assigned", { stage: labelOf(at.stage) })];
  if (own.recused !== undefined) return [refuse("recused", { reason: own.recused.reason })];
  return conflictOf(at, own);
}

/** An expert of the applicant's own institution is never heard (conflict of interest, a rule of the platform). */
export const conflictOf = (at: StageScene, expert: { party: number; unit: string }): Obstacle[] =>
  expert.party === at.root.host.party ? [refuse("conflict-of-interest", { institution: expert.unit })] : [];

/** One answer per expert. */
export const checkUnanswered = (at: StageScene): Obstacle[] =>
  answeredBy(at).includes(at.scene.env.hat.user) ? [refuse("already-done", { what: labelOf(at.stage) })] : [];

/** Everyone on the panel has answered. */
export function checkComplete(at: StageScene): Obstacle[] {
  const need = Math.max(panelOf(at).length, 1);
  const answered = answeredBy(at);
  const have = panelOf(at).filter((expert) => answered.includes(expert.user)).length;
  return have < need ? [refuse("panel-incomplete", { have, need })] : [];
}
