import { array, assert, constantFrom, oneof, property, record } from "fast-check";
import { type Condition, type Measure, Policy, type Scalar, type TallyMeasure } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { describe, expect, test } from "vitest";
import type { FactRecord } from "../../contract/facts.ts";
import { worldWith } from "../../testing/world.ts";
import { evaluateCondition } from "../condition.ts";
import { evaluateMeasure } from "../measure.ts";
import type { World } from "../world.ts";

const policy = Policy.parse(pack);
const asks = { zh: "问", en: "asked" };
const worldOf = (records: FactRecord[], facts: { [ref: string]: Scalar } = {}): World => ({
  ...worldWith(policy, facts),
  set: () => records,
});
const is = (fact: string, than: Scalar | { kind: "fact"; fact: string }): Condition => ({
  kind: "compare",
  of: { kind: "fact", fact },
  is: "equal",
  than,
});
const tally = (more: Partial<TallyMeasure> = {}): TallyMeasure => ({
  kind: "tally",
  of: "achievements",
  by: "count",
  ...more,
});
const of = (measure: Measure, records: FactRecord[], facts: { [ref: string]: Scalar } = {}) =>
  evaluateMeasure(measure, worldOf(records, facts), "m");
const valueOf = (measure: Measure, records: FactRecord[]) => {
  const measured = of(measure, records);
  return measured.kind === "known" ? measured.value : measured.kind;
};
const amount: Measure = { kind: "fact", fact: "it.amount" };
const atLeast = (n: number, measure: Measure): Condition => ({
  kind: "compare",
  of: measure,
  is: "at-least",
  than: n,
});

describe("counting and adding", () => {
  const records: FactRecord[] = [
    { kind: "paper", person: "p1", amount: 3, on: "2024-01-01" },
    { kind: "paper", person: "p1", amount: 5, on: "2024-06-01" },
    { kind: "award", person: "p2", amount: 0.1, on: "2025-01-01" },
    { kind: "award", person: "p3", amount: 0.2, on: "2025-02-01" },
  ];
  test("counts, adds exactly, takes the best and the mean", () => {
    expect(valueOf(tally(), records)).toBe("4");
    expect(valueOf(tally({ by: "sum", each: amount, where: is("it.kind", "award") }), records)).toBe("0.3");
    expect(valueOf(tally({ by: "best", each: amount }), records)).toBe("5");
    expect(valueOf(tally({ by: "mean", each: amount, where: is("it.kind", "award") }), records)).toBe("0.15");
    expect(valueOf(tally({ by: "best", each: amount }), [])).toBe("0");
    expect(valueOf(tally({ by: "mean", each: amount }), [])).toBe("missing");
  });
  test("each group counts once, by its best record", () => {
    expect(valueOf(tally({ per: "it.person" }), records)).toBe("3");
    expect(valueOf(tally({ per: "it.person", by: "sum", each: amount }), records)).toBe("5.3");
  });
  test("records that do not say their group are not one group", () =>
    expect(valueOf(tally({ per: "it.person" }), [{ kind: "a" }, { kind: "b" }])).toBe("2"));
  test("a record that lacks what is counted earns nothing and blocks nothing", () =>
    expect(valueOf(tally({ by: "sum", each: amount }), [...records, { kind: "award" }])).toBe("8.3"));
  test("a period has both its ends in it, and with an hour its last day too", () => {
    const during = (from: string, to: string) => valueOf(tally({ during: { from, to } }), records);
    expect(during("2024-06-01", "2025-01-01")).toBe("2");
    expect(during("2024-06-02", "2025-01-31")).toBe("1");
    expect(during("2024-01-01", "2025-01-01T12:00:00")).toBe("3");
  });
  test("names the records that it counted", () =>
    expect(of(tally({ where: is("it.person", "p2") }), records)).toMatchObject({ records: [records[2]] }));
});

describe("the latest unbroken run", () => {
  const year = (on: string, accepted: boolean): FactRecord => ({
    on: `${on}-12-01`,
    accepted,
    kind: "yearly",
  });
  const run = (records: FactRecord[]) =>
    valueOf(tally({ by: "streak", where: is("it.accepted", true) }), records);
  test("ends at the first record that does not hold", () => {
    expect(run([year("2022", true), year("2023", false), year("2024", true), year("2025", true)])).toBe("2");
    expect(run([year("2025", false), year("2024", true)])).toBe("0");
    expect(run([])).toBe("0");
  });
  test("only runs inside the records that it is asked among", () => {
    const records = [year("2023", true), { on: "2024-12-01", kind: "other" }, year("2025", true)];
    const among = is("it.kind", "yearly");
    expect(valueOf(tally({ by: "streak", where: is("it.accepted", true), among }), records)).toBe("2");
  });
});

describe("records that nobody can say whether they count", () => {
  const records: FactRecord[] = [{ host: "h1" }, { host: "h2" }];
  const own = tally({ where: is("it.host", { kind: "fact", fact: "host.uscc" }) });
  const line = tally({
    where: {
      kind: "compare",
      of: amount,
      is: "at-least",
      than: { open: { asks, per: "policy", least: 5, most: 10 } },
    },
  });
  test("a missing fact about the subject makes the count unknown, not zero", () => {
    expect(of(own, records)).toMatchObject({ kind: "missing", ref: "host.uscc" });
    expect(of(own, records, { "host.uscc": "h1" })).toMatchObject({ kind: "known", value: "1" });
  });
  test("an open value is named, and what is sure decides", () => {
    const some = [{ amount: 20 }, { amount: 7 }, { amount: 1 }];
    expect(of(line, some)).toMatchObject({ kind: "open", open: { least: 5 } });
    const truth = (n: number) => evaluateCondition(atLeast(n, line), worldOf(some), "c").truth;
    expect([0, 1, 2, 3].map(truth)).toEqual(["true", "true", "unknown", "false"]);
  });
  test("a field that a record does not fill equals nothing, on either side", () => {
    const than = { kind: "fact", fact: "it.parent" } as const;
    expect(valueOf(tally({ where: is("it.host", than) }), [{ host: "h1" }])).toBe("0");
    expect(valueOf(tally({ where: is("it.class", "a") }), [{ host: "h1" }])).toBe("0");
  });
});

describe("a record that plainly says another word", () => {
  const word = constantFrom<FactRecord[string]>("a", "b", "c", undefined, 1, true, ["a", "c"], ["b", 2]);
  const asked = oneof(
    constantFrom("a", "b").map((than) => is("it.kind", than)),
    constantFrom("host.uscc", "host.name").map((fact) => is("it.kind", { kind: "fact", fact })),
    constantFrom<Scalar[]>(["a"], ["b", "c"]).map((than): Condition => ({
      kind: "compare",
      of: { kind: "fact", fact: "it.kind" },
      is: "one-of",
      than,
    })),
  );
  test("counts as it would if the whole condition were asked", () => {
    assert(
      property(array(record({ kind: word, host: word })), asked, asked, (drawn, first, second) => {
        const records = drawn as FactRecord[];
        const where: Condition = { kind: "all", of: [first, second] };
        // what is under a `some` is never taken for granted
        const whole: Condition = { kind: "some", least: 2, of: [first, second] };
        const facts = { "host.uscc": "a" };
        const [quick, slow] = [where, whole].map((one) => of(tally({ where: one }), records, facts));
        expect(quick).toMatchObject({ kind: slow?.kind });
        expect(quick && "records" in quick ? quick.records : []).toEqual(
          slow && "records" in slow ? slow.records : [],
        );
      }),
    );
  });
});
