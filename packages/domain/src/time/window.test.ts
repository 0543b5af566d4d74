import { type Duration, type Moment, Policy, type Value, type Window } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Scalar } from "@yichuang/policy";
import { worldWith } from "../testing/world.ts";
import { dayOf, endOfDay, startOfDay } from "./days.ts";
import { resolveWindow } from "./window.ts";

const policy = Policy.parse(pack);
const asks = { zh: "问", en: "asked" };
const spanOf = (
  window: Value<Window>,
  {
    facts = {},
    year = 2023,
    settled = {},
  }: {
    facts?: { [ref: string]: Scalar };
    year?: number;
    settled?: { [path: string]: unknown };
  } = {},
) => resolveWindow(window, worldWith(policy, facts, settled), { path: "w", year });
const between = (from: Value<Moment>, to: Value<Moment>): Window => ({ kind: "between", from, to });

describe("windows of a year", () => {
  test("any time has neither beginning nor end", () =>
    expect(spanOf({ kind: "anytime" })).toEqual({ kind: "known", value: {} }));
  test("July runs from its first instant to 24:00 of its last day", () =>
    expect(spanOf({ kind: "yearly", from: "07-01", to: "07-31" })).toMatchObject({
      value: { opens: "2023-06-30T16:00:00.000Z", closes: "2023-07-31T16:00:00.000Z" },
    }));
  test("one may be a single day", () =>
    expect(spanOf({ kind: "yearly", from: "07-01", to: "07-01" })).toMatchObject({
      value: { opens: startOfDay("2023-07-01"), closes: endOfDay("2023-07-01") },
    }));
  test("one that ends before it begins ends a year later", () =>
    expect(spanOf({ kind: "yearly", from: "12-01", to: "01-31" })).toMatchObject({
      value: { opens: startOfDay("2023-12-01"), closes: endOfDay("2024-01-31") },
    }));
  test("29 February is the 28th in common years", () => {
    const leap: Window = { kind: "yearly", from: "02-01", to: "02-29" };
    expect(spanOf(leap)).toMatchObject({ value: { closes: endOfDay("2023-02-28") } });
    expect(spanOf(leap, { year: 2024 })).toMatchObject({ value: { closes: endOfDay("2024-02-29") } });
  });
  test("every window of a year opens before it closes, and on its days", () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 2000, max: 2100 }),
        fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })),
        fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })),
        (year, a, b) => {
          const written = ([month, day]: [number, number]) =>
            `${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
          const span = spanOf({ kind: "yearly", from: written(a), to: written(b) }, { year });
          if (span.kind !== "known") throw new Error(span.kind);
          const { opens = "", closes = "" } = span.value;
          expect(opens < closes).toBe(true);
          expect(dayOf(opens)).toBe(`${year}-${written(a)}`);
          expect(closes <= endOfDay(`${year + 1}-${written(b)}`)).toBe(true);
        },
      ),
    ));
});

describe("windows between moments", () => {
  test("a day as an end means its end, an hour means the hour in Shanghai", () =>
    expect(spanOf(between("2022-10-19T09:00:00", "2022-10-23"))).toMatchObject({
      value: { opens: "2022-10-19T01:00:00.000Z", closes: "2022-10-23T16:00:00.000Z" },
    }));
  test("a month after the end of a term, clamped", () =>
    expect(
      spanOf(
        between(
          { from: "center.term-ended-on" },
          { from: "center.term-ended-on", plus: { n: 1, unit: "month" } },
        ),
        { facts: { "center.term-ended-on": "2026-01-31" } },
      ),
    ).toMatchObject({ value: { opens: startOfDay("2026-01-31"), closes: endOfDay("2026-02-28") } }));
  test("from the end of a day begins when the day is over", () => {
    const from = { from: "center.term-ended-on", snap: "day-end" } as const;
    const to = { from: "center.term-ended-on", snap: "year-end" } as const;
    expect(spanOf(between(from, to), { facts: { "center.term-ended-on": "2026-05-05" } })).toMatchObject({
      value: { opens: endOfDay("2026-05-05"), closes: endOfDay("2026-12-31") },
    });
  });
  test("an instant counts as its day in Shanghai", () => {
    const from = { from: "case.submitted-on", plus: { n: 1, unit: "day" } } as const;
    const facts = { "case.submitted-on": "2022-10-22T16:30:00.000Z" };
    expect(spanOf(between(from, "2022-12-31"), { facts })).toMatchObject({
      value: { opens: startOfDay("2022-10-24") },
    });
    const same = { from: "case.submitted-on" } as const;
    expect(spanOf(between(same, same), { facts })).toMatchObject({
      value: { opens: "2022-10-22T16:30:00.000Z" },
    });
  });
  test("one that names only one end is not limited at the other", () => {
    const day = "2026-05-05";
    expect(spanOf({ kind: "between", from: day })).toEqual({
      kind: "known",
      value: { opens: startOfDay(day) },
    });
    expect(spanOf({ kind: "between", to: day })).toEqual({ kind: "known", value: { closes: endOfDay(day) } });
  });
  test("a moment is moved to the beginning of its year, with or without days that are added", () => {
    const facts = { "center.term-ended-on": "2026-05-05" };
    const snapped = { from: "center.term-ended-on", snap: "year-start" } as const;
    const opens = (from: Value<Moment>) => spanOf({ kind: "between", from }, { facts });
    expect(opens(snapped)).toEqual({ kind: "known", value: { opens: startOfDay("2026-01-01") } });
    expect(opens({ ...snapped, plus: { n: 1, unit: "year" } })).toEqual({
      kind: "known",
      value: { opens: startOfDay("2027-01-01") },
    });
  });
  test("an hour in a fact counts as its day where days are added", () => {
    const to = { from: "case.submitted-on", plus: { n: 1, unit: "day" } } as const;
    expect(
      spanOf({ kind: "between", to }, { facts: { "case.submitted-on": "2022-10-22T09:00:00" } }),
    ).toEqual({
      kind: "known",
      value: { closes: endOfDay("2022-10-23") },
    });
  });
  test("waits for its fact, and names it", () => {
    const missing = { kind: "missing", ref: "center.term-ended-on" };
    const counted = { from: "center.term-ended-on" } as const;
    expect(spanOf(between(counted, "2026-12-31"))).toEqual(missing);
    expect(spanOf(between("2026-01-01", counted))).toEqual(missing);
    expect(spanOf(between(counted, "2026-12-31"), { facts: { "center.term-ended-on": 2026 } })).toEqual(
      missing,
    );
  });
  test("waits for the holidays of the years that working days pass", () => {
    const to = { from: "case.submitted-on", plus: { n: 3, unit: "working-day" } } as const;
    expect(spanOf(between("2022-10-01", to), { facts: { "case.submitted-on": "2022-10-22" } })).toEqual({
      kind: "missing",
      ref: "holidays.2022",
    });
  });
  test("waits for the value that says which window it is", () =>
    expect(spanOf({ open: { asks, per: "call" } })).toMatchObject({ kind: "open", open: { path: "w" } }));
});

describe("what is open in a moment", () => {
  const days: Value<Duration> = { open: { asks, per: "call" } };
  const until = (to: Moment) => between("2022-10-19", to);
  const counted: Moment = { from: "center.term-ended-on", plus: days };
  const facts = { "center.term-ended-on": "2026-05-05" };
  test("is the time to count, by its own path", () => {
    expect(spanOf(until(counted), { facts })).toMatchObject({ kind: "open", open: { path: "w/to/plus" } });
    const settled = { "w/to/plus": { n: 1, unit: "month" } };
    expect(spanOf(until(counted), { facts, settled })).toMatchObject({
      value: { closes: endOfDay("2026-06-05") },
    });
  });
  test("is the beginning, by its own path", () =>
    expect(spanOf(between({ open: { asks, per: "call" } }, "2022-12-31"))).toMatchObject({
      kind: "open",
      open: { path: "w/from" },
    }));
  test("counts from the end of a year as well", () =>
    expect(
      spanOf(between({ from: "center.term-ended-on", snap: "year-end" }, "2027-12-31"), { facts }),
    ).toMatchObject({
      value: { opens: endOfDay("2026-12-31") },
    }));
});

describe("an open end inside the case of one year", () => {
  const window: Value<Window> = {
    cases: [
      {
        key: "y2022",
        when: { kind: "compare", of: { kind: "fact", fact: "case.year" }, is: "equal", than: 2022 },
        then: between("2022-10-19", { open: { asks, per: "call" } }),
      },
    ],
    otherwise: { kind: "yearly", from: "07-01", to: "07-31" },
  };
  const facts = { "case.year": 2022 };
  const path = "w/cases/y2022/then/to";
  test("is named by its own path, and a settlement of that path is found", () => {
    expect(spanOf(window, { facts })).toMatchObject({ kind: "open", open: { path } });
    expect(spanOf(window, { facts, settled: { [path]: "2022-10-23" } })).toEqual({
      kind: "known",
      value: { opens: startOfDay("2022-10-19"), closes: endOfDay("2022-10-23") },
      at: "w/cases/y2022/then",
    });
  });
});
