import type { Decide, Decision, Holds } from "../contract/decision.ts";
import type { DomainEvent, NewEvent } from "../contract/events.ts";
import { bearersOf } from "../history/place-events.ts";
import { dayOf, endOfDay } from "../time/days.ts";
import type { Target } from "./act.ts";
import { afterEvents, place, withConsequences } from "./following.ts";
import { actWord } from "./act-words.ts";
import { obstaclesAt } from "./obstacles-at.ts";
import { actOf } from "./registry.ts";
import { checkScarce, holdsOfScopes } from "./scarce.ts";
import type { Scene } from "./scene.ts";
import { findCaseScene, findRootById, sceneOf } from "./scene.ts";
import { runsStartedBy, timeEvents } from "./sweep.ts";
import type { Obstacle } from "./violation.ts";
import { refuse, verdictOf } from "./violation.ts";

/**
 * What an act brings about under the policies, or why not. Pure: time, identity and ids are handed in. Every act
 * first appends what time has caused in the roots that it touches (rulings 4), then what follows from its own events.
 */
export const decide: Decide = (policies, facts, { action, env }) => {
  const asked = sceneOf(policies, facts, env);
  const act = actOf(action.kind);
  const targets = act.targetsOf(action, asked);
  const swept = sweepRoots(asked, targets);
  const obstacles = targets.flatMap((target) => obstaclesAt(swept.scene, action.kind, { act, target }));
  if (targets.length === 0)
    obstacles.push(refuse("nothing-to-act-on", { what: actWord(policies.current.policy, action.kind) }));
  if (obstacles.length > 0) return blockedBy(obstacles);
  const outcome = act.perform(swept.scene, action);
  if ("obstacles" in outcome) return blockedBy(outcome.obstacles);
  const events = withWhatBegins(swept.scene, outcome.events);
  const placed = place(swept.scene, events);
  const scarce = checkScarce(swept.scene, afterEvents(swept.scene, placed), placed);
  if (scarce.obstacles.length > 0) return blockedBy(scarce.obstacles);
  // time asks nobody whether there is room, but whoever counts beside it must see what it has taken
  const timed = checkScarce(asked, swept.scene, swept.placed);
  return {
    kind: "decided",
    events: [...swept.events, ...events],
    holds: {
      ...holdsOf(outcome.holds, env.now),
      ...holdsOfScopes(asked, [...timed.scopes, ...scarce.scopes]),
    },
  };
};

function blockedBy(obstacles: readonly Obstacle[]): Decision {
  const verdict = verdictOf(obstacles);
  if (verdict.kind !== "allowed") return verdict;
  return {
    kind: "refused",
    violations: [refuse("nothing-to-act-on", { what: { zh: "事项", en: "matter" } }).violation],
  };
}

/** A decision of today holds until midnight at the latest: its events bear today's date. */
function holdsOf(holds: Holds | undefined, now: string): Holds {
  const midnight = endOfDay(dayOf(now));
  const notAfter = holds?.notAfter !== undefined && holds.notAfter < midnight ? holds.notAfter : midnight;
  return { ...holds, notAfter };
}

/** What was done and what follows from it, and the stages that begin by themselves because of it. */
function withWhatBegins(scene: Scene, events: readonly NewEvent[]): NewEvent[] {
  const done = withConsequences(scene, events);
  const after = afterEvents(scene, place(scene, done));
  const touched = new Set(done.map((event) => event.root.id));
  const roots = bearersOf(after.facts).filter((root) => touched.has(root.id));
  return [...done, ...runsStartedBy(after, roots)];
}

interface Swept {
  scene: Scene;
  events: NewEvent[];
  placed: DomainEvent[];
}

function sweepRoots(scene: Scene, targets: readonly Target[]): Swept {
  const ids = new Set(targets.flatMap((target) => rootIdsOf(scene, target)));
  const roots = [...ids].map((id) => findRootById(scene, id)).filter((root) => root !== undefined);
  const events = roots.flatMap((root) => timeEvents(scene, root));
  const placed = place(scene, events);
  return { scene: afterEvents(scene, placed), events, placed };
}

function rootIdsOf(scene: Scene, target: Target): string[] {
  const ofCase = target.case === undefined ? undefined : findCaseScene(scene, target.case)?.root.id;
  return [target.root, ofCase].filter((id) => id !== undefined);
}

/** The scene as it is once time has been noted in every loaded root; for looking, nothing is appended. */
export function upToDate(scene: Scene): Scene {
  const events = bearersOf(scene.facts).flatMap((root) => timeEvents(scene, root));
  return afterEvents(scene, place(scene, events));
}
