import type { Stage } from "@yichuang/policy";
import type { NewEvent } from "../contract/events.ts";
import { newEvent, refOf } from "./new-event.ts";
import type { StageScene } from "./scene.ts";
import { isOver } from "./stage-order.ts";

/**
 * Closes a case with the act that ends the last of its stages. A stage that only lasts does not keep it open, and
 * neither does one beside the way that nothing waited for.
 */
export function closeIfLast(at: StageScene): NewEvent[] {
  const open = behind(at.procedure.stages, at.stage).filter(
    (stage) => stage.does !== "run" && !isOver(at, stage),
  );
  return open.length === 0 ? [close(at, "done")] : [];
}

/** The stages that come after one, directly or not. */
function behind(stages: readonly Stage[], stage: Stage): Stage[] {
  const next = stages.filter((other) => other.after?.includes(stage.key));
  return [...next, ...next.flatMap((other) => behind(stages, other))];
}

export const close = (at: StageScene, why: string): NewEvent =>
  newEvent({
    root: refOf(at.root),
    kind: "closed",
    body: { case: at.kase.id, why },
    onDay: at.scene.today,
  });
