import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDuration, dayInYear, dayOf, daysBetween, endOfDay, plusDays, startOfDay } from "./days.ts";

const day = fc
  .date({ min: new Date("1990-01-01T00:00:00Z"), max: new Date("2199-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
type Unit = "day" | "month" | "year" | "working-day";
const after = (from: string, [n, unit]: [number, Unit], holidays = {}): string => {
  const reached = addDuration(from, { n, unit }, holidays);
  return reached.kind === "known"
    ? reached.value
    : `${reached.kind} ${reached.kind === "missing" ? reached.ref : ""}`;
};

describe("legal days are those of Asia/Shanghai", () => {
  test("an instant belongs to the day that began at 16:00 UTC", () => {
    expect(dayOf("2022-10-23T15:59:59.999Z")).toBe("2022-10-23");
    expect(dayOf("2022-10-23T16:00:00.000Z")).toBe("2022-10-24");
  });
  test("a day begins at its start, ends at the start of the next, and lasts 24 hours", () =>
    fc.assert(
      fc.property(day, (one) => {
        expect(dayOf(startOfDay(one))).toBe(one);
        expect(endOfDay(one)).toBe(startOfDay(plusDays(one, 1)));
        expect(Date.parse(endOfDay(one)) - Date.parse(startOfDay(one))).toBe(86_400_000);
      }),
    ));
});

describe("counting", () => {
  test("days there and back", () =>
    fc.assert(
      fc.property(day, fc.integer({ min: -5000, max: 5000 }), (one, n) => {
        expect(daysBetween(one, plusDays(one, n))).toBe(n);
        expect(plusDays(plusDays(one, n), -n)).toBe(one);
      }),
    ));
  test("months and years end on the last day where there is no such day", () => {
    expect(after("2024-02-29", [1, "year"])).toBe("2025-02-28");
    expect(after("2024-02-29", [4, "year"])).toBe("2028-02-29");
    expect(after("2022-12-31", [2, "month"])).toBe("2023-02-28");
    expect(after("2023-12-31", [2, "month"])).toBe("2024-02-29");
    expect(after("2023-03-31", [-1, "month"])).toBe("2023-02-28");
    expect(dayInYear(2023, "02-29")).toBe("2023-02-28");
    expect(dayInYear(2024, "02-29")).toBe("2024-02-29");
  });
  test("months never skip one and keep the day wherever it exists", () =>
    fc.assert(
      fc.property(day, fc.integer({ min: -600, max: 600 }), (one, n) => {
        const reached = after(one, [n, "month"]);
        const months = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(months(reached) - months(one)).toBe(n);
        const kept = reached.slice(8) === one.slice(8);
        expect(kept || dayOf(endOfDay(reached)).slice(8) === "01").toBe(true);
      }),
    ));
});

test("a cycle has no length of its own", () =>
  expect(addDuration("2022-10-19", { n: 1, unit: "cycle" }, {})).toEqual({
    kind: "missing",
    ref: "case.next-cycle",
  }));

describe("working days", () => {
  const national = { 2022: { off: ["2022-10-03", "2022-10-04"], work: ["2022-10-08"] } };
  test("leave out weekends and holidays and count a weekend that is worked", () => {
    // Friday 30 September; Monday and Tuesday are off, Saturday the 8th is worked
    expect(after("2022-09-30", [1, "working-day"], national)).toBe("2022-10-05");
    expect(after("2022-09-30", [4, "working-day"], national)).toBe("2022-10-08");
    expect(after("2022-10-10", [-1, "working-day"], national)).toBe("2022-10-08");
  });
  test("a year without its table is missing, never guessed", () => {
    expect(after("2022-12-30", [1, "working-day"], national)).toBe("missing holidays.2023");
    expect(after("2022-12-30", [0, "working-day"], {})).toBe("2022-12-30");
  });
});
