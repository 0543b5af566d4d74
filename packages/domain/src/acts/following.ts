// What follows from events by the policy, and the scene as it is after them.
import type { DomainEvent, NewEvent } from "../contract/events.ts";
import { foldInto, placeEvents, whoOf } from "../history/place-events.ts";
import { consequencesOf } from "./consequences.ts";
import type { Scene } from "./scene.ts";

/** Consequences may have consequences; a policy that goes round in circles stops here. */
const MOST_ROUNDS = 5;

/** Events in their streams, as the act would append them now. */
export const place = (scene: Scene, events: readonly NewEvent[]): DomainEvent[] =>
  placeEvents(scene.facts, events, { at: scene.env.now, who: whoOf(scene.env) });

/** The scene with events folded into its facts. */
export const afterEvents = (scene: Scene, events: readonly DomainEvent[]): Scene => ({
  ...scene,
  facts: foldInto(scene.facts, events),
});

/** Each event with what follows from it, in the order in which it comes about. */
export function withConsequences(scene: Scene, events: readonly NewEvent[], round = 0): NewEvent[] {
  let now = scene;
  const all: NewEvent[] = [];
  for (const event of events) {
    const placed = place(now, [event]);
    const after = afterEvents(now, placed);
    const following = round < MOST_ROUNDS ? placed.flatMap((one) => consequencesOf(after, one)) : [];
    const further = withConsequences(after, following, round + 1);
    now = afterEvents(after, place(after, further));
    all.push(event, ...further);
  }
  return all;
}
