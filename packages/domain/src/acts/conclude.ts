import type { CombineScores, CombineVerdicts } from "@yichuang/policy";
import { getCondition } from "@yichuang/policy";
import type { NewEvent } from "../contract/events.ts";
import type { Resolved } from "../evaluate/resolved.ts";
import { resolveValue } from "../evaluate/value.ts";
import { combineScores } from "../indicators/combine.ts";
import { AUTHORITY, blocked } from "./act.ts";
import { closeIfAllOver } from "./closing.ts";
import { combineVerdicts } from "./combine-verdicts.ts";
import { impliedCombination, impliedScoring } from "./implied-open.ts";
import { askedAt } from "./judged-condition.ts";
import { checkComplete, checkReview, isPanelReview, panelOf, yieldOf } from "./panel.ts";
import type { StageScene } from "./scene.ts";
import { restingOn, stageAct, tell } from "./stage-act.ts";
import type { Obstacle } from "./violation.ts";
import { clausesOfNodes, labelOf, wait, waitForOpen } from "./violation.ts";

/** Sums a review up. Where the panel differs and the policy does not say how to combine, it waits (rulings 7). */
export const conclude = stageAct({
  kind: "conclude",
  suits: ({ stage }) => isPanelReview(stage),
  actors: () => [AUTHORITY],
  check: (at) => {
    const review = checkReview(at);
    if (review.length > 0) return review;
    const complete = checkComplete(at);
    return complete.length > 0 ? complete : resultOf(at).obstacles;
  },
  perform: (at) => {
    const { events, obstacles } = resultOf(at);
    return obstacles.length > 0 ? blocked(...obstacles) : { events: [...events, ...closeIfAllOver(at)] };
  },
});

interface Result {
  events: NewEvent[];
  obstacles: Obstacle[];
}

function resultOf(at: StageScene): Result {
  if (yieldOf(at.stage, "score") !== undefined) return scoreOf(at);
  const conditions = askedAt(at);
  const found = conditions.map((condition) => verdictOn(at, condition));
  return { events: found.flatMap((one) => one.events), obstacles: found.flatMap((one) => one.obstacles) };
}

function verdictOn(at: StageScene, condition: string): Result {
  const panel = panelOf(at).map((expert) => expert.user);
  const verdicts = at.kase.judgements
    .filter((judgement) => judgement.stage === at.stage.key && judgement.condition === condition)
    .filter((judgement) => panel.includes(judgement.user))
    .map((judgement) => judgement.verdict);
  const verdict = combineVerdicts(wayOfVerdicts(at), verdicts);
  if (verdict.kind === "known") {
    const body = { verdict: verdict.value, condition, of: verdicts.length };
    return { events: [restingOn(tell(at, "concluded", body), `conditions/${condition}`)], obstacles: [] };
  }
  const named = getCondition(at.policy, condition);
  return { events: [], obstacles: [waitingFor(at, verdict, labelOf(named))] };
}

function scoreOf(at: StageScene): Result {
  const panel = panelOf(at).map((expert) => expert.user);
  const totals = at.kase.scores
    .filter((sheet) => sheet.stage === at.stage.key && panel.includes(sheet.user))
    .map((sheet) => sheet.total);
  const way = wayOfScores(at);
  const score = combineScores(way, totals);
  if (score.kind !== "known") return { events: [], obstacles: [waitingFor(at, score, labelOf(at.stage))] };
  const combine = way.kind === "known" ? { combine: way.value } : {};
  const body = { score: score.value, ...combine, of: totals.length };
  return {
    events: [restingOn(tell(at, "concluded", body), `${at.path}/yields/score/combine`)],
    obstacles: [],
  };
}

function wayOfVerdicts(at: StageScene): Resolved<CombineVerdicts> {
  const way = yieldOf(at.stage, "verdict")?.combine ?? { open: impliedCombination };
  return resolveValue<CombineVerdicts>(way, at.world, `${at.path}/yields/verdict/combine`);
}

function wayOfScores(at: StageScene): Resolved<CombineScores> {
  const way = yieldOf(at.stage, "score")?.combine ?? { open: impliedScoring };
  return resolveValue<CombineScores>(way, at.world, `${at.path}/yields/score/combine`);
}

function waitingFor(at: StageScene, result: Resolved<unknown>, what: { zh: string; en: string }): Obstacle {
  const clauses = clausesOfNodes(at.policy, at.stage, at.procedure);
  if (result.kind === "open") return waitForOpen(result.open, clauses);
  return wait("condition-pending", { condition: what }, { clauses, path: at.path });
}
