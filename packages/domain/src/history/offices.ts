import type { Office } from "@yichuang/policy";
import type { CalendarDate } from "../contract/basics.ts";
import type { CenterFacts } from "../contract/facts.ts";
import { resolveValue } from "../evaluate/value.ts";
import type { World } from "../evaluate/world.ts";
import { addDuration } from "../time/days.ts";

type Filled = CenterFacts["offices"][number];

/** Somebody is named to an office: another one than before, or the same one where offices are filled anew. */
export function withOffice(center: CenterFacts, named: Filled): CenterFacts["offices"] {
  const before = center.offices.findLast((one) => one.office === named.office);
  const kase = center.cases.find((one) => one.id === named.case);
  const anew = kase?.purpose === "regrouping" && before?.case !== kase.id;
  return before?.holder === named.holder && !anew ? center.offices : [...center.offices, named];
}

/** One term of an office: who holds it since when, until when, and when the next one took over. */
export interface OfficeTerm {
  holder: string;
  since: CalendarDate;
  endsOn?: CalendarDate;
  next?: CalendarDate;
  /** which term in a row it is for this holder */
  nth: number;
}

/** The terms of an office as they were filled, the first one from the designation on. */
export function officeTerms(center: CenterFacts, office: Office, world: World): OfficeTerm[] {
  const designated = center.dates["center.designated-on"];
  if (designated === undefined) return [];
  const filled = center.offices
    .filter((one) => one.office === office.office)
    .map((one) => ({ ...one, since: one.on < designated ? designated : one.on }));
  // who was named again before the designation only took the place of the one before
  const held = filled.filter((one, index) => one.since !== filled[index + 1]?.since);
  const path = `types/${center.type}/offices/${office.key}/term`;
  const length = office.term === undefined ? undefined : resolveValue(office.term, world, path);
  return held.map(({ holder, since }, index) => {
    const end = length?.kind === "known" ? addDuration(since, length.value, world.holidays) : undefined;
    const next = held[index + 1]?.since;
    return {
      holder,
      since,
      ...(end?.kind === "known" ? { endsOn: end.value } : {}),
      ...(next === undefined ? {} : { next }),
      nth: inARow(held, index),
    };
  });
}

function inARow(held: readonly { holder: string }[], index: number): number {
  let nth = 1;
  while (held[index - nth]?.holder === held[index]?.holder) nth++;
  return nth;
}
