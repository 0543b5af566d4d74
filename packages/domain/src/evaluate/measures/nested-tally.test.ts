import { type Condition, type Measure, Policy, type Scalar, type TallyMeasure } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { describe, expect, test } from "vitest";
import type { FactRecord } from "../../contract/facts.ts";
import { worldWith } from "../../testing/world.ts";
import { evaluateCondition } from "../condition.ts";
import { evaluateMeasure } from "../measure.ts";
import type { World } from "../world.ts";

const policy = Policy.parse(pack);
type Sets = { [collection: string]: FactRecord[] };
const worldOf = (sets: Sets, facts: { [ref: string]: Scalar } = {}): World => ({
  ...worldWith(policy, facts),
  set: (collection) => sets[collection] ?? [],
});
const fact = (ref: string): Measure => ({ kind: "fact", fact: ref });
const isSame = (ref: string, than: string, is: "equal" | "not-equal" = "equal"): Condition => ({
  kind: "compare",
  of: fact(ref),
  is,
  than: { kind: "fact", fact: than },
});
const count = (of: TallyMeasure["of"], where?: Condition): TallyMeasure => ({
  kind: "tally",
  of,
  by: "count",
  ...(where === undefined ? {} : { where }),
});
const compare = (of: Measure, is: "equal" | "at-least", than: number): Condition => ({
  kind: "compare",
  of,
  is,
  than,
});
const all = (...of: Condition[]): Condition => ({ kind: "all", of });
const measured = (measure: Measure, sets: Sets, facts = {}) => {
  const result = evaluateMeasure(measure, worldOf(sets, facts), "m");
  return result.kind === "known" ? result.value : result.kind;
};

describe("a tally within a tally sees the record around it as `that`", () => {
  const elsewhere = count(
    "people",
    all(isSame("it.person", "that.person"), isSame("it.team", "that.team", "not-equal")),
  );
  const people: FactRecord[] = [
    { person: "甲", team: "t1" },
    { person: "乙", team: "t1" },
    { person: "乙", team: "t2" },
    { person: "丙", team: "t2" },
  ];

  test("persons who are in no other team", () =>
    expect(measured(count("people", compare(elsewhere, "equal", 0)), { people })).toBe("2"));

  test("a center whose host holds another in the same field", () => {
    const another = count(
      "designations",
      all(
        isSame("it.host", "that.host"),
        isSame("it.field", "that.field"),
        isSame("it.id", "that.id", "not-equal"),
      ),
    );
    const designations: FactRecord[] = [
      { id: "a", host: "h1", field: "f1" },
      { id: "b", host: "h1", field: "f1" },
      { id: "c", host: "h1", field: "f2" },
      { id: "d", host: "h2", field: "f1" },
    ];
    const found = evaluateMeasure(
      count("designations", compare(another, "at-least", 1)),
      worldOf({ designations }),
      "m",
    );
    expect(found).toMatchObject({ value: "2", records: [{ id: "a" }, { id: "b" }] });
  });

  test("across collections, and in the points of each record", () => {
    const own = count("achievements", isSame("it.person", "that.person"));
    const achievements = [{ person: "甲" }, { person: "甲" }, { person: "丙" }];
    const most: Measure = { kind: "tally", of: "people", by: "best", each: own };
    expect(measured(most, { people, achievements })).toBe("2");
  });

  test("in `among`: only the records that it admits can break a run", () => {
    const evaluations: FactRecord[] = [
      { procedure: "yearly", means: "good", on: "2023-12-01" },
      { procedure: "check", means: "fail", on: "2024-12-01" },
      { procedure: "yearly", means: "good", on: "2025-12-01" },
    ];
    const streak: Measure = {
      kind: "tally",
      of: "evaluations",
      by: "streak",
      where: { kind: "compare", of: fact("it.means"), is: "equal", than: "good" },
      among: compare(count("reports", isSame("it.procedure", "that.procedure")), "at-least", 1),
    };
    expect(measured(streak, { evaluations, reports: [{ procedure: "yearly" }] })).toBe("2");
    expect(measured(streak, { evaluations, reports: [] })).toBe("0");
  });

  test("the period of an inner tally hangs on the record around it", () => {
    const sets: Sets = {
      designations: [
        { id: "a", on: "2022-03-01" },
        { id: "b", on: "2024-03-01" },
      ],
      funds: [
        { on: "2022-06-01", amount: 5 },
        { on: "2024-06-01", amount: 7 },
      ],
    };
    const firstYear: Measure = {
      kind: "tally",
      of: "funds",
      by: "sum",
      each: fact("it.amount"),
      during: { from: { from: "that.on" }, to: { from: "that.on", plus: { n: 1, unit: "year" } } },
    };
    expect(measured({ kind: "tally", of: "designations", by: "best", each: firstYear }, sets)).toBe("7");
  });

  test("a field that the outer record does not fill equals nothing", () =>
    expect(
      measured(
        count("people", compare(count("achievements", isSame("it.person", "that.person")), "at-least", 1)),
        {
          people: [{ team: "t1" }],
          achievements: [{ person: "甲" }, {}],
        },
      ),
    ).toBe("0"));

  test("where no record stands around, its fields equal nothing", () =>
    expect(
      evaluateCondition(isSame("host.uscc", "that.host"), worldOf({}, { "host.uscc": "h" }), "c").truth,
    ).toBe("false"));
});
