import type { Duration, Procedure } from "@yichuang/policy";
import type { CalendarDate } from "../contract/basics.ts";
import type { Resolved } from "../evaluate/resolved.ts";
import { resolveValue } from "../evaluate/value.ts";
import type { World } from "../evaluate/world.ts";
import { addDuration, yearOf } from "../time/days.ts";

/** More rounds than any center lives through. */
const MOST_ROUNDS = 100;

/** How long a round of a procedure is: its cycle, or a year where it comes every year. */
function cycleOf(procedure: Procedure, world: World): Resolved<Duration> | undefined {
  const { every, cycle } = procedure.starts;
  if (cycle !== undefined) return resolveValue(cycle, world, `procedures/${procedure.key}/starts/cycle`);
  return every === "year" || every === "call" ? { kind: "known", value: { n: 1, unit: "year" } } : undefined;
}

/** The end of the cycle that ends in a year, counted from the designation; undefined where none does. */
export function cycleEndIn(procedure: Procedure, world: World, year: number): CalendarDate | undefined {
  const designated = world.fact("center.designated-on");
  const cycle = cycleOf(procedure, world);
  if (typeof designated !== "string" || cycle?.kind !== "known") return undefined;
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const { n, unit } = cycle.value;
    const end = addDuration(designated, { n: n * round, unit }, world.holidays);
    if (end.kind !== "known" || yearOf(end.value) > year) return undefined;
    if (yearOf(end.value) === year) return end.value;
  }
  return undefined;
}

/** A length in rounds of a procedure as a length of time; any other length is left as it is. */
export function withoutCycles(duration: Duration, procedure: Procedure, world: World): Duration {
  if (duration.unit !== "cycle") return duration;
  const cycle = cycleOf(procedure, world);
  return cycle?.kind === "known" ? { n: duration.n * cycle.value.n, unit: cycle.value.unit } : duration;
}
