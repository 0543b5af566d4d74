import { checkAssigned, checkReview, checkUnanswered, isPanelReview } from "./panel.ts";
import { stageAct, tell } from "./stage-act.ts";

/** An expert stands back and says why. */
export const recuse = stageAct({
  kind: "recuse",
  suits: ({ stage }) => isPanelReview(stage),
  check: (at) => {
    const review = checkReview(at);
    return review.length > 0 ? review : [...checkAssigned(at), ...checkUnanswered(at)];
  },
  perform: (at, { reason }) => {
    const { user, name } = at.scene.env.hat;
    return { events: [tell(at, "recused", { user, name, reason, rule: "declared" })] };
  },
});
