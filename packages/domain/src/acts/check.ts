import { AUTHORITY } from "./act.ts";
import type { StageScene } from "./scene.ts";
import { stageAct, tell } from "./stage-act.ts";
import { checkOrder, checkWithAuthority } from "./stage-order.ts";
import type { Obstacle } from "./violation.ts";
import { labelOf, refuse } from "./violation.ts";
import { checkOpened, holdsOf } from "./window.ts";

const hasCheckStage = (at: StageScene): boolean =>
  at.procedure.stages.some((stage) => stage.does === "check");

/** The formal check of what came in: a stage of its own, or a word on the dossier where the policy has none. */
export const check = stageAct({
  kind: "check",
  suits: (at) => at.stage.does === "check" || (at.stage.does === "submit" && !hasCheckStage(at)),
  actors: ({ stage }) => [stage.does === "check" ? stage.by : AUTHORITY],
  check: (at) => {
    const state = checkWithAuthority(at);
    if (state.length > 0) return state;
    return at.stage.does === "check" ? [...checkOrder(at), ...checkOpened(at)] : checkUnchecked(at);
  },
  perform: (at, { opinion }) => ({ events: [tell(at, "checked", { opinion })], holds: holdsOf(at) }),
});

/** Each revision is checked once. */
function checkUnchecked(at: StageScene): Obstacle[] {
  const last = at.kase.submissions.findLast(
    (submission) => submission.stage === at.stage.key && submission.done,
  );
  if (last === undefined) return [refuse("nothing-to-act-on", { what: labelOf(at.stage) })];
  const checked = at.kase.checks.some((one) => one.stage === at.stage.key && one.at >= last.at);
  return checked ? [refuse("already-done", { what: labelOf(at.stage) })] : [];
}
