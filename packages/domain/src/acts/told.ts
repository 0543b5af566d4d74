import type { ActionKind } from "../contract/actions.ts";
import type { NewEvent } from "../contract/events.ts";
import type { Target } from "./act.ts";
import { afterEvents, place } from "./following.ts";
import { checkScarce } from "./scarce.ts";
import type { Scene, StageScene } from "./scene.ts";
import { findStageScene } from "./scene.ts";
import { tell } from "./stage-act.ts";
import { beginsTheTerm, givenBy } from "./standing.ts";
import type { Violation } from "../contract/verdict.ts";

/** Acts on the way to a designation, of which who does them should know that there may be no seat. */
const ON_THE_WAY: readonly ActionKind[] = ["submit", "sign", "propose", "decide", "issue"];

/**
 * What a designation would run into today: seats that are taken, a name that another one bears. It stands in nobody's way
 * yet, since a decision may also be a no; it is told before the click.
 */
export function toldBefore(scene: Scene, kind: ActionKind, target: Target): Violation[] {
  if (!ON_THE_WAY.includes(kind)) return [];
  const at = findStageScene(scene, target.case ?? "", target.stage ?? "");
  if (at?.root.kind !== "center" || at.procedure.purpose !== "entry") return [];
  return standsInTheWay(scene, at);
}

/** The same for a case at its first stage. */
export function standsInTheWay(scene: Scene, at: StageScene): Violation[] {
  const handing = at.stage.does === "submit";
  const steps = [handing ? handedIn(at) : givenBy(at), designation(at)];
  let now = scene;
  for (const events of steps) now = afterEvents(now, place(now, events));
  const placed = place(scene, steps.flat());
  if (placed.length === 0) return [];
  const { obstacles } = checkScarce(scene, now, placed);
  // before the dossier is there nobody knows the name that it will bear
  const known = obstacles.filter(({ violation }) => !handing || violation.code === "seats-taken");
  return known.map(({ violation }) => violation);
}

const handedIn = (at: StageScene): NewEvent[] => [
  tell(at, "submitted", { revision: 1, answers: {}, writes: {}, daysLate: 0, done: true }),
  ...givenBy(at),
];

/** What the stage that designates will give, be it this one or a later one. */
function designation(at: StageScene): NewEvent[] {
  const stage = at.procedure.stages.find(beginsTheTerm);
  if (stage === undefined || stage.key === at.stage.key) return [];
  return givenBy({ ...at, stage }).filter(({ kind }) => kind === "standing-changed");
}
