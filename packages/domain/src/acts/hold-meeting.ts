import { getForm } from "@yichuang/policy";
import { gapsOf } from "../forms/gaps.ts";
import { worldOf } from "../history/world-of.ts";
import type { Act } from "./act.ts";
import { blocked } from "./act.ts";
import { closeIfAllOver } from "./closing.ts";
import { newEvent, refOf } from "./new-event.ts";
import { findStageScene, placeOf } from "./scene.ts";
import type { Scene } from "./scene.ts";
import type { ActionOf, Target } from "./act.ts";
import { atStages, tell } from "./stage-act.ts";
import { checkReady } from "./ready.ts";
import { checkRequires } from "./requires.ts";
import type { StageScene } from "./scene.ts";
import { givenBy } from "./standing.ts";
import type { Obstacle } from "./violation.ts";
import { refuse } from "./violation.ts";
import { holdsOf } from "./window.ts";

const suits = ({ stage }: StageScene): boolean => stage.does === "meet";

const find = (scene: Scene, target: Target): StageScene | undefined => {
  const at = findStageScene(scene, target.case ?? "", target.stage ?? "");
  return at !== undefined && suits(at) ? at : undefined;
};

function checkMeeting(at: StageScene): Obstacle[] {
  const ready = checkReady(at);
  return ready.length > 0 ? ready : checkRequires(at);
}

/** One meeting over several cases: its minutes stand in the tenant's stream, each case says that it was met. */
export const holdMeeting: Act<"hold-meeting"> = {
  ...atStages({ kind: "hold-meeting", suits, check: checkMeeting }, find),
  targetsOf: ({ cases, stage }) => cases.map((id) => ({ case: id, stage })),
  perform: (scene, action) => {
    const places = action.cases.map((id) => find(scene, { case: id, stage: action.stage }));
    const met = places.filter((at) => at !== undefined);
    const [first] = met;
    if (first === undefined) return blocked(nothing());
    const gaps = gapsOfMinutes(scene, first, action);
    if (gaps.length > 0) return blocked(...gaps);
    const meeting = scene.env.ids();
    const { procedure, stage, year, cases, answers } = action;
    const body = { meeting, procedure, stage, year, form: first.stage.form ?? "", answers, cases };
    const minutes = newEvent({
      root: refOf(scene.facts.tenant),
      kind: "meeting-held",
      body,
      onDay: scene.today,
      consulted: [first.path],
    });
    const noted = met.flatMap((at) => [
      tell(at, "met", { meeting, done: true }),
      ...givenBy(at),
      ...closeIfAllOver(at),
    ]);
    return { events: [minutes, ...noted], holds: holdsOf(first) };
  },
};

const nothing = (): Obstacle => refuse("nothing-to-act-on", { what: { zh: "申报", en: "cases" } });

function gapsOfMinutes(scene: Scene, at: StageScene, action: ActionOf<"hold-meeting">): Obstacle[] {
  if (at.stage.form === undefined) return [];
  const world = worldOf({ ...placeOf(scene, { year: action.year }), policy: at.policy });
  const gaps = gapsOf(getForm(at.policy, at.stage.form), action.answers, world);
  return gaps.map((violation) => ({ pending: false, violation }));
}
