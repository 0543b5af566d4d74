import { AUTHORITY } from "./act.ts";
import type { StageScene } from "./scene.ts";
import { stageAct, tell } from "./stage-act.ts";
import type { Obstacle } from "./violation.ts";
import { labelOf, refuse } from "./violation.ts";

/** Takes a dossier back, until the authority has done anything with it. */
export const withdraw = stageAct({
  kind: "withdraw",
  suits: ({ stage }) => stage.does === "submit" && stage.by.role !== AUTHORITY.role,
  check: (at) => [...checkSubmitted(at), ...checkUntouched(at)],
  perform: (at) => ({ events: [tell(at, "withdrawn", {})] }),
});

function checkSubmitted(at: StageScene): Obstacle[] {
  const handedIn = at.kase.stages[at.stage.key]?.doneOn !== undefined;
  if (handedIn && at.kase.state === "submitted") return [];
  return [refuse("wrong-state", { state: at.kase.state, allowed: ["submitted"] })];
}

/** The first stage after this one that somebody else has already done. */
function checkUntouched(at: StageScene): Obstacle[] {
  const touched = at.procedure.stages.find(
    (stage) => stage.does !== "submit" && at.kase.stages[stage.key]?.doneOn !== undefined,
  );
  if (touched === undefined) return [];
  const on = at.kase.stages[touched.key]?.doneOn;
  return [refuse("already-done", { what: labelOf(touched), ...(on === undefined ? {} : { on }) })];
}
