import type { Actor, Duty, Policy, Procedure } from "@yichuang/policy";
import type { CalendarDate } from "../contract/basics.ts";
import type { InstitutionFacts } from "../contract/facts.ts";
import { hatsOf } from "../acts/actor.ts";
import { labelOf } from "../acts/violation.ts";
import { resolveValue } from "../evaluate/value.ts";
import { lastDay } from "../history/stage-window.ts";
import { worldOf } from "../history/world-of.ts";
import { resolveWindow } from "../time/window.ts";
import { startOfDay, yearOf } from "../time/days.ts";
import type { Asking, Due } from "./due.ts";
import { obligationKey } from "./due.ts";
import { placeFor } from "./place.ts";

/** What an institution owes each year beside its running cases, and what the authority must judge about it. */
export function duesOfInstitution(asking: Asking, institution: InstitutionFacts): Due[] {
  const years = yearsOf(asking, institution);
  const yearly = asking.policy.procedures.filter(
    (procedure) => procedure.over === "institution" && procedure.starts.every === "year",
  );
  const judged = dutiesOfInstitutions(asking.policy).flatMap((duty) =>
    duty.must.kind === "judged" ? [{ institution, duty, by: duty.must.by }] : [],
  );
  return years.flatMap((year) => [
    ...yearly.flatMap((procedure) => startDue(asking, { institution, procedure }, year)),
    ...judged.flatMap((judging) => judgementDue(asking, judging, year)),
  ]);
}

/** Yearly duties that institutions bear. */
const dutiesOfInstitutions = (policy: Policy): Duty[] =>
  policy.duties.filter(
    (duty) => (duty.bearer === "institution" || duty.bearer === "host") && duty.every === "year",
  );

/**
 * From the policy's first year to today's. Without a day only the years count that the history knows, and the one
 * after them, so that rows follow from the history alone.
 */
function yearsOf(asking: Asking, institution: InstitutionFacts): number[] {
  const inForce = resolveValue<CalendarDate>(
    asking.policy.inForce.from,
    worldOf(placeFor(asking)),
    "inForce/from",
  );
  const known = [
    ...institution.cases.map((kase) => kase.year),
    ...institution.duties.map((duty) => duty.year),
    ...[...institution.missed, ...institution.urged].map((one) => yearInKey(one.obligation)),
  ];
  const from = inForce.kind === "known" ? yearOf(inForce.value) : Math.min(...known);
  const to = asking.today === undefined ? Math.max(...known) + 1 : yearOf(asking.today);
  return to >= from ? Array.from({ length: to - from + 1 }, (_, i) => from + i) : [];
}

/** Keys of obligations carry their year second, see `obligationKey`. */
const yearInKey = (key: string): number => Number(key.split(":")[1]);

/** The last day of a yearly duty; a checklist without a window of its own is due with the duty that it shows. */
export function dutyDue(asking: Asking, duty: Duty, year: number): CalendarDate | undefined {
  const window = resolveWindow(duty.when, worldOf(placeFor(asking, year)), {
    path: `duties/${duty.key}/when`,
    year,
  });
  return window.kind === "known" && window.value.closes !== undefined
    ? lastDay(window.value.closes)
    : undefined;
}

/** The duty that a form shows. */
export const dutyOfForm = (policy: Policy, form: string | undefined): Duty | undefined =>
  dutiesOfInstitutions(policy).find((duty) => duty.form !== undefined && duty.form === form);

function startDue(
  asking: Asking,
  { institution, procedure }: { institution: InstitutionFacts; procedure: Procedure },
  year: number,
): Due[] {
  const [first] = procedure.stages;
  const role = hatsOf(procedure.starts.by, "open-case")[0];
  const opened = institution.cases.some(
    (kase) => kase.procedure === procedure.key && kase.year === year && kase.state !== "withdrawn",
  );
  if (first === undefined || role === undefined || opened) return [];
  const duty = dutyOfForm(asking.policy, first.form);
  const due = duty === undefined ? undefined : dutyDue(asking, duty, year);
  return [
    {
      key: obligationKey(procedure, first, { year, role }),
      to: { space: institution.host.party, role },
      act: "open-case",
      procedure: procedure.key,
      stage: first.key,
      ...(duty === undefined ? {} : { duty: duty.key }),
      year,
      matter: labelOf(first).zh,
      opens: startOfDay(`${year}-01-01`),
      ...(due === undefined ? {} : { due }),
    },
  ];
}

/** The authority judges a duty once the year is there; it has no day of its own. */
function judgementDue(
  asking: Asking,
  { institution, duty, by }: { institution: InstitutionFacts; duty: Duty; by: Actor },
  year: number,
): Due[] {
  const role = hatsOf(by, "judge-duty").at(-1);
  if (role === undefined) return [];
  const judged = institution.duties.find((one) => one.duty === duty.key && one.year === year);
  return [
    {
      key: `duty-${duty.key}:${year}:${role}`,
      to: { space: asking.tenant, role },
      act: "judge-duty",
      duty: duty.key,
      year,
      matter: labelOf(duty).zh,
      opens: startOfDay(`${year}-01-01`),
      ...(judged === undefined ? {} : { done: { on: judged.on } }),
    },
  ];
}
