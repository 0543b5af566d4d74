import { describe, expect, it } from "vitest";
import { Exact } from "./decimal.ts";
import type { Interval } from "./interval.ts";
import { hullOf, intervalOf, numberAt } from "./interval.ts";
import {
  above,
  addUp,
  ANYTHING,
  either,
  higherOf,
  isPoint,
  lowerOf,
  NOTHING,
  pointAt,
  times,
} from "./interval-arithmetic.ts";

const between = (least: number, most: number): Interval => ({
  least: new Exact(least),
  most: new Exact(most),
});
const ends = (found: Interval | undefined) => found && [found.least.toNumber(), found.most.toNumber()];

describe("numbers of which only the ends are known", () => {
  it("add up end by end, and none to nothing", () => {
    expect(ends(addUp([between(1, 2), between(10, 20), between(100, 200)]))).toEqual([111, 222]);
    expect(ends(addUp([]))).toEqual([0, 0]);
  });

  it("are lower or higher end by end", () => {
    expect(ends(lowerOf(between(1, 9), between(3, 5)))).toEqual([1, 5]);
    expect(ends(higherOf(between(1, 9), between(3, 5)))).toEqual([3, 9]);
  });

  it("lie above another by what is left at the least and at the most, never less than nothing", () => {
    expect(ends(above(between(5, 9), between(1, 3)))).toEqual([2, 8]);
    expect(ends(above(between(2, 9), between(1, 3)))).toEqual([0, 8]);
    expect(ends(above(between(1, 2), between(5, 9)))).toEqual([0, 0]);
  });

  it("are multiplied over all of their ends", () => {
    expect(ends(times(between(2, 3), between(4, 5)))).toEqual([8, 15]);
    expect(ends(times(between(-2, 3), between(-4, 5)))).toEqual([-12, 15]);
    expect(ends(times(between(0, 2), ANYTHING))).toEqual([-Infinity, Infinity]);
    expect(ends(times(NOTHING, ANYTHING))).toEqual([0, 0]);
    expect(ends(times(ANYTHING, NOTHING))).toEqual([0, 0]);
  });

  it("are either of two wherever one of them can be", () => {
    expect(ends(either(between(1, 3), between(5, 9)))).toEqual([1, 9]);
    expect(ends(either(between(5, 9), between(1, 3)))).toEqual([1, 9]);
  });

  it("are one number where both ends are the same", () => {
    expect([isPoint(pointAt(new Exact(5))), isPoint(between(5, 6)), isPoint(NOTHING)]).toEqual([
      true,
      false,
      true,
    ]);
    expect(ends(pointAt(new Exact(5)))).toEqual([5, 5]);
  });
});

describe("where a number lies", () => {
  it("is between the bounds of its open value, without limit on a side that has none", () => {
    expect(ends(intervalOf({ least: 1, most: 3 }))).toEqual([1, 3]);
    expect(ends(intervalOf({ least: 1 }))).toEqual([1, Infinity]);
    expect(ends(intervalOf({ most: 3 }))).toEqual([-Infinity, 3]);
    expect(intervalOf({})).toBeUndefined();
  });

  it("is at a number, also one that is written", () => {
    expect([ends(numberAt(5)), ends(numberAt("5.0"))]).toEqual([
      [5, 5],
      [5, 5],
    ]);
    for (const other of ["five", "", true, undefined, null, [5]]) expect(numberAt(other)).toBeUndefined();
  });

  it("is in the smallest stretch that holds all of several, where each has one", () => {
    expect(ends(hullOf([between(4, 5), between(1, 2), between(3, 9)]))).toEqual([1, 9]);
    expect(ends(hullOf([between(4, 5)]))).toEqual([4, 5]);
    expect(hullOf([])).toBeUndefined();
    expect(hullOf([between(4, 5), undefined, between(1, 2)])).toBeUndefined();
    expect(hullOf([undefined, between(4, 5)])).toBeUndefined();
  });
});
