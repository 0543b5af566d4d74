import { walk } from "@yichuang/policy";
import type { Key } from "@yichuang/policy";
import type { NewEvent } from "../contract/events.ts";
import { close } from "./closing.ts";
import { newEvent, refOf } from "./new-event.ts";
import type { StageScene } from "./scene.ts";

/** A declined application ends, and so does its standing: nothing of it can be issued. */
export const declineCase = (at: StageScene, why: Key): NewEvent[] => [...declined(at), close(at, why)];

function declined(at: StageScene): NewEvent[] {
  const { root } = at;
  if (root.kind !== "center" || at.procedure.purpose !== "entry" || root.standing === undefined) return [];
  const on = at.scene.today;
  const body = { case: at.kase.id, from: root.standing, to: "declined" as const, on, cause: at.path };
  return [newEvent({ root: refOf(root), kind: "standing-changed", body, onDay: on })];
}

/** What follows from a no: the end of the case, unless the policy itself reads the answer and says what follows. */
export const afterNo = (at: StageScene, why: Key): NewEvent[] =>
  readsVerdict(at) ? [] : declineCase(at, why);

function readsVerdict({ policy, stage }: StageScene): boolean {
  const ref = `stage.${stage.key}.verdict`;
  for (const { node } of walk(policy)) if ("fact" in node && node.fact === ref) return true;
  return false;
}
