import { describe, expect, test } from "vitest";
import { canonicalize, NotCanonicalError } from "./canonicalize.ts";

describe("canonical JSON after RFC 8785", () => {
  test("the example of section 3.2.2 comes out as printed there", () => {
    const example = {
      numbers: [JSON.parse("333333333.33333329"), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\u002f",
      literals: [null, true, false],
    };
    expect(canonicalize(example)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });
  test("members are sorted by UTF-16 code units (section 3.2.3)", () => {
    const unsorted = {
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face",
      "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis",
    };
    expect(Object.keys(JSON.parse(canonicalize(unsorted)))).toHaveLength(7);
    const sorted = ["\\r", "1", "\u0080", "\u00f6", "\u20ac", "\ud83d\ude00", "\ufb33"];
    const places = sorted.map((name) => canonicalize(unsorted).indexOf(`"${name}":`));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBe(1);
  });
  test("order of members and white space do not change it; order of elements does", () => {
    expect(canonicalize({ b: 1, a: [2, 1] })).toBe(canonicalize(JSON.parse('{ "a": [2, 1], "b": 1.0 }')));
    expect(canonicalize([1, 2])).not.toBe(canonicalize([2, 1]));
    expect(canonicalize(-0)).toBe("0");
  });
  test("refuses what has no form", () => {
    const cycle: { self?: unknown } = {};
    cycle.self = cycle;
    for (const value of [Number.NaN, Infinity, undefined, "\ud800", cycle, { a: undefined }, 1n]) {
      expect(() => canonicalize(value)).toThrow(NotCanonicalError);
    }
  });
  test("the same node may stand twice", () => {
    const node = { a: 1 };
    expect(canonicalize([node, node])).toBe('[{"a":1},{"a":1}]');
  });
});
