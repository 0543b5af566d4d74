import type { RankYield } from "@yichuang/policy";
import type { NewEvent } from "../contract/events.ts";
import type { Exact } from "../evaluate/decimal.ts";
import { numberOf } from "../evaluate/number-of.ts";
import type { Resolved } from "../evaluate/resolved.ts";
import { resolveValue } from "../evaluate/value.ts";
import { cutOff, rankAll } from "../indicators/rank.ts";
import type { Place } from "../indicators/rank.ts";
import type { Act } from "./act.ts";
import { blocked } from "./act.ts";
import { cohortAt, cohortOffers, groupKey, groupOf } from "./cohort-cases.ts";
import { isPanelReview, yieldOf } from "./panel.ts";
import { isAbsent, worldWithScore } from "./result-of-case.ts";
import type { Scene, StageScene } from "./scene.ts";
import { findStageScene } from "./scene.ts";
import { atStages, restingOn, tell } from "./stage-act.ts";
import { checkOrder, checkWithAuthority } from "./stage-order.ts";
import type { Obstacle } from "./violation.ts";
import { clausesOfNodes, labelOf, refuse, wait, waitForOpen } from "./violation.ts";
import { checkOpened, holdsOf } from "./window.ts";
import { AUTHORITY } from "./act.ts";

const suits = ({ stage }: StageScene): boolean => yieldOf(stage, "rank") !== undefined;

const find = (scene: Scene, target: { case?: string; stage?: string }): StageScene | undefined => {
  const at = findStageScene(scene, target.case ?? "", target.stage ?? "");
  return at !== undefined && suits(at) ? at : undefined;
};

/** A panel must have summed up before its cases are ranked; elsewhere the stage's turn must have come. */
function checkRanking(at: StageScene): Obstacle[] {
  const state = checkWithAuthority(at);
  if (state.length > 0) return state;
  if (isPanelReview(at.stage)) {
    if (at.kase.stages[at.stage.key]?.doneOn !== undefined) return [];
    const name = labelOf(at.stage);
    return [refuse("stage-not-reached", { stage: name, awaits: [name] })];
  }
  const order = checkOrder(at);
  return order.length > 0 ? order : checkOpened(at);
}

/** Gives every case of a year its place: one act, one event for each case in its own stream. */
export const rank: Act<"rank"> = {
  ...atStages({ kind: "rank", suits, check: checkRanking, actors: () => [AUTHORITY] }, find),
  offersAt: (scene, place) =>
    cohortOffers(scene, place).filter((target) => find(scene, target) !== undefined),
  targetsOf: ({ procedure, stage, year }, scene) =>
    ranked(scene, { procedure, stage, year }).map((at) => ({ case: at.kase.id, stage })),
  perform: (scene, { procedure, stage, year, prefer = [] }) => {
    const cohort = ranked(scene, { procedure, stage, year });
    const [first] = cohort;
    if (first === undefined)
      return blocked(refuse("nothing-to-act-on", { what: { zh: "申报", en: "cases" } }));
    const groups = Map.groupBy(cohort, (at) => groupKey(groupOf(at, rankingOf(at).within)));
    const placed = [...groups.values()].map((group) => rankGroup(group, prefer));
    const obstacles = placed.flatMap((one) => one.obstacles);
    if (obstacles.length > 0) return blocked(...obstacles);
    return { events: placed.flatMap((one) => one.events), holds: holdsOf(first) };
  },
};

/** Who did not take part has no place. */
const ranked = (scene: Scene, over: Parameters<typeof cohortAt>[1]): StageScene[] =>
  cohortAt(scene, over).filter((at) => suits(at) && !isAbsent(at));

const rankingOf = (at: StageScene): RankYield => {
  const ranking = yieldOf(at.stage, "rank");
  if (ranking === undefined) throw new Error(`${at.path} does not rank`);
  return ranking;
};

function rankGroup(
  group: readonly StageScene[],
  prefer: readonly string[],
): { events: NewEvent[]; obstacles: Obstacle[] } {
  const valued = group.map((at) => ({ at, value: valueOf(at) }));
  const obstacles = valued.flatMap(({ at, value }) =>
    value.kind === "known" ? [] : [waitingFor(at, value)],
  );
  if (obstacles.length > 0) return { events: [], obstacles };
  const places = rankAll(
    valued.flatMap(({ at, value }) =>
      value.kind === "known" ? [{ id: at.kase.id, value: value.value }] : [],
    ),
  );
  const cut = cutAt(group);
  const chosen = cut === undefined ? places : cutOff(places, cut, prefer);
  const events = chosen.flatMap((place) =>
    group.filter((at) => at.kase.id === place.id).map((at) => tellPlace(at, place, cut)),
  );
  return { events, obstacles: [] };
}

const valueOf = (at: StageScene): Resolved<Exact> =>
  numberOf(rankingOf(at).of, worldWithScore(at), `${at.path}/yields/rank/of`);

/** The cut of a group; while it is open everyone has a place and nobody is chosen yet. */
function cutAt([at]: readonly StageScene[]): number | undefined {
  if (at === undefined) return undefined;
  const { cut } = rankingOf(at);
  if (cut === undefined) return undefined;
  const resolved = resolveValue<number>(cut, at.world, `${at.path}/yields/rank/cut`);
  return resolved.kind === "known" ? resolved.value : undefined;
}

function tellPlace(at: StageScene, place: Place, cut: number | undefined): NewEvent {
  const { chosen, preferred } = place;
  const body = {
    place: place.place,
    tied: place.tied,
    of: place.of,
    value: place.value.toString(),
    within: groupOf(at, rankingOf(at).within),
    ...(cut === undefined ? {} : { cut }),
    ...(chosen === undefined ? {} : { chosen }),
    ...(preferred === undefined ? {} : { preferred }),
    done: at.stage.does !== "decide",
  };
  return restingOn(tell(at, "ranked", body), `${at.path}/yields/rank`);
}

function waitingFor(at: StageScene, value: Resolved<Exact>): Obstacle {
  const clauses = clausesOfNodes(at.policy, at.stage, at.procedure);
  if (value.kind === "open") return waitForOpen(value.open, clauses);
  const condition = { zh: at.root.kind === "center" ? at.root.name : "", en: at.kase.id };
  return wait("condition-pending", { condition }, { clauses, path: at.path });
}
