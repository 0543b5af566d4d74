import { describe, expect, test } from "vitest";
import { compare, words } from "../testing/small-policy.ts";
import type { OpenSort } from "./open-sort.ts";
import type { OpenValue } from "./open-values.ts";
import { acceptsSettlement } from "./settlements.ts";

const open = (sort: OpenSort, rest: Partial<OpenValue> = {}): OpenValue => ({
  path: "x",
  asks: words("what"),
  per: "policy",
  by: { role: "authority" },
  sort,
  because: [],
  ...rest,
});

describe("an open value is settled by one of its sort", () => {
  test.each<[OpenSort, unknown[], unknown[]]>([
    ["number", [0, -1, 2.5], ["1", 0.00001, true, null]],
    [
      "duration",
      [{ n: 1, unit: "month" }],
      [{ n: 0, unit: "month" }, { n: -1, unit: "year" }, { n: 1, unit: "week" }, 1],
    ],
    [
      "window",
      [{ kind: "yearly", from: "07-01", to: "07-31" }, { kind: "anytime" }],
      ["2026-07-01", { kind: "yearly" }],
    ],
    [
      "moment",
      ["2026-07-01", "2026-07-01T17:00:00", { from: "center.designated-on" }],
      ["07-01", "2026-02-30", 2026],
    ],
    ["day", ["2026-07-01"], ["2026-07-01T17:00:00", "07-01", { from: "today" }]],
    ["period", [{ from: "2026-01-01" }, {}], ["2026", { since: "2026-01-01" }]],
    ["item", ["best"], ["The best", 1]],
    ["scalar", ["best", 1, true], [{}, null]],
    ["lateness", ["refused", "accepted"], ["maybe", true]],
    ["combine-scores", ["mean", "trimmed-mean", "median", "sum"], ["all", "majority"]],
    ["combine-verdicts", ["all", "majority", "any"], ["mean", "none"]],
    ["condition", [compare("host.beds", "at-least", 500)], [{ kind: "any", of: [] }, true]],
    ["words", [{ zh: "五星", en: "five stars" }], ["五星", { zh: "五星" }]],
    ["other", ["exact", 1, { a: 1 }], [undefined, Number.NaN]],
  ])("%s", (sort, right, wrong) => {
    expect(right.filter((value) => !acceptsSettlement(open(sort), value))).toEqual([]);
    expect(wrong.filter((value) => acceptsSettlement(open(sort), value))).toEqual([]);
  });
});

describe("within what the text leaves open", () => {
  const accepted = (rest: Partial<OpenValue>, values: unknown[]) =>
    values.filter((value) => acceptsSettlement(open("scalar", rest), value));

  test("between its bounds, both included", () => {
    const values = [79.99, 80, 90, 100, 100.01];
    expect(accepted({ least: 80, most: 100 }, values)).toEqual([80, 90, 100]);
    expect(accepted({ least: 80 }, values)).toEqual([80, 90, 100, 100.01]);
    expect(accepted({ most: 100 }, values)).toEqual([79.99, 80, 90, 100]);
    expect(accepted({}, values)).toEqual(values);
  });
  test("what is no number lies within no bounds", () => {
    expect(accepted({}, ["many", true])).toEqual(["many", true]);
    expect(accepted({ least: 80 }, ["many", true])).toEqual([]);
    expect(accepted({ most: 100 }, ["many", true])).toEqual([]);
  });
  test("by one of its choices, where it gives some", () => {
    const choices = [10, "many"].map((then) => ({ key: `c-${then}`, label: words("choice"), then }));
    expect(accepted({ choices }, [10, "many", 11, "few", "10"])).toEqual([10, "many"]);
  });
});

test("it comes from outside, and may not do harm", () =>
  expect(acceptsSettlement(open("other"), JSON.parse('{ "__proto__": 1 }'))).toBe(false));
