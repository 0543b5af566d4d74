import type { NewEvent } from "../contract/events.ts";
import { newEvent, refOf } from "./new-event.ts";
import type { StageScene } from "./scene.ts";
import { isOver } from "./stage-order.ts";

/** Closes a case with the act that ends its last stage; a stage that only lasts does not keep it open. */
export function closeIfLast(at: StageScene): NewEvent[] {
  const open = at.procedure.stages.filter(
    (stage) => stage.key !== at.stage.key && stage.does !== "run" && !isOver(at, stage),
  );
  return open.length === 0 ? [close(at, "done")] : [];
}

export const close = (at: StageScene, why: string): NewEvent =>
  newEvent({ root: refOf(at.root), kind: "closed", body: { case: at.kase.id, why }, onDay: at.scene.today });
