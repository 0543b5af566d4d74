import type { DimensionAnswer } from "../contract/events.ts";
import { blocked } from "./act.ts";
import { askedAt, dimensionsOf, judgesAlone } from "./judged-condition.ts";
import { checkAssigned, checkReview, checkUnanswered, isPanelReview, yieldOf } from "./panel.ts";
import { checkReady } from "./ready.ts";
import type { StageScene } from "./scene.ts";
import { restingOn, stageAct, tell } from "./stage-act.ts";
import type { Obstacle } from "./violation.ts";
import { labelOf, refuse } from "./violation.ts";

/** What holds for every answer of an expert; who checks a dossier answers alone, and may answer anew until it is checked. */
export function checkAnswering(at: StageScene): Obstacle[] {
  if (judgesAlone(at.stage)) return checkReady(at);
  const review = checkReview(at);
  if (review.length > 0) return review;
  const assigned = checkAssigned(at);
  return assigned.length > 0 ? assigned : checkUnanswered(at);
}

/** An expert, or who checks the dossier, answers yes or no to a condition, dimension by dimension, with an opinion. */
export const judge = stageAct({
  kind: "judge",
  suits: ({ stage }) =>
    judgesAlone(stage) || (isPanelReview(stage) && yieldOf(stage, "verdict") !== undefined),
  check: checkAnswering,
  perform: (at, { condition, verdict, dimensions, opinion }) => {
    if (!askedAt(at).includes(condition)) {
      return blocked(refuse("nothing-to-act-on", { what: { zh: condition, en: condition } }));
    }
    const obstacles = checkDimensions(at, condition, dimensions);
    if (obstacles.length > 0) return blocked(...obstacles);
    const judged = { condition, verdict, dimensions, opinion };
    return { events: [restingOn(tell(at, "judged", judged), `conditions/${condition}`)] };
  },
});

/** Every dimension of the condition is answered, and none that it does not have. */
function checkDimensions(at: StageScene, condition: string, answers: readonly DimensionAnswer[]): Obstacle[] {
  const asked = dimensionsOf(at.policy, condition);
  const section = labelOf(at.stage);
  const lacking = asked.filter((item) => !answers.some((answer) => answer.item === item.key));
  const unknown = answers.filter((answer) => !asked.some((item) => item.key === answer.item));
  return [
    ...lacking.map((item) =>
      refuse("field-missing", { section, field: labelOf(item) }, { field: `dimensions/${item.key}` }),
    ),
    ...unknown.map(({ item }) =>
      refuse(
        "field-invalid",
        { field: { zh: item, en: item }, fault: "unknown-field" },
        { field: `dimensions/${item}` },
      ),
    ),
  ];
}
