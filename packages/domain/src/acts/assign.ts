import type { ActionBodies } from "../contract/actions.ts";
import { AUTHORITY, blocked } from "./act.ts";
import { checkReview, conflictOf, isPanelReview, panelOf, panelSize } from "./panel.ts";
import type { StageScene } from "./scene.ts";
import { restingOn, stageAct, tell } from "./stage-act.ts";
import type { Obstacle } from "./violation.ts";
import { refuse } from "./violation.ts";

type Experts = ActionBodies["assign"]["experts"];

/** Puts experts on a case. How many is settled before, and none comes from the applicant's own institution. */
export const assign = stageAct({
  kind: "assign",
  suits: ({ stage }) => isPanelReview(stage),
  actors: () => [AUTHORITY],
  check: (at) => {
    const review = checkReview(at);
    return review.length > 0 ? review : panelSize(at).obstacles;
  },
  perform: (at, { experts }) => {
    const obstacles = [
      ...experts.flatMap((expert) => conflictOf(at, expert)),
      ...experts.flatMap((expert) => checkNew(at, expert)),
      ...checkSize(at, experts),
    ];
    if (obstacles.length > 0) return blocked(...obstacles);
    return { events: [restingOn(tell(at, "assigned", { experts }), `${at.path}/panel/size`)] };
  },
});

/** Nobody is put on a case twice, and who has stood back is not asked again. */
function checkNew(at: StageScene, expert: Experts[number]): Obstacle[] {
  const before = at.kase.assignments.find(
    (assignment) => assignment.stage === at.stage.key && assignment.user === expert.user,
  );
  if (before === undefined) return [];
  if (before.recused !== undefined) return [refuse("recused", { reason: before.recused.reason })];
  return [refuse("already-done", { what: { zh: expert.name, en: expert.name } })];
}

/** After the act the panel is as large as was settled; where nothing is said, one is enough. */
function checkSize(at: StageScene, experts: Experts): Obstacle[] {
  const have = panelOf(at).length + new Set(experts.map((expert) => expert.user)).size;
  const { need } = panelSize(at);
  const fits = need === undefined ? have > 0 : have === need;
  return fits ? [] : [refuse("panel-incomplete", { have, need: need ?? 1 })];
}
