/** Days from `from` to `to`, both `YYYY-MM-DD` or an instant beginning with it; negative when `to` is before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((dayNumber(to) - dayNumber(from)) / 86_400_000);
}

/** `10-18` within this year, `2025-12-31` otherwise. */
export const shortDate = (date: string, today: string): string =>
  date.slice(0, 4) === today.slice(0, 4) ? date.slice(5, 10) : date.slice(0, 10);

/** `2026 年 10 月 20 日`, for prose. */
export const proseDate = (date: string): string => {
  const [year = "", month = "", day = ""] = date.slice(0, 10).split("-");
  return `${year} 年 ${Number(month)} 月 ${Number(day)} 日`;
};

/** The day in China on which an instant falls. */
export const dayInChina = (instant: string): string =>
  new Date(Date.parse(instant) + 28_800_000).toISOString().slice(0, 10);

const dayNumber = (date: string): number => Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
