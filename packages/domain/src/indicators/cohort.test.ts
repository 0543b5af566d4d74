import { assert, array, constantFrom, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { Exact } from "../evaluate/decimal.ts";
import { applyQuotas } from "./quota.ts";
import { cutOff, rankAll, rankEquals } from "./rank.ts";

const values = array(integer({ min: 0, max: 6 }), { maxLength: 12 });
const entrantsOf = (numbers: readonly number[]) =>
  numbers.map((value, n) => ({ id: `c${n}`, value: new Exact(value) }));

describe("places of a cohort", () => {
  it("are a weak order: equals share a place, and as many stand above as the place says", () => {
    assert(
      property(values, (numbers) => {
        for (const one of rankAll(entrantsOf(numbers))) {
          expect(one.place).toBe(numbers.filter((other) => one.value.lt(other)).length + 1);
          expect(one.tied).toBe(numbers.filter((other) => one.value.eq(other)).length);
        }
      }),
    );
  });
  it("are told apart among those who share one, by a further value of each", () => {
    const places = rankAll(entrantsOf([2, 3, 2, 1, 2]));
    const by = [4, 9, 5, 9, 5].map((value, n) => ({ id: `c${n}`, value: new Exact(value) }));
    const standing = (one: (typeof places)[number]) => [
      one.id,
      one.value.toString(),
      one.place,
      one.tied,
      one.of,
    ];
    expect(rankEquals(places, by).map(standing)).toEqual([
      ["c1", "3", 1, 1, 5],
      ["c2", "2", 2, 2, 5],
      ["c4", "2", 2, 2, 5],
      ["c0", "2", 4, 1, 5],
      ["c3", "1", 5, 1, 5],
    ]);
    expect(rankEquals(places, [])).toEqual(places);
  });
  it("are cut between equals only where the authority prefers some, and there is room for these", () => {
    const chosen = (cut: number, preferred: string[] = []) =>
      cutOff(rankAll(entrantsOf([3, 2, 2, 1])), cut, preferred).map((one) => [one.chosen, one.preferred]);
    const [yes, no, open, liked] = [
      [true, undefined],
      [false, undefined],
      [undefined, undefined],
      [true, true],
    ];
    expect(chosen(2)).toEqual([yes, open, open, no]);
    expect(chosen(3)).toEqual([yes, yes, yes, no]);
    expect(chosen(2, ["c2"])).toEqual([yes, no, liked, no]);
    expect(chosen(2, ["c1", "c2"])).toEqual([yes, open, open, no]);
    expect(chosen(2, ["c0"])).toEqual([yes, open, open, no]);
    expect(chosen(3, ["c1"])).toEqual([yes, yes, yes, no]);
  });
  it("never let more be chosen than the cut", () => {
    assert(
      property(values, integer({ min: 0, max: 12 }), (numbers, cut) => {
        const chosen = cutOff(rankAll(entrantsOf(numbers)), cut, ["c0", "c1", "c2"]);
        expect(chosen.filter((one) => one.chosen === true).length).toBeLessThanOrEqual(cut);
      }),
    );
  });
});

describe("quotas over a cohort", () => {
  const ladder = ["a", "b", "c"];
  const scored = (...numbers: [grade: string, value: number][]) =>
    numbers.map(([grade, value], n) => ({ id: `c${n}`, grade, value: new Exact(value) }));

  it("put the last into a grade that too few have, whatever they would have had", () => {
    const candidates = scored(["a", 9], ["a", 8], ["b", 5], ["a", 6], ["c", 1]);
    const least = { path: "q", grade: "c", least: 3, among: candidates.map(({ id }) => id) };
    const { grades, lowered, ties } = applyQuotas(candidates, [least], { ladder });
    expect(grades).toEqual({ c0: "a", c1: "a", c2: "c", c3: "c", c4: "c" });
    expect(lowered.map(({ id, from, most }) => [id, from, most])).toEqual([
      ["c3", "a", 2],
      ["c2", "b", 2],
    ]);
    expect(ties).toEqual([]);
  });
  it("leave it undecided who of equals is put there, until the authority prefers some", () => {
    const candidates = scored(["a", 9], ["b", 5], ["b", 5]);
    const least = { path: "q", grade: "c", least: 1, among: ["c0", "c1", "c2"] };
    expect(applyQuotas(candidates, [least], { ladder }).ties).toMatchObject([
      { among: ["c1", "c2"], room: 1 },
    ]);
    const { grades } = applyQuotas(candidates, [least], { ladder, preferred: ["c1"] });
    expect(grades).toEqual({ c0: "a", c1: "b", c2: "c" });
  });
  it("lower nobody where enough have the grade or a lower one, and all where more are asked for than there are", () => {
    const candidates = scored(["a", 9], ["b", 5], ["c", 1]);
    const among = ["c0", "c1", "c2"];
    expect(applyQuotas(candidates, [{ path: "q", grade: "b", least: 2, among }], { ladder }).lowered).toEqual(
      [],
    );
    const all = applyQuotas(candidates, [{ path: "q", grade: "b", least: 9, among }], { ladder });
    expect(all.grades).toEqual({ c0: "b", c1: "b", c2: "c" });
  });
  const graded = array(constantFrom("a", "b", "c"), { maxLength: 12 });
  it("are never exceeded where no tie is left undecided, and only ever lower a grade", () => {
    assert(
      property(graded, values, integer({ min: 0, max: 5 }), (grades, numbers, most) => {
        const among = grades.map((_grade, n) => `c${n}`);
        const candidates = grades.map((grade, n) => ({
          id: `c${n}`,
          grade,
          value: new Exact(numbers[n] ?? 0),
        }));
        const quotas = ["a", "b"].map((grade) => ({ path: grade, grade, most, among }));
        const result = applyQuotas(candidates, quotas, { ladder });
        const settled = result.ties.length === 0;
        const having = (grade: string) => Object.values(result.grades).filter((one) => one === grade).length;
        expect(settled && (having("a") > most || having("b") > most)).toBe(false);
        for (const { id, grade } of candidates) {
          expect(ladder.indexOf(result.grades[id] ?? "")).toBeGreaterThanOrEqual(ladder.indexOf(grade));
        }
      }),
    );
  });
});
