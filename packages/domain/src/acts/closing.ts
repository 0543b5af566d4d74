import type { Stage } from "@yichuang/policy";
import type { NewEvent } from "../contract/events.ts";
import { newEvent, refOf } from "./new-event.ts";
import type { CaseScene, StageScene } from "./scene.ts";
import { awaitedStages, isOver } from "./stage-turn.ts";

/**
 * Closes a case with the act that ends the last of its stages. A stage that only lasts does not keep it open, and
 * neither does one beside the way that nothing waited for.
 */
export function closeIfLast(at: StageScene): NewEvent[] {
  const beside = at.procedure.stages.filter((stage) => STAYS_OPEN.includes(stage.does) && isNext(at, stage));
  const open = [...behind(at.procedure.stages, at.stage), ...beside].filter(
    (stage) => stage.key !== at.stage.key && stage.does !== "run" && !isOver(at, stage),
  );
  return open.length === 0 ? [close(at, "done")] : [];
}

/**
 * Closes a case with an act that decides nothing, once every other stage is over: a review that was summed up, a
 * meeting, the authority's word on the last dossier.
 */
export function closeIfAllOver(at: StageScene): NewEvent[] {
  const others = at.procedure.stages.filter((stage) => stage.key !== at.stage.key && stage.does !== "run");
  const last = at.kase.state !== "closed" && others.every((stage) => isOver(at, stage));
  return last ? [close(at, "done")] : [];
}

/** What is published, filed or issued beside another such stage is still to be done. */
const STAYS_OPEN: readonly Stage["does"][] = ["publicize", "issue", "file"];

const isNext = (at: StageScene, stage: Stage): boolean =>
  awaitedStages(at, stage).every((awaited) => awaited.key === at.stage.key);

/** The stages that come after one, directly or not. */
function behind(stages: readonly Stage[], stage: Stage): Stage[] {
  const next = stages.filter((other) => other.after?.includes(stage.key));
  return [...next, ...next.flatMap((other) => behind(stages, other))];
}

export const close = (at: CaseScene, why: string): NewEvent =>
  newEvent({
    root: refOf(at.root),
    kind: "closed",
    body: { case: at.kase.id, why },
    onDay: at.scene.today,
  });
