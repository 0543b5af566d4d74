import { assert, array, constantFrom, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { Exact } from "../evaluate/decimal.ts";
import { applyQuotas } from "./quota.ts";
import { cutOff, rankAll } from "./rank.ts";

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
