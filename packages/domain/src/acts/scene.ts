import type { Policy, Procedure, Stage } from "@yichuang/policy";
import type { CalendarDate, Uuid } from "../contract/basics.ts";
import type { Env, PolicySet } from "../contract/decision.ts";
import type { CaseFacts, CenterFacts, Facts, InstitutionFacts, RootFacts } from "../contract/facts.ts";
import type { World } from "../evaluate/world.ts";
import type { FactPlace } from "../history/fact-place.ts";
import { bearersOf } from "../history/place-events.ts";
import { policyOfPin } from "../history/pinned-policy.ts";
import { worldOf } from "../history/world-of.ts";
import { dayOf } from "../time/days.ts";

/** Everything that a decision is taken with: policies, facts of that instant, and who asks. */
export interface Scene {
  policies: PolicySet;
  facts: Facts;
  env: Env;
  today: CalendarDate;
}

/** A running case under the policy to which it is pinned. */
export interface CaseScene {
  scene: Scene;
  root: CenterFacts | InstitutionFacts;
  kase: CaseFacts;
  policy: Policy;
  procedure: Procedure;
  place: FactPlace & { kase: CaseFacts };
  world: World;
}

export interface StageScene extends CaseScene {
  stage: Stage;
  path: string;
}

export const sceneOf = (policies: PolicySet, facts: Facts, env: Env): Scene => ({
  policies,
  facts,
  env,
  today: dayOf(env.now),
});

/** A place of facts for a root, or for nobody yet, under the policy in force. */
export function placeOf(
  scene: Scene,
  of: Partial<Pick<FactPlace, "root" | "kase" | "year" | "host" | "against" | "supposed">> = {},
): FactPlace {
  return {
    policy: scene.policies.current.policy,
    today: scene.today,
    now: scene.env.now,
    holidays: scene.env.holidays,
    tenant: scene.facts.tenant,
    sets: scene.facts.sets,
    ...(scene.facts.institution === undefined ? {} : { institution: scene.facts.institution }),
    ...(scene.facts.parents === undefined ? {} : { parents: scene.facts.parents }),
    ...of,
  };
}

/** A loaded case; undefined where the id names none. */
export function findCaseScene(scene: Scene, id: Uuid): CaseScene | undefined {
  for (const root of bearersOf(scene.facts)) {
    const kase = root.cases.find((candidate) => candidate.id === id);
    if (kase === undefined) continue;
    const policy = policyOfPin(scene.policies, kase.pin);
    const procedure = policy.procedures.find((candidate) => candidate.key === kase.procedure);
    if (procedure === undefined) return undefined;
    const place = { ...placeOf(scene, { root }), kase, policy };
    return { scene, root, kase, policy, procedure, place, world: worldOf(place) };
  }
  return undefined;
}

export function findStageScene(scene: Scene, id: Uuid, key: string): StageScene | undefined {
  const found = findCaseScene(scene, id);
  const stage = found?.procedure.stages.find((candidate) => candidate.key === key);
  if (found === undefined || stage === undefined) return undefined;
  return { ...found, stage, path: `procedures/${found.procedure.key}/stages/${key}` };
}

/** A loaded root by its id. */
export function findRootById(scene: Scene, id: Uuid): RootFacts | undefined {
  if (scene.facts.tenant.id === id) return scene.facts.tenant;
  return bearersOf(scene.facts).find((root) => root.id === id);
}
