import type { ActionKind } from "../contract/actions.ts";
import type { Act, Doers, Target } from "./act.ts";
import { actWord } from "./act-words.ts";
import type { Asked } from "./actor.ts";
import { checkHat, mayAct } from "./actor.ts";
import type { Scene } from "./scene.ts";
import type { Obstacle } from "./violation.ts";
import { refuse } from "./violation.ts";

/** Everything that stands in an act's way at a target, before its parameters are looked at. */
export function obstaclesAt(
  scene: Scene,
  kind: ActionKind,
  { act, target }: { act: Act<ActionKind>; target: Target },
): Obstacle[] {
  const word = actWord(scene.policies.current.policy, kind);
  const doers = act.doersAt(scene, target);
  if (doers === undefined) return [refuse("nothing-to-act-on", { what: word })];
  const hat = checkHat(scene.env.hat, { ...askedOf(scene, kind, doers), word });
  return hat.length > 0 ? hat : act.check(scene, target);
}

/** Whether the act is the hat's at all: who never has it does not see it (rulings 14). */
export function isOffered(
  scene: Scene,
  kind: ActionKind,
  { act, target }: { act: Act<ActionKind>; target: Target },
): boolean {
  const doers = act.doersAt(scene, target);
  return doers !== undefined && mayAct(scene.env.hat, askedOf(scene, kind, doers));
}

const askedOf = (scene: Scene, act: ActionKind, { roles, root, actors }: Doers): Asked => ({
  roles,
  root,
  ...(actors === undefined ? {} : { actors }),
  tenant: scene.policies.tenant,
  act,
});
