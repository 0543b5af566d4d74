import type { World } from "../evaluate/world.ts";
import { dayOf } from "../time/days.ts";
import { recordsOf } from "./collections.ts";
import { parentOf } from "./network-events.ts";
import { caseDueOn } from "./case-due.ts";
import { factOf } from "./fact-of.ts";
import type { FactPlace } from "./fact-place.ts";
import { findSettlement } from "./settlements.ts";
import { stageOf, stageWindow } from "./stage-window.ts";

/** What a policy may look at from one place: facts by reference, records, settlements and waivers of that day. */
export function worldOf(place: FactPlace): World {
  const { policy, today, now, holidays, kase, tenant } = place;
  const year = kase?.year ?? place.year;
  const above = parentOf(place);
  const world: World = {
    today,
    now,
    policy,
    holidays,
    fact: (ref) => windowFact(place, world, ref) ?? factOf(place, ref),
    set: (collection) => recordsOf(place, collection),
    settlement: (path) =>
      findSettlement({
        path,
        today,
        ...(year === undefined ? {} : { year }),
        ...(kase === undefined ? {} : { kase }),
        ...(tenant === undefined ? {} : { tenant }),
        ...(above === undefined ? {} : { above: above.settlements }),
      }),
    judged: (condition) => kase?.judged[condition],
    waiver: (path) =>
      (kase?.waivers ?? []).some(
        (waiver) => waiver.path === path && (waiver.until === undefined || waiver.until >= today),
      ),
  };
  return world;
}

const openingDay = (opens: string | undefined): string | undefined =>
  opens === undefined ? undefined : dayOf(opens);

/** `stage.<key>.opens`, `stage.<key>.closes` and `case.due-on` follow from windows and deadlines. */
function windowFact(place: FactPlace, world: World, ref: string): string | undefined {
  const { kase } = place;
  if (kase === undefined) return undefined;
  if (ref === "case.due-on") return caseDueOn({ ...place, kase }, world);
  const [subject, key, what] = ref.split(".");
  if (subject !== "stage" || key === undefined || (what !== "opens" && what !== "closes")) return undefined;
  const found = stageOf(place.policy, kase, key);
  if (found === undefined) return undefined;
  const window = stageWindow({ ...found, place: { ...place, kase }, world });
  return what === "closes" ? window.due : openingDay(window.opens);
}
