import type { CalendarDate, MonthDay } from "../schema/dates.ts";
import type { Lang } from "./lang.ts";
import type { Instant } from "./violations.ts";

const DAY_MS = 86_400_000;
/** Asia/Shanghai has no daylight saving since 1991. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

const monthName = (month: number): string => MONTHS[month - 1] ?? String(month);

/** `2022 年 10 月 23 日` / `23 October 2022`. */
export function sayDay(lang: Lang, day: CalendarDate): string {
  const [year = 0, month = 0, date = 0] = day.slice(0, 10).split("-").map(Number);
  return lang === "zh" ? `${year} 年 ${month} 月 ${date} 日` : `${date} ${monthName(month)} ${year}`;
}

/** `7 月 31 日` / `31 July`. */
export function sayMonthDay(lang: Lang, day: MonthDay): string {
  const [month = 0, date = 0] = day.split("-").map(Number);
  return lang === "zh" ? `${month} 月 ${date} 日` : `${date} ${monthName(month)}`;
}

/**
 * An instant as a deadline in Asia/Shanghai, with its hour: `2022 年 10 月 23 日 24:00`. The last
 * second of a day is its 24:00; the first one is 0:00 of that day.
 */
export function sayInstant(lang: Lang, instant: Instant): string {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) return instant;
  const local = ms + SHANGHAI_OFFSET_MS;
  const endsDay = local % DAY_MS >= DAY_MS - 1000;
  const day = dayOf(Math.floor(local / DAY_MS));
  return `${sayDay(lang, day)} ${endsDay ? "24:00" : hourOf(local % DAY_MS)}`;
}

/** An exclusive end: the first second of a day is the 24:00 of the day before. */
export const sayClosing = (lang: Lang, instant: Instant): string => {
  const ms = Date.parse(instant);
  return Number.isNaN(ms) ? instant : sayInstant(lang, new Date(ms - 1).toISOString());
};

function hourOf(msOfDay: number): string {
  const minutes = Math.floor(msOfDay / 60_000);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

/** Civil date of a day number counted from 1970-01-01 (proleptic Gregorian). */
function dayOf(dayNumber: number): CalendarDate {
  const shifted = dayNumber + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}
