import { z } from "zod";

const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

function isMonthDay(month: number, day: number): boolean {
  const days = DAYS_IN_MONTH[month - 1];
  return days !== undefined && day >= 1 && day <= days;
}

function isDay(text: string): boolean {
  const [year, month, day] = text.slice(0, 10).split("-").map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  return isMonthDay(month, day) && (month !== 2 || day <= 28 || isLeap(year));
}

/** A legal day in Asia/Shanghai, `YYYY-MM-DD`, that exists in the calendar. */
export type CalendarDate = string;
export const CalendarDate: z.ZodType<CalendarDate> = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, { error: "fault:day", abort: true })
  .refine(isDay, "fault:no-such-day");

/** A day, or a day with the hour in Asia/Shanghai: `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM:SS`. */
export type MomentLiteral = string;
export const MomentLiteral: z.ZodType<MomentLiteral> = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d(T([01]\d|2[0-3]):[0-5]\d:[0-5]\d)?$/, { error: "fault:moment", abort: true })
  .refine(isDay, "fault:no-such-day");

/** A day of every year, `MM-DD`. 02-29 is clamped to 02-28 in common years. */
export type MonthDay = string;
export const MonthDay: z.ZodType<MonthDay> = z
  .string()
  .regex(/^\d\d-\d\d$/, { error: "fault:month-day", abort: true })
  .refine((text) => {
    const [month, day] = text.split("-").map(Number);
    return month !== undefined && day !== undefined && isMonthDay(month, day);
  }, "fault:no-such-day");
