import type { ReceivedDispatch } from "../contract/dispatches.ts";
import { NEXT_OUTCOMES } from "../contract/dispatches.ts";
import { sameDispatch } from "../history/dispatch-events.ts";
import type { Act, ActionOf } from "./act.ts";
import { AUTHORITY, blocked } from "./act.ts";
import { hatsOf } from "./actor.ts";
import { newEvent } from "./new-event.ts";
import type { Scene } from "./scene.ts";
import type { Obstacle } from "./violation.ts";
import { refuse } from "./violation.ts";

/**
 * An addressee says in its own space what it does with what came in: it has arrived, it goes back with a reason, or it
 * is taken up. The last two end it; a filing is acknowledged in its case, and a lineage is only told.
 */
export const answerDispatch: Act<"answer-dispatch"> = {
  // what came in lies with its senders, so it is offered for the tenant and chosen where it is listed
  offersAt: (_scene, place) => (place.kind === "tenant" ? [{}] : []),
  targetsOf: () => [{}],
  doersAt: () => ({ roles: hatsOf(AUTHORITY, "answer-dispatch") }),
  check: () => [],
  perform: (scene, action) => {
    const found = scene.facts.received?.find((one) => sameDispatch(one, action.dispatch));
    if (found === undefined || found.kind !== "recommendation") {
      return blocked(refuse("nothing-to-act-on", { what: { zh: "来件", en: "dispatch" } }));
    }
    const obstacles = checkAnswer(scene, found, action);
    if (obstacles.length > 0) return blocked(...obstacles);
    const { outcome, words } = action;
    const { tenant, root, key, title, party } = found;
    const body = { dispatch: { tenant, root, key }, title, party, outcome, words };
    const { id } = scene.facts.tenant;
    return {
      events: [
        newEvent({ root: { kind: "tenant", id }, kind: "dispatch-answered", body, onDay: scene.today }),
      ],
    };
  },
};

function checkAnswer(scene: Scene, found: ReceivedDispatch, action: ActionOf<"answer-dispatch">): Obstacle[] {
  const before = scene.facts.tenant.answers?.find((one) => sameDispatch(one.dispatch, found));
  const what = { zh: found.title, en: found.title };
  if (before !== undefined && !NEXT_OUTCOMES[before.outcome].includes(action.outcome)) {
    return [refuse("already-done", { what, on: before.on })];
  }
  if (action.outcome !== "returned" || action.words.trim() !== "") return [];
  return [refuse("field-missing", { section: what, field: { zh: "退回理由", en: "reason" } })];
}
