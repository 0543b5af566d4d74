import type { CompareOperator } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { Truth } from "../contract/verdict.ts";
import { compareIntervals } from "./compare-interval.ts";
import { Exact } from "./decimal.ts";
import type { Interval } from "./interval.ts";

type Ends = [least: number, most: number];
const interval = ([least, most]: Ends): Interval => ({ least: new Exact(least), most: new Exact(most) });
const compared = (...[is, a, than, within]: [CompareOperator, Ends, Ends[], within?: Ends]): Truth =>
  compareIntervals(is, interval(a), {
    than: than.map(interval),
    ...(within === undefined ? {} : { within: interval(within) }),
  });

describe("a number between two ends against another one", () => {
  const HERE: Ends = [5, 7];
  const AGAINST: [other: Ends, truths: { [O in CompareOperator]?: Truth }][] = [
    [
      [1, 4],
      { equal: "false", "at-least": "true", "more-than": "true", "at-most": "false", "less-than": "false" },
    ],
    [
      [1, 5],
      {
        equal: "unknown",
        "at-least": "true",
        "more-than": "unknown",
        "at-most": "unknown",
        "less-than": "false",
      },
    ],
    [
      [6, 6],
      {
        equal: "unknown",
        "at-least": "unknown",
        "more-than": "unknown",
        "at-most": "unknown",
        "less-than": "unknown",
      },
    ],
    [
      [7, 9],
      {
        equal: "unknown",
        "at-least": "unknown",
        "more-than": "false",
        "at-most": "true",
        "less-than": "unknown",
      },
    ],
    [
      [8, 9],
      { equal: "false", "at-least": "false", "more-than": "false", "at-most": "true", "less-than": "true" },
    ],
  ];
  it.each(AGAINST)("%j", (other, truths) => {
    const found = Object.keys(truths).map((is) => [is, compared(is as CompareOperator, HERE, [other])]);
    expect(Object.fromEntries(found)).toEqual(truths);
  });

  it("is equal for sure only where both are one number", () => {
    expect(compared("equal", [5, 5], [[5, 5]])).toBe("true");
    expect(compared("equal", [5, 5], [[6, 6]])).toBe("false");
    expect(compared("equal", [5, 5], [[5, 6]])).toBe("unknown");
    expect(compared("equal", [5, 6], [[5, 5]])).toBe("unknown");
    expect(compared("not-equal", [5, 5], [[5, 5]])).toBe("false");
    expect(compared("not-equal", [5, 6], [[7, 8]])).toBe("true");
    expect(compared("not-equal", [7, 8], [[5, 6]])).toBe("true");
  });

  it("is one of several where it is equal to one of them", () => {
    expect(
      compared(
        "one-of",
        [5, 5],
        [
          [1, 1],
          [5, 5],
        ],
      ),
    ).toBe("true");
    expect(
      compared(
        "one-of",
        [5, 5],
        [
          [1, 1],
          [2, 2],
        ],
      ),
    ).toBe("false");
    expect(compared("one-of", [5, 5], [])).toBe("false");
    expect(
      compared(
        "none-of",
        [5, 5],
        [
          [1, 1],
          [5, 5],
        ],
      ),
    ).toBe("false");
    expect(
      compared(
        "none-of",
        [5, 5],
        [
          [1, 1],
          [2, 2],
        ],
      ),
    ).toBe("true");
    expect(
      compared(
        "none-of",
        [5, 5],
        [
          [1, 1],
          [4, 6],
        ],
      ),
    ).toBe("unknown");
  });

  it("lies in a range with both its ends", () => {
    expect(
      compared(
        "between",
        [5, 7],
        [
          [5, 5],
          [7, 7],
        ],
      ),
    ).toBe("true");
    expect(
      compared(
        "between",
        [5, 7],
        [
          [5, 5],
          [6, 6],
        ],
      ),
    ).toBe("unknown");
    expect(
      compared(
        "between",
        [5, 7],
        [
          [8, 8],
          [9, 9],
        ],
      ),
    ).toBe("false");
    expect(
      compared(
        "between",
        [5, 7],
        [
          [1, 1],
          [4, 4],
        ],
      ),
    ).toBe("false");
    expect(compared("between", [5, 7], [[1, 1]])).toBe("unknown");
  });

  it("is about another one wherever both lie within the tolerance", () => {
    const about = (a: Ends, b: Ends, within: Ends) => compared("about", a, [b], within);
    expect(about([5, 7], [6, 6], [1, 1])).toBe("true");
    expect(about([5, 7], [6, 6], [0.5, 0.5])).toBe("unknown");
    expect(about([5, 7], [9, 9], [1, 1])).toBe("false");
    expect(about([5, 7], [8, 9], [1, 1])).toBe("unknown");
    expect(about([5, 7], [1, 3], [1, 1])).toBe("false");
    expect(about([5, 7], [3, 4], [1, 1])).toBe("unknown");
    expect(about([5, 7], [3, 4], [4, 4])).toBe("true");
    expect(about([5, 5], [6, 6], [1, 9])).toBe("true");
    expect(about([5, 5], [7, 7], [1, 9])).toBe("unknown");
    expect(about([5, 5], [7, 7], [0, 1])).toBe("false");
  });

  it("is about another one for sure only where it is the same, as long as nobody says how far about reaches", () => {
    expect(compared("about", [5, 5], [[5, 5]])).toBe("true");
    expect(compared("about", [5, 5], [[500, 500]])).toBe("unknown");
  });

  it("stands to nothing in no way", () => {
    for (const is of ["equal", "at-least", "between", "about"] as const)
      expect(compared(is, [5, 5], [])).toBe("unknown");
    expect(compared("known", [5, 5], [[5, 5]])).toBe("false");
  });
});
