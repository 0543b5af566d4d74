import { describe, expect, test } from "vitest";
import type { NamedCondition, NamedMeasure } from "../schema/named.ts";
import type { Condition, TallyMeasure } from "../schema/sorts.ts";
import { smallPolicy, told } from "../testing/small-policy.ts";
import { nesting } from "./nesting.ts";

const tally = (where?: Condition): TallyMeasure => ({
  kind: "tally",
  of: "people",
  by: "count",
  ...(where === undefined ? {} : { where }),
});
const some = (of: NamedMeasure["is"]): Condition => ({ kind: "compare", of, is: "at-least", than: 1 });
/** A tally in a tally, and so on. */
const nested = (deep: number): TallyMeasure => (deep === 1 ? tally() : tally(some(nested(deep - 1))));

const measure = (key: string, is: NamedMeasure["is"]): NamedMeasure => ({ key, of: "host", unit: "个", is });
const condition = (key: string, asked: Condition): NamedCondition => ({
  key,
  for: ["lab"],
  of: "host",
  test: asked,
});
const said = (measures: NamedMeasure[], conditions: NamedCondition[] = []) =>
  told(nesting(smallPolicy({ measures, conditions })));
const tooDeep = (path: string) => [`${path}: tallies stand in tallies more than two deep`];

describe("tallies stand in tallies at most once", () => {
  test("two deep is understood, three deep is not, and told at the outermost", () => {
    expect(said([measure("m", nested(1))])).toEqual([]);
    expect(said([measure("m", nested(2))])).toEqual([]);
    expect(said([measure("m", nested(3))])).toEqual(tooDeep("measures/m/is"));
  });
  test("side by side they are not in each other", () => {
    const both: Condition = { kind: "all", of: [some(nested(2)), some(nested(2))] };
    expect(said([], [condition("c", both)])).toEqual([]);
    expect(said([measure("m", tally({ kind: "all", of: [some(nested(1)), some(nested(1))] }))])).toEqual([]);
  });
});

describe("a name does not hide a tally", () => {
  const pair = measure("pair", nested(2));
  const byPair = some({ kind: "named", measure: "pair" });

  test("of a measure", () => {
    expect(said([measure("m", { kind: "named", measure: "pair" }), pair])).toEqual([]);
    expect(said([measure("m", tally(byPair)), pair])).toEqual(tooDeep("measures/m/is"));
    expect(said([pair, measure("m", tally(byPair))])).toEqual(tooDeep("measures/m/is"));
    expect(
      said([measure("m", nested(1)), measure("n", tally(some({ kind: "named", measure: "m" })))]),
    ).toEqual([]);
  });
  test("of a condition, also through several names", () => {
    const rich = condition("rich", byPair);
    const chain = condition("chain", { kind: "named", condition: "rich" });
    const within = measure("m", tally({ kind: "named", condition: "chain" }));
    expect(said([within, pair], [chain, rich])).toEqual(tooDeep("measures/m/is"));
    expect(said([within, measure("pair", 1)], [chain, rich])).toEqual([]);
  });
  test("wherever in the named one it stands, the deepest counts", () => {
    const deep = condition("deep", { kind: "all", of: [some(1), some(nested(2)), some(nested(1))] });
    expect(said([measure("m", tally({ kind: "named", condition: "deep" }))], [deep])).toEqual(
      tooDeep("measures/m/is"),
    );
  });
  test("named by two, it counts for both", () => {
    expect(said([pair, measure("m", tally(byPair)), measure("n", tally(byPair))])).toEqual([
      ...tooDeep("measures/m/is"),
      ...tooDeep("measures/n/is"),
    ]);
  });
  test("one of nobody has no depth", () =>
    expect(said([measure("m", tally(some(tally({ kind: "named", condition: "nobody" }))))])).toEqual([]));
  test("one that calls itself comes to an end", () => {
    const round = condition("round", {
      kind: "all",
      of: [{ kind: "named", condition: "round" }, some(nested(1))],
    });
    expect(said([measure("m", tally({ kind: "named", condition: "round" }))], [round])).toEqual([]);
  });
});
