import type { Consequence, Effect } from "@yichuang/policy";
import type { DomainEvent, NewEvent } from "../contract/events.ts";
import { evaluateCondition } from "../evaluate/condition.ts";
import { worldOf } from "../history/world-of.ts";
import type { AtCenter } from "./effects.ts";
import { followingFrom } from "./effects.ts";
import { newEvent, refOf } from "./new-event.ts";
import type { Scene } from "./scene.ts";
import { findCaseScene } from "./scene.ts";

/**
 * What follows from an event by the policy's consequences: on this event, in these procedures, if this holds, do
 * these (policy-model 6.8). A condition that is not known to hold does nothing.
 */
export function consequencesOf(scene: Scene, event: DomainEvent): NewEvent[] {
  const id = "case" in event.body ? event.body.case : undefined;
  const found = id === undefined || typeof id !== "string" ? undefined : findCaseScene(scene, id);
  if (found === undefined || found.root.kind !== "center") return [];
  const at = { ...found, root: found.root };
  return found.policy.consequences
    .filter((consequence) => fires(at, consequence, event))
    .flatMap((consequence) => consequence.effects.flatMap((effect) => apply(at, consequence, effect)));
}

function fires(at: AtCenter, consequence: Consequence, event: DomainEvent): boolean {
  if (consequence.on !== event.kind || !consequence.for.includes(at.root.type)) return false;
  if (consequence.in !== undefined && !consequence.in.includes(at.kase.procedure)) return false;
  if (consequence.when === undefined) return true;
  const world = worldOf(at.place);
  return evaluateCondition(consequence.when, world, `consequences/${consequence.key}/when`).truth === "true";
}

function apply(at: AtCenter, consequence: Consequence, effect: Effect): NewEvent[] {
  const path = `consequences/${consequence.key}/effects/${effect.key}`;
  const { more = [], noted = {} } = followingFrom({ at, consequence, path }, effect);
  const of = consequence.of === undefined ? {} : { of: consequence.of };
  const about = { ...noted, ...of };
  const note = newEvent({
    root: refOf(at.root),
    kind: "applied-consequence",
    body: {
      case: at.kase.id,
      consequence: consequence.key,
      effect: effect.key,
      does: effect.do,
      ...(Object.keys(about).length === 0 ? {} : { with: about }),
    },
    onDay: at.scene.today,
    consulted: [path],
  });
  return [note, ...more];
}
