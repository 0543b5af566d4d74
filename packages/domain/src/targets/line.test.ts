import type { CompareCondition, CompareOperator, Condition, Measure, Policy, Scalar } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { FactRecord } from "../contract/facts.ts";
import { policyWith, said } from "../testing/owing.ts";
import { worldWith } from "../testing/world.ts";
import { linesOf, shareOfAll, type TargetLine } from "./line.ts";

const fact = (ref: string): Measure => ({ kind: "fact", fact: ref });
const sumOf = (by: "sum" | "count" | "streak" | "best"): Measure => ({
  kind: "tally",
  of: "funds",
  by,
  ...(by === "sum" || by === "best" ? { each: fact("it.amount") } : {}),
});
const growth = (of: Measure): Measure => ({
  kind: "change",
  of,
  since: { n: 1, unit: "year" },
  as: "amount",
});
const asked = (more: Partial<CompareCondition> = {}): CompareCondition => ({
  kind: "compare",
  of: fact("host.beds"),
  is: "at-least",
  than: 100,
  ...more,
});
const open = { asks: said("多少"), per: "policy" } as const;
const policy: Policy = policyWith({
  measures: [
    { key: "money", label: said("经费"), because: ["all"], of: "center", unit: "万元", is: sumOf("sum") },
    {
      key: "rise",
      label: said("增长"),
      because: ["all"],
      of: "center",
      unit: "万元",
      is: growth(sumOf("sum")),
    },
  ],
  conditions: [
    { key: "big", label: said("够大"), because: ["all"], for: ["lab"], of: "host", test: asked() },
  ],
});

interface Known {
  facts?: { [ref: string]: Scalar };
  funds?: FactRecord[];
  settled?: { [path: string]: unknown };
}
const lines = (condition: Condition, { facts = {}, funds = [], settled = {} }: Known = {}): TargetLine[] =>
  linesOf(condition, { ...worldWith(policy, facts, settled), set: () => funds }, "must");

describe("one comparison of a target", () => {
  it("says what is asked, what there is and how far that is", () =>
    expect(lines(asked(), { facts: { "host.beds": 80 } })).toStrictEqual([
      { is: "at-least", than: ["100"], truth: "false", records: [], value: "80", share: 0.8 },
    ]));

  it("bears its own name, and the unit of the figure that it asks for", () => {
    const of = { kind: "named", measure: "money" } as const;
    const funds = [{ amount: 60 }, { amount: 40 }];
    expect(lines(asked({ key: "k", label: said("经费"), of }), { funds })).toStrictEqual([
      {
        is: "at-least",
        than: ["100"],
        truth: "true",
        records: funds,
        key: "k",
        label: said("经费"),
        value: "100",
        unit: "万元",
        share: 1,
      },
    ]);
  });

  it("names the fact that nobody has given", () =>
    expect(lines(asked())).toStrictEqual([
      { is: "at-least", than: ["100"], truth: "unknown", records: [], missing: "host.beds" },
    ]));

  it("names what is open: what is asked, or how far about reaches", () => {
    const facts = { "host.beds": 80 };
    const [line] = lines(asked({ than: { open } }), { facts });
    expect(line).toMatchObject({ than: [], truth: "unknown", open: { path: "must/than" } });
    const about = asked({ is: "about", within: { open } });
    expect(lines(about, { facts })[0]).toMatchObject({ truth: "unknown", open: { path: "must/within" } });
    expect(lines(about, { facts: { "host.beds": 100 } })[0]).toMatchObject({
      truth: "true",
      open: { path: "must/within" },
    });
    const settled = { "must/within": 20 };
    expect(lines(about, { facts, settled })).toStrictEqual([
      { is: "about", than: ["100"], truth: "true", records: [], within: "20", value: "80", share: 0.8 },
    ]);
  });

  it("shows every value of several that are asked, and no share of words", () => {
    const grade = asked({ of: fact("host.grade"), is: "one-of", than: ["3a", "3b"] });
    expect(lines(grade, { facts: { "host.grade": "2a" } })).toStrictEqual([
      { is: "one-of", than: ["3a", "3b"], truth: "false", records: [], value: "2a" },
    ]);
  });

  it("says that it asks for growth, by itself or by the figure that it names", () => {
    const isGrowth = (of: Measure) => lines(asked({ of }))[0]?.growth;
    expect(isGrowth(growth(fact("host.beds")))).toBe(true);
    expect(isGrowth({ kind: "named", measure: "rise" })).toBe(true);
    expect(isGrowth({ kind: "named", measure: "money" })).toBeUndefined();
    expect(isGrowth(5)).toBeUndefined();
    expect(isGrowth({ read: 5, as: said("五") })).toBeUndefined();
  });
});

describe("what was never entered", () => {
  const silent = (of: Measure, funds: FactRecord[] = []) => {
    const [line] = lines(asked({ of, than: 0 }), { funds });
    return line?.value ?? line?.missing;
  };

  it("is not known to be nothing where it is added up or the best is asked for", () => {
    expect(lines(asked({ of: sumOf("sum"), than: 0 }))).toStrictEqual([
      { is: "at-least", than: ["0"], truth: "unknown", records: [], missing: "must/of" },
    ]);
    expect(silent(growth(sumOf("sum")))).toBe("must/of");
    expect(silent({ kind: "named", measure: "money" })).toBe("must/of");
    expect(silent({ kind: "named", measure: "rise" })).toBe("must/of");
  });

  it("is nothing where it is counted", () => {
    expect(silent(sumOf("count"))).toBe("0");
    expect(silent(sumOf("streak"))).toBe("0");
    expect(silent(sumOf("sum"), [{ amount: 0 }])).toBe("0");
  });

  it("is looked for inside the case that holds", () => {
    const of: Measure = { cases: [{ key: "one", when: { kind: "all", of: [] }, then: sumOf("sum") }] };
    expect(silent(of)).toBe("must/of");
    expect(silent(of, [{ amount: 5 }])).toBe("5");
  });
});

describe("the comparisons of a target", () => {
  const paths = (condition: Condition) => lines(condition).map((line) => line.open?.path);
  const part = asked({ than: { open }, of: 5 });

  it.each(["all", "any", "some"] as const)("are those of the parts of %s, by their own paths", (kind) => {
    const of: Condition[] = [part, { ...part, key: "second" }];
    const whole = kind === "some" ? { kind, least: 1, of } : { kind, of };
    expect(paths(whole)).toEqual(["must/of/compare/than", "must/of/second/than"]);
  });

  it("are those of a condition that is named", () => {
    const named = { kind: "named", condition: "big" } as const;
    expect(lines(named, { facts: { "host.beds": 80 } }).map(({ value, than }) => [value, than])).toEqual([
      ["80", ["100"]],
    ]);
  });

  it("are none where something is denied, judged or not stated", () => {
    expect(lines({ kind: "not", of: part })).toEqual([]);
    expect(lines({ kind: "judged", by: { role: "experts" }, asks: said("如何") })).toEqual([]);
    expect(lines({ kind: "unstated", open })).toEqual([]);
  });
});

describe("how much of what is asked is there", () => {
  const SHARES: [CompareOperator, got: number, than: number, share: number | undefined][] = [
    ["at-least", 50, 100, 0.5],
    ["at-least", 120, 100, 1],
    ["at-least", -5, 100, 0],
    ["at-least", 0, 0, 1],
    ["at-least", -1, 0, 0],
    ["at-least", -1, -2, 1],
    ["more-than", 50, 100, 0.5],
    ["more-than", 0, 0, 0],
    ["more-than", 1, 0, 1],
    ["equal", 50, 100, 0.5],
    ["equal", 0, 0, 1],
    ["about", 50, 100, 0.5],
    ["at-most", 100, 100, 1],
    ["at-most", 200, 100, 0.5],
    ["at-most", 5, 0, 0],
    ["at-most", 5, -5, 0],
    ["less-than", 99, 100, 1],
    ["less-than", 100, 100, 1],
    ["less-than", 200, 100, 0.5],
    ["less-than", 0, 0, 0],
    ["not-equal", 50, 100, undefined],
    ["one-of", 50, 100, undefined],
  ];
  it.each(SHARES)("%s: %d of %d is %s", (...[is, got, than, share]) =>
    expect(lines(asked({ is, than }), { facts: { "host.beds": got } })[0]?.share).toBe(share),
  );

  it("counts towards the lower end of a range", () =>
    expect(lines(asked({ is: "between", than: [4, 5] }), { facts: { "host.beds": 3 } })[0]?.share).toBe(
      0.75,
    ));
});

describe("how far several comparisons have come", () => {
  const line = (share?: number): TargetLine => ({
    is: "at-least",
    than: ["1"],
    truth: "false",
    records: [],
    ...(share === undefined ? {} : { share }),
  });
  const all: Condition = { kind: "all", of: [] };

  it("is as far as the one that is furthest behind, or of several ways the best", () => {
    expect(shareOfAll(all, [line(0.9), line(0.2), line(0.5)])).toBe(0.2);
    expect(shareOfAll({ kind: "any", of: [] }, [line(0.2), line(0.9), line(0.5)])).toBe(0.9);
  });

  it("cannot be said where one of them has no number, or there are none", () => {
    expect(shareOfAll(all, [line(0.9), line()])).toBeUndefined();
    expect(shareOfAll(all, [])).toBeUndefined();
  });
});
