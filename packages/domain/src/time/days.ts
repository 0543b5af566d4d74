// Legal days of Asia/Shanghai. The zone has had no daylight saving since 1991, so its offset is fixed here.
import type { CalendarDate, Duration } from "@yichuang/policy";
import type { Instant } from "../contract/basics.ts";
import type { Holidays } from "../contract/decision.ts";
import type { Resolved } from "../evaluate/resolved.ts";

const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** The legal day of an instant. */
export const dayOf = (now: Instant): CalendarDate =>
  new Date(Date.parse(now) + OFFSET_MS).toISOString().slice(0, 10);

/** 00:00 of a legal day, in UTC. */
export const startOfDay = (day: CalendarDate): Instant =>
  new Date(Date.parse(`${day}T00:00:00Z`) - OFFSET_MS).toISOString();

/** 24:00 of a legal day: the start of the next one, an exclusive end. */
export const endOfDay = (day: CalendarDate): Instant =>
  new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS - OFFSET_MS).toISOString();

export const yearOf = (day: CalendarDate): number => Number(day.slice(0, 4));

/** Whole days from `a` to `b`; negative where `b` lies before `a`. */
export const daysBetween = (a: CalendarDate, b: CalendarDate): number =>
  Math.round((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / DAY_MS);

export const plusDays = (day: CalendarDate, n: number): CalendarDate =>
  new Date(Date.parse(`${day}T00:00:00Z`) + n * DAY_MS).toISOString().slice(0, 10);

const pad = (n: number, width = 2): string => String(n).padStart(width, "0");
const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** A month and day in a year; 29 February is clamped to the 28th in common years. */
export function dayInYear(year: number, monthDay: string): CalendarDate {
  const [month = 1, day = 1] = monthDay.split("-").map(Number);
  return `${pad(year, 4)}-${pad(month)}-${pad(Math.min(day, daysInMonth(year, month)))}`;
}

/** Month arithmetic clamps: 31 January and one month is the last of February. */
function plusMonths(day: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const count = year * 12 + (month - 1) + months;
  const toYear = Math.floor(count / 12);
  const toMonth = count - toYear * 12 + 1;
  return `${pad(toYear, 4)}-${pad(toMonth)}-${pad(Math.min(date, daysInMonth(toYear, toMonth)))}`;
}

/**
 * A day plus a duration. Working days need the holiday table of every year that they pass; a year without one
 * is missing and never guessed. A `cycle` has no length of its own.
 */
export function addDuration(
  day: CalendarDate,
  duration: Duration,
  holidays: Holidays,
): Resolved<CalendarDate> {
  switch (duration.unit) {
    case "day":
      return { kind: "known", value: plusDays(day, duration.n) };
    case "month":
      return { kind: "known", value: plusMonths(day, duration.n) };
    case "year":
      return { kind: "known", value: plusMonths(day, duration.n * 12) };
    case "cycle":
      return { kind: "missing", ref: "case.next-cycle" };
    case "working-day":
      return plusWorkingDays(day, duration.n, holidays);
  }
}

function plusWorkingDays(day: CalendarDate, n: number, holidays: Holidays): Resolved<CalendarDate> {
  const step = n < 0 ? -1 : 1;
  let left = Math.abs(n);
  let at = day;
  while (left > 0) {
    at = plusDays(at, step);
    const table = holidays[yearOf(at)];
    if (table === undefined) return { kind: "missing", ref: `holidays.${yearOf(at)}` };
    if (isWorkingDay(at, table)) left--;
  }
  return { kind: "known", value: at };
}

function isWorkingDay(day: CalendarDate, table: Holidays[number]): boolean {
  if (table.work.includes(day)) return true;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !table.off.includes(day);
}
