import { describe, expect, test } from "vitest";
import type { NamedCondition, NamedMeasure } from "../schema/named.ts";
import type { Condition, Measure } from "../schema/sorts.ts";
import { compare, smallPolicy, told } from "../testing/small-policy.ts";
import { circles } from "./circles.ts";

const call = (condition: string): Condition => ({ kind: "named", condition });
const condition = (key: string, ...called: string[]): NamedCondition => ({
  key,
  for: ["lab"],
  of: "host",
  test: { kind: "all", of: called.map(call) },
});
const measure = (key: string, is: Measure): NamedMeasure => ({ key, of: "host", unit: "个", is });
const said = (conditions: NamedCondition[], measures: NamedMeasure[] = []) =>
  told(circles(smallPolicy({ conditions, measures })));
const circle = (path: string, next: string) =>
  `${path}: a circle of references: by way of “${next}” it leads back to itself, or into such a circle`;

describe("what is named calls itself by no detour", () => {
  test("one that calls itself", () =>
    expect(said([condition("a", "a")])).toEqual([circle("conditions/a", "conditions/a")]));
  test("also where the call is the whole of it", () => {
    const whole: NamedCondition = { ...condition("a"), test: call("a") };
    expect(said([whole])).toEqual([circle("conditions/a", "conditions/a")]);
    expect(said([], [measure("m", { kind: "named", measure: "m" })])).toEqual([
      circle("measures/m", "measures/m"),
    ]);
  });
  test("several that go round, and whoever leads into them; who stands behind them is free", () =>
    expect(
      said([
        condition("into", "free", "a"),
        condition("a", "free", "b"),
        condition("b", "a"),
        condition("free"),
      ]),
    ).toEqual([
      circle("conditions/into", "conditions/a"),
      circle("conditions/a", "conditions/b"),
      circle("conditions/b", "conditions/a"),
    ]));
  test("a condition and a measure that go round together", () => {
    const by: Measure = { kind: "named", measure: "m" };
    const a: NamedCondition = {
      ...condition("a"),
      test: { kind: "compare", of: by, is: "at-least", than: 1 },
    };
    const m = measure("m", { kind: "tally", of: "people", by: "count", where: call("a") });
    expect(said([a], [m])).toEqual([
      circle("conditions/a", "measures/m"),
      circle("measures/m", "conditions/a"),
    ]);
  });
  test("a condition and a measure of one name are two", () =>
    expect(
      said([condition("a")], [measure("a", { kind: "tally", of: "people", by: "count", where: call("a") })]),
    ).toEqual([]));
  test("one that is called twice, or is not there, makes no circle", () =>
    expect(said([condition("a", "b", "b", "nobody"), condition("b"), condition("c", "b", "a")])).toEqual([]));
  test("what calls nothing is in none", () =>
    expect(said([{ ...condition("a"), test: compare("host.beds", "known") }])).toEqual([]));
});

describe("calls follow one another sixteen times at most", () => {
  const chain = (calls: number) =>
    Array.from({ length: calls + 1 }, (_, at) => condition(`c${at}`, ...(at < calls ? [`c${at + 1}`] : [])));

  test("sixteen are followed", () => expect(said(chain(16))).toEqual([]));
  test("seventeen are too many", () =>
    expect(said(chain(17))).toEqual(["conditions/c0: 17 references follow one another, 16 at most"]));
  test("the longest of several ways counts, whichever is written first", () => {
    const long = chain(16);
    const tooLong = ["conditions/start: 17 references follow one another, 16 at most"];
    expect(said([condition("start", "c0", "c16"), ...long])).toEqual(tooLong);
    expect(said([condition("start", "c16", "c0"), ...long])).toEqual(tooLong);
    expect(said([condition("start", "c1", "c16"), ...long])).toEqual([]);
  });
});
