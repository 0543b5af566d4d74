import type { Actor } from "@yichuang/policy";
import type { ActionKind } from "../contract/actions.ts";
import type { DomainEventKind, EventBodies, NewEvent } from "../contract/events.ts";
import type { HatRole } from "../contract/basics.ts";
import { bearersOf } from "../history/place-events.ts";
import type { AbilityPlace, Act, ActionOf, Outcome, Target } from "./act.ts";
import { hatsOf } from "./actor.ts";
import { newEvent, refOf } from "./new-event.ts";
import type { CaseScene, Scene, StageScene } from "./scene.ts";
import { findCaseScene, findStageScene } from "./scene.ts";
import type { Obstacle } from "./violation.ts";

interface StageActSpec<K extends ActionKind> {
  kind: K;
  /** whether the act exists at such a stage at all */
  suits: (at: StageScene) => boolean;
  /** whose act it is; the stage's own actor where nothing else is said */
  actors?: (at: StageScene) => readonly Actor[];
  check: (at: StageScene) => Obstacle[];
  perform: (at: StageScene, action: ActionOf<K>) => Outcome;
}

type AtStageKind = Extract<ActionOf<ActionKind>, { case: string; stage: string }>["kind"];

/** An act on one stage of one case. */
export function stageAct<K extends AtStageKind>(spec: StageActSpec<K>): Act<K> {
  const find = (scene: Scene, target: Target): StageScene | undefined => {
    const at = findStageScene(scene, target.case ?? "", target.stage ?? "");
    return at !== undefined && spec.suits(at) ? at : undefined;
  };
  return {
    ...atStages(spec, find),
    targetsOf: (action) => [targetOf(action)],
    perform: (scene, action) => {
      const at = find(scene, targetOf(action));
      return at === undefined ? { obstacles: [] } : spec.perform(at, action);
    },
  };
}

// every act of these kinds names a case and a stage, which the compiler does not see through the generic
const targetOf = (action: { case?: string; stage?: string }): Target => ({
  ...(action.case === undefined ? {} : { case: action.case }),
  ...(action.stage === undefined ? {} : { stage: action.stage }),
});

/** What acts on stages have in common, whether they touch one case or several. */
export function atStages(
  spec: Pick<StageActSpec<ActionKind>, "kind" | "suits" | "actors" | "check">,
  find: (scene: Scene, target: Target) => StageScene | undefined,
): Pick<Act<ActionKind>, "offersAt" | "doersAt" | "check"> {
  return {
    offersAt: (scene, place) =>
      casesAt(scene, place).flatMap((found) =>
        found.procedure.stages
          .map((stage) => ({ case: found.kase.id, stage: stage.key }))
          .filter((target) => find(scene, target) !== undefined),
      ),
    doersAt: (scene, target) => {
      const at = find(scene, target);
      if (at === undefined) return undefined;
      const actors = spec.actors?.(at) ?? [at.stage.by];
      return { roles: rolesOf(actors, spec.kind), root: at.root, actors };
    },
    check: (scene, target) => {
      const at = find(scene, target);
      return at === undefined ? [] : spec.check(at);
    },
  };
}

const rolesOf = (actors: readonly Actor[], act: ActionKind): readonly HatRole[] => [
  ...new Set(actors.flatMap((actor) => hatsOf(actor, act))),
];

/** The cases that a place is about. */
function casesAt(scene: Scene, place: AbilityPlace): CaseScene[] {
  if (place.kind === "case") return present([findCaseScene(scene, place.case)]);
  if (place.kind === "tenant" || place.kind === "register") return [];
  const id = place.kind === "center" ? place.center : place.institution;
  const root = bearersOf(scene.facts).find((candidate) => candidate.id === id);
  return present((root?.cases ?? []).map((kase) => findCaseScene(scene, kase.id)));
}

const present = <T>(found: readonly (T | undefined)[]): T[] => found.filter((one) => one !== undefined);

/** An event in the case's own stream, on the day of the act, that rests on the stage's node. */
export function tell<K extends DomainEventKind>(
  at: StageScene,
  kind: K,
  body: Omit<EventBodies[K], "case" | "stage">,
): NewEvent {
  return newEvent({
    root: refOf(at.root),
    kind,
    body: { case: at.kase.id, stage: at.stage.key, ...body } as unknown as EventBodies[K],
    onDay: at.scene.today,
    consulted: [at.path],
  });
}

/** The same event, with further nodes that it rests on. */
export const restingOn = (event: NewEvent, ...paths: string[]): NewEvent => ({
  ...event,
  consulted: [...event.consulted, ...paths],
});
