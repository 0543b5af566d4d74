import { describe, expect, it } from "vitest";
import type { ScoreTerm } from "../contract/events.ts";
import { Exact } from "../evaluate/decimal.ts";
import type { Interval } from "../evaluate/interval.ts";
import { recompute } from "./recompute.ts";
import { isProven } from "./scoring.ts";
import { showTotal } from "./show-total.ts";
import { NO_POINTS, type Scored, together } from "./siblings.ts";

const term = (item: string, more: Partial<ScoreTerm> = {}): ScoreTerm => ({
  item,
  label: item,
  points: "6",
  how: "judged",
  ...more,
});
const total = (...terms: ScoreTerm[]) => recompute(terms);

describe("a total added up again from its terms alone", () => {
  it("is nothing without terms, and what its lines were given", () => {
    expect(total()).toEqual({ total: "0", bonus: "0" });
    expect(total(term("a"), term("b", { points: "1.5" }))).toEqual({ total: "7.5", bonus: "0" });
  });

  it("takes the raw points before what they came to, between floor and weight", () => {
    expect(total(term("a", { raw: "7" })).total).toBe("7");
    expect(total(term("a", { raw: "12", weight: "10" })).total).toBe("10");
    expect(total(term("a", { raw: "1", floor: "4" })).total).toBe("4");
    expect(total(term("a", { raw: "-3" })).total).toBe("0");
    expect(total(term("a", { raw: "12", weight: "10", over: "2" }))).toEqual({ total: "10", bonus: "2" });
  });

  it.each(["gated", "no-evidence", "absent", "shared-out"])("gives nothing to what is %s", (how) =>
    expect(total(term("a", { how, raw: "7", floor: "4", weight: "10" }), term("b")).total).toBe("6"),
  );

  it("keeps a bonus outside", () =>
    expect(total(term("a", { bonus: true, raw: "12", weight: "10", over: "2" }), term("b"))).toEqual({
      total: "6",
      bonus: "12",
    }));

  it("shares the weight of what does not apply out over its siblings", () => {
    const gone = term("a", { how: "shared-out", points: "0", weight: "10" });
    expect(total(gone, term("b", { weight: "10" })).total).toBe("12");
    expect(total(gone, term("b", { weight: "10" }), term("c", { bonus: true, weight: "10" }))).toEqual({
      total: "12",
      bonus: "6",
    });
    expect(total(gone).total).toBe("0");
    expect(total(gone, term("b")).total).toBe("6");
  });

  it("adds the terms below a group up in it, or takes the best of them", () => {
    const [x, y] = [term("g/x"), term("g/y", { points: "8" })];
    expect(total(term("g", { combine: "sum", weight: "10" }), x, y).total).toBe("10");
    expect(total(term("g", { combine: "best", weight: "10" }), x, y).total).toBe("8");
    expect(total(term("g", { combine: "best" })).total).toBe("0");
    expect(total(term("g", { combine: "sum", floor: "20" }), x, y).total).toBe("20");
    expect(total(x, y, term("ga")).total).toBe("20");
    expect(total(term("g", { combine: "sum", weight: "10", over: "4" }), x, y)).toEqual({
      total: "10",
      bonus: "4",
    });
  });

  it("weighs a group as its lines where it has no weight of its own", () => {
    const gone = term("a", { how: "shared-out", points: "0", weight: "10" });
    const below = term("g/x", { weight: "10" });
    expect(total(gone, term("g", { combine: "sum" }), below).total).toBe("12");
    const inner = term("g", { combine: "sum", how: "shared-out" });
    const away = term("g/x", { how: "shared-out", points: "0", weight: "10" });
    expect(total(inner, away, term("b", { weight: "10" })).total).toBe("12");
  });

  it("takes the bonus of the lines below along", () =>
    expect(
      total(term("g", { combine: "sum", weight: "10" }), term("g/x", { bonus: true }), term("g/y")),
    ).toEqual({
      total: "6",
      bonus: "6",
    }));
});

describe("siblings put together", () => {
  const between = (least: number, most = least): Interval => ({
    least: new Exact(least),
    most: new Exact(most),
  });
  const one = (points: Interval, weight: Interval, more: Partial<Scored> = {}): Scored => ({
    ...NO_POINTS,
    points,
    weight,
    ...more,
  });
  const gone = (weight: Interval) => one(between(0), weight, { absent: true });
  const told = ({ points, bonus, weight, absent }: Scored) => ({
    points: [points.least.toNumber(), points.most.toNumber()],
    bonus: bonus.least.toNumber(),
    weight: [weight.least.toNumber(), weight.most.toNumber()],
    absent,
  });

  it("add up, or are the best of them", () => {
    const scored = [
      one(between(5, 7), between(10), { bonus: between(1) }),
      one(between(6), between(20), { bonus: between(2) }),
    ];
    const both = { bonus: 3, weight: [30, 30], absent: false };
    expect(told(together(scored, "sum"))).toEqual({ ...both, points: [11, 13] });
    expect(told(together(scored, "best"))).toEqual({ ...both, points: [6, 7] });
  });

  it("share the weight of what does not apply out, also where it is known only between ends", () => {
    const points = (...scored: Scored[]) => told(together(scored, "sum")).points;
    expect(points(one(between(6), between(10)), gone(between(5)))).toEqual([9, 9]);
    expect(points(one(between(6), between(10)), gone(between(0, 5)))).toEqual([6, 9]);
    expect(points(one(between(3, 6), between(10)), gone(between(5)))).toEqual([3, 9]);
    expect(points(one(between(6), between(0, 10)), gone(between(5)))).toEqual([6, Infinity]);
    expect(points(one(between(6), between(5, 10)), gone(between(5)))).toEqual([6, 12]);
    expect(points(one(between(6), between(0)), gone(between(5)))).toEqual([6, 6]);
  });

  it("are absent where all of them are, and the best counts only those that are there", () => {
    expect(told(together([gone(between(5)), gone(between(6))], "sum"))).toEqual({
      points: [0, 0],
      bonus: 0,
      weight: [11, 11],
      absent: true,
    });
    expect(together([], "sum").absent).toBe(false);
    expect(told(together([gone(between(5))], "best"))).toMatchObject({ points: [0, 0], absent: true });
    expect(told(together([gone(between(5)), one(between(4), between(5))], "best")).points).toEqual([4, 4]);
  });
});

describe("accepted evidence", () => {
  it("proves where one piece is of a kind that is asked for, and any does where none is", () => {
    expect([isProven(["a"], ["b", "a"]), isProven(["a"], ["b"]), isProven(["a"])]).toEqual([
      true,
      false,
      false,
    ]);
    expect([isProven(undefined, ["b"]), isProven(undefined, []), isProven(undefined)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe("a total as it is shown", () => {
  it("is cut after two decimals, or rounded as its sheet says", () => {
    expect(showTotal("79.995")).toBe("79.99");
    expect(showTotal("79.95", { places: 1, mode: "half-up" })).toBe("80.0");
    expect(showTotal("79.95", { places: 1, mode: "down" })).toBe("79.9");
    expect(showTotal("79.5", { places: 0, mode: "half-up" })).toBe("80");
  });
});
