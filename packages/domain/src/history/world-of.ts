import type { CaseFacts } from "../contract/facts.ts";
import type { World } from "../evaluate/world.ts";
import { dayOf } from "../time/days.ts";
import { recordsOf } from "./collections.ts";
import { parentOf } from "./network-events.ts";
import { caseDueOn } from "./case-due.ts";
import { cycleEndIn } from "./cycle.ts";
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

function cycleOfCase({ policy, kase }: FactPlace & { kase: CaseFacts }, world: World): string | undefined {
  const procedure = policy.procedures.find((candidate) => candidate.key === kase.procedure);
  return procedure === undefined ? undefined : cycleEndIn(procedure, world, kase.year);
}

/** Handed in, or absent: the day by which it had to be handed in has passed. Before that nobody can say. */
function tookPart(place: FactPlace & { kase: CaseFacts }, world: World): boolean | undefined {
  const { kase, policy } = place;
  const procedure = policy.procedures.find((candidate) => candidate.key === kase.procedure);
  const stage = procedure?.stages.find((one) => one.does === "submit" && one.by.role !== "authority");
  // where only the history may speak, no day has passed
  if (place.today >= "9999") return undefined;
  if (procedure === undefined || stage === undefined) return true;
  if (kase.submissions.some((submission) => submission.stage === stage.key && submission.done)) return true;
  const { due } = stageWindow({ place, procedure, stage, world });
  return due !== undefined && due < place.today ? false : undefined;
}

/** `stage.<key>.opens`, `stage.<key>.closes` and `case.due-on` follow from windows and deadlines. */
function windowFact(place: FactPlace, world: World, ref: string): string | boolean | undefined {
  const { kase } = place;
  if (kase === undefined) return undefined;
  if (ref === "case.due-on") return caseDueOn({ ...place, kase }, world);
  if (ref === "center.cycle-ended-on") return cycleOfCase({ ...place, kase }, world);
  if (ref === "case.took-part") return tookPart({ ...place, kase }, world);
  const [subject, key, what] = ref.split(".");
  if (subject !== "stage" || key === undefined || (what !== "opens" && what !== "closes")) return undefined;
  const found = stageOf(place.policy, kase, key);
  if (found === undefined) return undefined;
  const window = stageWindow({ ...found, place: { ...place, kase }, world });
  return what === "closes" ? window.due : openingDay(window.opens);
}
