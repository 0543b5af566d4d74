import type { ActionKind } from "../contract/actions.ts";
import type { Ability, Env, PolicySet } from "../contract/decision.ts";
import type { Facts } from "../contract/facts.ts";
import type { AbilityPlace, Target } from "../acts/act.ts";
import { upToDate } from "../acts/decide.ts";
import { isOffered, obstaclesAt } from "../acts/obstacles-at.ts";
import { ACTION_KINDS, actOf } from "../acts/registry.ts";
import type { Scene } from "../acts/scene.ts";
import { sceneOf } from "../acts/scene.ts";
import { toldBefore } from "../acts/told.ts";
import { verdictOf } from "../acts/violation.ts";

/**
 * What a hat may do at a place, or why not: the checks of `decide` without an act's parameters, so that a button and
 * the decision never differ. A role that never has an act gets no entry for it.
 */
export function abilitiesFor(
  policies: PolicySet,
  facts: Facts,
  { env, place }: { env: Env; place: AbilityPlace },
): Ability[] {
  return abilitiesIn(upToDate(sceneOf(policies, facts, env)), place, ACTION_KINDS);
}

/** The same for some kinds of acts, in a scene in which time has been noted already. */
export const abilitiesIn = (scene: Scene, place: AbilityPlace, kinds: readonly ActionKind[]): Ability[] =>
  kinds.flatMap((kind) => abilitiesOf(scene, kind, place));

function abilitiesOf(scene: Scene, kind: ActionKind, place: AbilityPlace): Ability[] {
  const act = actOf(kind);
  return act
    .offersAt(scene, place)
    .filter((target) => isOffered(scene, kind, { act, target }))
    .map((target) => ({
      act: kind,
      ...named(target),
      ...judged(scene, kind, { act, target }),
    }));
}

function judged(
  scene: Scene,
  kind: ActionKind,
  on: { act: ReturnType<typeof actOf>; target: Target },
): Pick<Ability, "verdict" | "told"> {
  const verdict = verdictOf(obstaclesAt(scene, kind, on));
  const told = verdict.kind === "allowed" ? toldBefore(scene, kind, on.target) : [];
  return told.length === 0 ? { verdict } : { verdict, told };
}

const named = ({
  case: kase,
  procedure,
  stage,
  path,
  register,
}: Target): Omit<Ability, "act" | "verdict" | "told"> => ({
  ...(kase === undefined ? {} : { case: kase }),
  ...(procedure === undefined ? {} : { procedure }),
  ...(stage === undefined ? {} : { stage }),
  ...(path === undefined ? {} : { path }),
  ...(register === undefined ? {} : { register }),
});
