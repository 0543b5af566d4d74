import { blocked } from "./act.ts";
import type { Objection } from "../contract/facts.ts";
import { isPublicity } from "./publicize.ts";
import type { StageScene } from "./scene.ts";
import { stageAct, tell } from "./stage-act.ts";
import { labelOf, refuse } from "./violation.ts";

/** The objections of a publicity that nobody has answered yet. */
const openObjections = ({ kase, stage }: Pick<StageScene, "kase" | "stage">): Objection[] =>
  kase.objections.filter((one) => one.stage === stage.key && one.settled === undefined);

/** Finds an objection right or not, with the reason. The publicity is not over before the last one is settled. */
export const settleObjection = stageAct({
  kind: "settle-objection",
  suits: ({ stage }) => isPublicity(stage) && stage.objections !== undefined,
  check: (at) => (openObjections(at).length > 0 ? [] : [nothing(at)]),
  perform: (at, { objection, upheld, reason }) => {
    if (!openObjections(at).some((one) => one.id === objection)) return blocked(nothing(at));
    return { events: [tell(at, "objection-settled", { objection, upheld, reason })] };
  },
});

const nothing = (at: StageScene) => refuse("nothing-to-act-on", { what: labelOf(at.stage) });
