import type { CalendarDate } from "../contract/basics.ts";
import type { CaseFacts } from "../contract/facts.ts";
import { resolveValue } from "../evaluate/value.ts";
import type { World } from "../evaluate/world.ts";
import { addDuration } from "../time/days.ts";
import type { FactPlace } from "./fact-place.ts";

/** The path of the length that a consequence gives the case that it starts. */
export const withinPath = (consequence: string, effect: string): string =>
  `consequences/${consequence}/effects/${effect}/within`;

/**
 * The day by which a case that a consequence started must be answered; undefined as long as its length is open.
 * A length that was settled for the case counts from the day on which the case was opened.
 */
export function caseDueOn(place: FactPlace & { kase: CaseFacts }, world: World): CalendarDate | undefined {
  const { kase, root, policy } = place;
  if (kase.dueOn !== undefined || root?.kind !== "center") return kase.dueOn;
  const started = root.consequences.find(
    (applied) => applied.does === "start" && applied.with?.["case"] === kase.id,
  );
  if (started === undefined) return undefined;
  const effect = policy.consequences
    .find((consequence) => consequence.key === started.consequence)
    ?.effects.find((candidate) => candidate.key === started.effect);
  if (effect?.do !== "start") return undefined;
  const within = resolveValue(effect.within, world, withinPath(started.consequence, started.effect));
  if (within.kind !== "known") return undefined;
  const due = addDuration(kase.openedOn, within.value, place.holidays);
  return due.kind === "known" ? due.value : undefined;
}
