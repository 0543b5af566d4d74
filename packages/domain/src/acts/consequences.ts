import type { Consequence, Effect } from "@yichuang/policy";
import type { DomainEvent, NewEvent } from "../contract/events.ts";
import { evaluateCondition } from "../evaluate/condition.ts";
import { worldOf } from "../history/world-of.ts";
import { rootAbove } from "../network/branches.ts";
import type { AtCenter } from "./effects.ts";
import { followingFrom } from "./effects.ts";
import { newEvent, refOf } from "./new-event.ts";
import type { CaseScene, Scene } from "./scene.ts";
import { findCaseScene, findRootById } from "./scene.ts";

/**
 * What follows from an event by the policy's consequences: on this event, in these procedures, if this holds, do
 * these (policy-model 6.8). A condition that is not known to hold does nothing.
 */
export function consequencesOf(scene: Scene, event: DomainEvent): NewEvent[] {
  const found = placeOfEvent(scene, event);
  if (found === undefined || found.root.kind !== "center") return [];
  const at = { ...found, root: found.root };
  return found.policy.consequences
    .filter((consequence) => fires(at, consequence, event))
    .flatMap((consequence) => consequence.effects.flatMap((effect) => apply(at, consequence, effect)));
}

/**
 * The case that an event is about. What was missed before its case was opened is told of the center's first one, and so
 * is what happened to a center because of another one's case.
 */
function placeOfEvent(scene: Scene, event: DomainEvent): CaseScene | undefined {
  const id = "case" in event.body ? event.body.case : undefined;
  if (typeof id === "string") {
    const found = findCaseScene(scene, id);
    if (found === undefined || found.root.id === event.root.id) return found;
  } else if (event.kind !== "missed") return undefined;
  const root = findRootById(scene, event.root.id);
  return root?.kind === "center" ? findCaseScene(scene, root.cases[0]?.id ?? "") : undefined;
}

function fires(at: AtCenter, consequence: Consequence, event: DomainEvent): boolean {
  if (consequence.on !== event.kind || !consequence.for.includes(at.root.type)) return false;
  const procedure = event.kind === "missed" ? (event.body.procedure ?? "") : at.kase.procedure;
  if (consequence.in !== undefined && !consequence.in.includes(procedure)) return false;
  if (consequence.when === undefined) return true;
  const world = worldOf(at.place);
  return evaluateCondition(consequence.when, world, `consequences/${consequence.key}/when`).truth === "true";
}

/**
 * What an effect brings about, and its note in the root that it is for: the center's own, or that of the center above.
 * Where no center of the tenant stands above, or whoever acts has no right to it, nothing but the note is left.
 */
function apply(at: AtCenter, consequence: Consequence, effect: Effect): NewEvent[] {
  const path = `consequences/${consequence.key}/effects/${effect.key}`;
  const reached = consequence.of === "parent" ? rootAbove(at.scene, at.root) : at.root;
  const root = reached ?? at.root;
  const { more = [], noted = {} } = followingFrom({ at: { ...at, root }, consequence, path }, effect);
  const { case: begun, ...said } = noted;
  const about = {
    ...said,
    ...(begun === undefined || reached === undefined ? {} : { case: begun }),
    ...(consequence.of === undefined ? {} : { of: consequence.of }),
    ...(root.id === at.root.id ? {} : { center: at.root.id }),
  };
  const note = newEvent({
    root: refOf(root),
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
  return reached === undefined ? [note] : [note, ...more];
}
