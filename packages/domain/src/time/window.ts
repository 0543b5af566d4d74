// When: moments and windows of a policy as instants.
import type { Moment, Period, RelativeMoment, Value, Window } from "@yichuang/policy";
import type { CalendarDate, Instant } from "../contract/basics.ts";
import { placeOf, type Resolved, unknownFrom } from "../evaluate/resolved.ts";
import { resolveValue } from "../evaluate/value.ts";
import type { World } from "../evaluate/world.ts";
import { addDuration, dayInYear, dayOf, endOfDay, startOfDay } from "./days.ts";

/** `opens` is inclusive, `closes` exclusive. An end that is not there is not limited. */
export interface Span {
  opens?: Instant;
  closes?: Instant;
}

/** A moment as it is written: a day, a day with its hour in Shanghai, or an instant. `end`: the day means its end. */
interface WrittenMoment {
  text: string;
  end?: boolean;
}

/** The moment that a policy names: its own text, or one counted from a date fact. */
export function resolveMoment(moment: Value<Moment>, world: World, path: string): Resolved<WrittenMoment> {
  const resolved = resolveValue<Moment>(moment, world, path);
  if (resolved.kind !== "known") return unknownFrom(resolved);
  if (typeof resolved.value === "string") return { ...resolved, value: { text: resolved.value } };
  return countFrom(resolved.value, world, placeOf(resolved, path));
}

const isInstant = (text: string): boolean => text.endsWith("Z");
/** The day that a written moment falls on, in Shanghai. */
export const legalDay = (text: string): CalendarDate => (isInstant(text) ? dayOf(text) : text.slice(0, 10));

function countFrom(moment: RelativeMoment, world: World, path: string): Resolved<WrittenMoment> {
  const from = world.fact(moment.from);
  if (typeof from !== "string") return { kind: "missing", ref: moment.from };
  if (moment.plus === undefined) {
    return {
      kind: "known",
      value: moment.snap === undefined ? { text: from } : snapped(legalDay(from), moment),
    };
  }
  const plus = resolveValue(moment.plus, world, `${path}/plus`);
  if (plus.kind !== "known") return unknownFrom(plus);
  const day = addDuration(legalDay(from), plus.value, world.holidays);
  return day.kind === "known" ? { kind: "known", value: snapped(day.value, moment) } : unknownFrom(day);
}

function snapped(day: CalendarDate, moment: RelativeMoment): WrittenMoment {
  const year = day.slice(0, 4);
  switch (moment.snap) {
    case "year-start":
      return { text: `${year}-01-01` };
    case "year-end":
      return { text: `${year}-12-31`, end: true };
    case "day-end":
      return { text: day, end: true };
    default:
      return { text: day };
  }
}

const hasHour = (text: string): boolean => text.length > 10;
const atHour = (text: string): Instant => new Date(isInstant(text) ? text : `${text}+08:00`).toISOString();
const asStart = (moment: WrittenMoment): Instant => {
  if (hasHour(moment.text)) return atHour(moment.text);
  return moment.end === true ? endOfDay(moment.text) : startOfDay(moment.text);
};
const asEnd = ({ text }: WrittenMoment): Instant => (hasHour(text) ? atHour(text) : endOfDay(text));

/**
 * The window of a year. A date as an end means the end of that day; a yearly window whose end lies before its
 * start ends a year later.
 */
export function resolveWindow(
  window: Value<Window>,
  world: World,
  { path, year }: { path: string; year: number },
): Resolved<Span> {
  const resolved = resolveValue<Window>(window, world, path);
  if (resolved.kind !== "known") return unknownFrom(resolved);
  const plain = resolved.value;
  switch (plain.kind) {
    case "anytime":
      return { ...resolved, value: {} };
    case "yearly": {
      const ends = plain.to < plain.from ? year + 1 : year;
      const span = {
        opens: startOfDay(dayInYear(year, plain.from)),
        closes: endOfDay(dayInYear(ends, plain.to)),
      };
      return { ...resolved, value: span };
    }
    case "between": {
      const span = resolvePeriod(plain, world, placeOf(resolved, path));
      return span.kind === "known" ? { ...resolved, value: span.value } : span;
    }
  }
}

/** From a moment to a moment, both included. */
export function resolvePeriod(period: Period, world: World, path: string): Resolved<Span> {
  const value: Span = {};
  if (period.from !== undefined) {
    const from = resolveMoment(period.from, world, `${path}/from`);
    if (from.kind !== "known") return unknownFrom(from);
    value.opens = asStart(from.value);
  }
  if (period.to !== undefined) {
    const to = resolveMoment(period.to, world, `${path}/to`);
    if (to.kind !== "known") return unknownFrom(to);
    value.closes = asEnd(to.value);
  }
  return { kind: "known", value };
}
