import type { Duration, Procedure } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import { ODD_POLICY } from "../testing/odd-policy.ts";
import { worldWith } from "../testing/world.ts";
import { cycleEndIn, withoutCycles } from "./cycle.ts";

const [ENTRY] = ODD_POLICY.procedures;
const procedureOf = (starts: Partial<Procedure["starts"]>): Procedure => {
  if (ENTRY === undefined) throw new Error("there is none");
  return { ...ENTRY, key: "round", starts: { ...ENTRY.starts, ...starts } };
};
const every = (n: number, unit: Duration["unit"]) => procedureOf({ every: "cycle", cycle: { n, unit } });
const designated = (on: string | number = "2020-06-01") =>
  worldWith(ODD_POLICY, { "center.designated-on": on });

describe("the end of a cycle in a year", () => {
  it.each([
    [2022, undefined],
    [2023, "2023-06-01"],
    [2024, undefined],
    [2026, "2026-06-01"],
  ])("is counted from the designation, every three years: %d", (year, end) => {
    expect(cycleEndIn(every(3, "year"), designated(), year)).toBe(end);
  });

  it.each(["year", "call"] as const)("comes every year where the procedure does: %s", (often) => {
    expect(cycleEndIn(procedureOf({ every: often }), designated(), 2024)).toBe("2024-06-01");
  });

  it.each(["once", "request", "cycle"] as const)("is not there where there are no rounds: %s", (often) => {
    expect(cycleEndIn(procedureOf({ every: often }), designated(), 2024)).toBeUndefined();
  });

  it("is not there before the center is designated", () => {
    expect(cycleEndIn(every(3, "year"), worldWith(ODD_POLICY, {}), 2023)).toBeUndefined();
    expect(cycleEndIn(every(3, "year"), designated(2020), 2023)).toBeUndefined();
  });

  it("is as long as was settled", () => {
    const cycle = { open: { asks: { zh: "周期", en: "cycle" }, per: "policy" } } as const;
    const procedure = procedureOf({ every: "cycle", cycle });
    const settled = { "procedures/round/starts/cycle": { n: 2, unit: "year" } };
    const world = worldWith(ODD_POLICY, { "center.designated-on": "2020-06-01" }, settled);
    expect(cycleEndIn(procedure, world, 2024)).toBe("2024-06-01");
    expect(cycleEndIn(procedure, designated(), 2024)).toBeUndefined();
  });

  it("is not there where its length cannot be counted", () => {
    expect(cycleEndIn(every(200, "working-day"), designated(), 2021)).toBeUndefined();
  });

  it("is the first of several in the year", () => {
    expect(cycleEndIn(every(6, "month"), designated("2020-05-01"), 2021)).toBe("2021-05-01");
  });

  it("is looked for in a hundred rounds and no more", () => {
    expect(cycleEndIn(every(1, "day"), designated("2025-09-23"), 2026)).toBe("2026-01-01");
    expect(cycleEndIn(every(1, "day"), designated("2025-09-22"), 2026)).toBeUndefined();
  });
});

describe("a length in rounds", () => {
  it("is so many times the cycle", () => {
    expect(withoutCycles({ n: 2, unit: "cycle" }, every(3, "month"), designated())).toStrictEqual({
      n: 6,
      unit: "month",
    });
  });

  it("is left as it is where there are no rounds, or it is a length of time already", () => {
    const [rounds, months] = [{ n: 2, unit: "cycle" } as const, { n: 2, unit: "month" } as const];
    expect(withoutCycles(rounds, procedureOf({ every: "once" }), designated())).toBe(rounds);
    expect(withoutCycles(months, every(3, "year"), designated())).toBe(months);
  });
});
