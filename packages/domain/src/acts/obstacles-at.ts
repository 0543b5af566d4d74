import type { ActionKind } from "../contract/actions.ts";
import type { Act, Target } from "./act.ts";
import { actWord } from "./act-words.ts";
import { checkHat, standsFor } from "./actor.ts";
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
  const { roles, root } = doers;
  const hat = checkHat(scene.env.hat, { roles, root, tenant: scene.policies.tenant, act: word });
  return hat.length > 0 ? hat : act.check(scene, target);
}

/** Whether the act is the hat's at all: who never has it does not see it (rulings 14). */
export function isOffered(scene: Scene, act: Act<ActionKind>, target: Target): boolean {
  const doers = act.doersAt(scene, target);
  const { hat } = scene.env;
  return (
    doers !== undefined && doers.roles.includes(hat.role) && standsFor(hat, doers.root, scene.policies.tenant)
  );
}
