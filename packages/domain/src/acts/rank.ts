import type { Measure, RankYield } from "@yichuang/policy";
import { LANGS, sayMeasure } from "@yichuang/policy";
import type { NewEvent } from "../contract/events.ts";
import type { Exact } from "../evaluate/decimal.ts";
import { numberOf } from "../evaluate/number-of.ts";
import type { Resolved } from "../evaluate/resolved.ts";
import { resolveValue } from "../evaluate/value.ts";
import { cutOff, rankAll, rankEquals } from "../indicators/rank.ts";
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
    entrantsOf(scene, { procedure, stage, year }).map((at) => ({ case: at.kase.id, stage })),
  perform: (scene, { procedure, stage, year, prefer = [] }) => {
    const entrants = entrantsOf(scene, { procedure, stage, year });
    const groups = Map.groupBy(entrants, (at) => groupKey(at.group));
    const placed = [...groups.values()].map((group) => rankGroup(group, prefer));
    const obstacles = placed.flatMap((one) => one.obstacles);
    if (obstacles.length > 0) return blocked(...obstacles);
    // one stage of one procedure and year has one window
    const holds = entrants.map(holdsOf).at(0);
    return { events: placed.flatMap((one) => one.events), ...(holds === undefined ? {} : { holds }) };
  },
};

/** A case that is ranked, with the group within which it is. */
interface Entrant extends StageScene {
  ranking: RankYield;
  group: { [ref: string]: string };
}

/** Who did not take part has no place. */
const entrantsOf = (scene: Scene, over: Parameters<typeof cohortAt>[1]): Entrant[] =>
  cohortAt(scene, over).flatMap((at) => {
    const ranking = yieldOf(at.stage, "rank");
    if (ranking === undefined || isAbsent(at)) return [];
    return [{ ...at, ranking, group: groupOf(at, ranking.within) }];
  });

function rankGroup(
  group: readonly Entrant[],
  prefer: readonly string[],
): { events: NewEvent[]; obstacles: Obstacle[] } {
  const { places, obstacles } = placesOf(group);
  if (obstacles.length > 0) return { events: [], obstacles };
  const cut = group.map(cutAt).at(0);
  const chosen = cut === undefined ? places : cutOff(places, cut, prefer);
  const events = chosen.flatMap((place) =>
    group.filter((at) => at.kase.id === place.id).map((at) => tellPlace(at, place, cut)),
  );
  return { events, obstacles: [] };
}

interface Ranked {
  places: Place[];
  obstacles: Obstacle[];
}

/** Everyone's place; what `then` says is only asked of those whom everything before it leaves equal. */
function placesOf(group: readonly Entrant[]): Ranked {
  // those of a group are at one stage
  const ranking = group[0]?.ranking;
  if (ranking === undefined) return { places: [], obstacles: [] };
  const { entrants, obstacles } = valuesOf(group, { of: ranking.of, path: "of" });
  let ranked: Ranked = { places: rankAll(entrants), obstacles };
  for (const { key, of } of ranking.then ?? []) {
    if (ranked.obstacles.length > 0) return ranked;
    const { places } = ranked;
    const equals = group.filter(({ kase }) => places.some(({ id, tied }) => id === kase.id && tied > 1));
    const found = valuesOf(equals, { of, path: `then/${key}/of` });
    ranked = { places: rankEquals(places, found.entrants), obstacles: found.obstacles };
  }
  return ranked;
}

function valuesOf(asked: readonly Entrant[], { of, path }: { of: Measure; path: string }) {
  const found = asked.map((at) => ({
    at,
    value: numberOf(of, worldWithScore(at), `${at.path}/yields/rank/${path}`),
  }));
  return {
    entrants: found.flatMap(({ at, value }) =>
      value.kind === "known" ? [{ id: at.kase.id, value: value.value }] : [],
    ),
    obstacles: found.flatMap(({ at, value }) => (value.kind === "known" ? [] : [waitingFor(at, value, of)])),
  };
}

/** The cut of a group; while it is open everyone has a place and nobody is chosen yet. */
function cutAt({ ranking: { cut }, world, path }: Entrant): number | undefined {
  if (cut === undefined) return undefined;
  const resolved = resolveValue<number>(cut, world, `${path}/yields/rank/cut`);
  return resolved.kind === "known" ? resolved.value : undefined;
}

function tellPlace(at: Entrant, place: Place, cut: number | undefined): NewEvent {
  const { chosen, preferred } = place;
  const body = {
    place: place.place,
    tied: place.tied,
    of: place.of,
    value: place.value.toString(),
    within: at.group,
    ...(cut === undefined ? {} : { cut }),
    ...(chosen === undefined ? {} : { chosen }),
    ...(preferred === undefined ? {} : { preferred }),
    done: at.stage.does !== "decide",
  };
  return restingOn(tell(at, "ranked", body), `${at.path}/yields/rank`);
}

function waitingFor(at: StageScene, value: Resolved<Exact>, of: Measure): Obstacle {
  const clauses = clausesOfNodes(at.policy, at.stage, at.procedure);
  if (value.kind === "open") return waitForOpen(value.open, clauses);
  const name = at.root.kind === "center" ? at.root.name : at.root.host.name;
  const [zh, en] = LANGS.map((lang) => sayMeasure({ lang, policy: at.policy }, of));
  const condition = { zh: `${name}：${zh}`, en: `${name}: ${en}` };
  return wait("condition-pending", { condition }, { clauses, path: at.path });
}
