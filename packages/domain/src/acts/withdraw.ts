import { AUTHORITY } from "./act.ts";
import type { StageScene } from "./scene.ts";
import { stageAct, tell } from "./stage-act.ts";
import { checkDone, checkNoneDone } from "./stage-order.ts";
import type { Obstacle } from "./violation.ts";
import { refuse } from "./violation.ts";

/** Takes a dossier back, until anybody else has done anything with it. */
export const withdraw = stageAct({
  kind: "withdraw",
  suits: ({ stage }) => stage.does === "submit" && stage.by.role !== AUTHORITY.role,
  check: (at) => {
    const state = checkSubmitted(at);
    return [
      ...(state.length > 0 ? state : checkDone(at)),
      ...checkNoneDone(at, (stage) => stage.does !== "submit"),
    ];
  },
  perform: (at) => ({ events: [tell(at, "withdrawn", {})] }),
});

const checkSubmitted = ({ kase: { state } }: StageScene): Obstacle[] =>
  state === "submitted" ? [] : [refuse("wrong-state", { state, allowed: ["submitted"] })];
