// What a tally comes to, with what is missing or open by its own path.
import type { Condition, Measure, Scalar, TallyMeasure, Value } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { FactRecord } from "../../contract/facts.ts";
import { policyWith, said } from "../../testing/owing.ts";
import { worldWith } from "../../testing/world.ts";
import { evaluateMeasure } from "../measure.ts";
import type { World } from "../world.ts";
import { plainlyOther } from "./plainly-other.ts";
import { streakOf } from "./streak.ts";

const fact = (ref: string): Measure => ({ kind: "fact", fact: ref });
const open = { open: { asks: said("多少"), per: "policy" } } as const;
const openAt = (path: string) => ({
  kind: "open",
  open: { path, asks: said("多少"), per: "policy", by: "authority" },
});
const missing = (ref: string) => ({ kind: "missing", ref });
const known = (value: Scalar) => ({ kind: "known", value });
const policy = policyWith({});

describe("a record that plainly says another word than is asked", () => {
  const asked = (
    than: Scalar | Scalar[] | { kind: "fact"; fact: string },
    is: "equal" | "one-of" = "equal",
  ) => ({ kind: "compare", of: fact("it.kind"), is, than }) as const;
  const world = { ...worldWith(policy, { "host.name": "甲" }) };
  const other = (where: Parameters<typeof plainlyOther>[0], kind: FactRecord[string]) =>
    plainlyOther(where, world)({ kind });

  it("says so in one word, or in several of which none fits", () => {
    expect([other(asked("a"), "a"), other(asked("a"), "b")]).toEqual([false, true]);
    expect([other(asked(["a", "b"], "one-of"), "b"), other(asked(["a", "b"], "one-of"), "c")]).toEqual([
      false,
      true,
    ]);
    expect([other(asked("a"), ["b", "a"]), other(asked("a"), ["b", "c"])]).toEqual([false, true]);
    const host = asked({ kind: "fact", fact: "host.name" });
    expect([other(host, "甲"), other(host, "乙")]).toEqual([false, true]);
  });

  it("says it of each part that must hold", () => {
    const inner: Condition = { kind: "all", of: [asked(["a", "b"], "one-of")] };
    expect(other({ kind: "all", of: [asked("a"), inner] }, "b")).toBe(true);
    expect(other({ kind: "all", of: [inner] }, "b")).toBe(false);
    expect(other({ kind: "any", of: [asked("a")] }, "b")).toBe(false);
  });

  it("says nothing plainly where it is no word, or no word is asked for", () => {
    for (const kind of [5, true, undefined, ["b", 5]] as FactRecord[string][])
      expect(other(asked("a"), kind)).toBe(false);
    expect(other(asked(5), "b")).toBe(false);
    expect(other(asked(["a", 5], "one-of"), "b")).toBe(false);
    expect(other(asked({ kind: "fact", fact: "host.missing" }), "b")).toBe(false);
    expect(other(asked({ kind: "fact", fact: "that.kind" }), "b")).toBe(false);
    expect(other({ ...asked("a"), is: "not-equal" }, "b")).toBe(false);
    expect(other({ ...asked("a"), of: fact("host.kind") }, "b")).toBe(false);
    expect(other({ ...asked("a"), of: { kind: "fact", fact: "it.kind", at: "2024-01-01" } }, "b")).toBe(
      false,
    );
    expect(other({ ...asked("a"), of: 5 }, "b")).toBe(false);
  });
});

describe("the latest unbroken run", () => {
  const [first, second, third] = [{ on: "2023-01-01" }, { on: "2024-01-01" }, { on: "2025-01-01" }] as const;
  it("is counted back from the latest record, in whatever order they come", () => {
    expect(streakOf([second, third, first], [third, second, first])).toBe(3);
    expect(streakOf([second, third, first], [third, first])).toBe(1);
    expect(streakOf([second, third, first], [second, first])).toBe(0);
    expect(streakOf([], [])).toBe(0);
  });
});

describe("a tally", () => {
  const tally = (more: Partial<TallyMeasure> = {}): TallyMeasure => ({
    kind: "tally",
    of: "funds",
    by: "count",
    ...more,
  });
  const amount = fact("it.amount");
  const counted = (measure: Measure, records: FactRecord[], more: Partial<World> = {}) =>
    evaluateMeasure(
      measure,
      { ...worldWith(policy, {}), set: (name) => (name === "funds" ? records : []), ...more },
      "m",
    );
  const atLeast = (than: Value<number>): Condition => ({ kind: "compare", of: amount, is: "at-least", than });

  it("names the records that it counted, and counts only its own collection", () => {
    const records = [{ amount: 5 }, { amount: 1 }];
    expect(counted(tally({ where: atLeast(5) }), records)).toStrictEqual({
      kind: "known",
      value: "1",
      records: [{ amount: 5 }],
    });
    expect(counted(tally({ of: "people" }), records)).toStrictEqual({
      kind: "known",
      value: "0",
      records: [],
    });
  });

  it("lies between what is sure and what may come, as long as nothing is taken away", () => {
    const records = [{ amount: 5 }, { amount: 1 }];
    const bounded = { open: { ...open.open, least: 4, most: 9 } } as const;
    const ends = (by: TallyMeasure["by"], given: FactRecord[], each: Measure = amount) => {
      const found = counted(tally({ by, each, where: atLeast(bounded) }), given);
      const between = found.kind === "open" ? found.between : undefined;
      return [found.kind, between?.least.toNumber(), between?.most.toNumber()];
    };
    expect(ends("count", records)).toEqual(["open", 0, 1]);
    expect(ends("sum", [...records, { amount: 20 }])).toEqual(["open", 20, 25]);
    expect(ends("mean", [...records, { amount: 20 }])).toEqual(["open", undefined, undefined]);
    expect(ends("sum", records, -1)).toEqual(["open", undefined, undefined]);
    expect(ends("best", [...records, { amount: 20 }])).toEqual(["known", undefined, undefined]);
  });

  it("names what is open in the condition, or in the points of a record", () => {
    const [one] = [{ amount: 5 }];
    expect(counted(tally({ where: atLeast(open) }), [one])).toMatchObject(openAt("m/where/than"));
    expect(counted(tally({ by: "sum", each: open }), [one])).toStrictEqual(openAt("m/each"));
    expect(counted(tally({ by: "sum", each: open, where: atLeast(open) }), [one])).toStrictEqual(
      openAt("m/each"),
    );
    expect(counted(tally({ by: "sum", each: fact("host.a") }), [one])).toStrictEqual(missing("host.a"));
    expect(counted(tally({ by: "count", each: open }), [one])).toMatchObject(known("1"));
    expect(counted(tally({ by: "mean", each: amount }), [])).toStrictEqual(missing("m"));
  });

  it("gives nothing to a record that no case of its points is for", () => {
    const each: Measure = { cases: [{ key: "big", when: atLeast(5), then: 10 }] };
    const records = [{ amount: 5 }, { amount: 1 }];
    expect(counted(tally({ by: "sum", each }), records)).toMatchObject(known("10"));
    const nested: Measure = { cases: [{ key: "big", when: atLeast(1), then: each }], otherwise: each };
    expect(counted(tally({ by: "sum", each: nested }), [...records, { amount: 0 }])).toMatchObject(
      known("10"),
    );
    const ratio: Measure = { kind: "ratio", of: 1, to: 0 };
    expect(counted(tally({ by: "sum", each: ratio }), records)).toStrictEqual(missing("m/each/to"));
  });

  it("counts each group once by its best, whatever comes first; several names are one group", () => {
    const records = [
      { team: ["a", "b"], amount: 1 },
      { team: ["a", "b"], amount: 7 },
      { team: ["a", "b"], amount: 3 },
      { team: "a", amount: 2 },
      { amount: 4 },
    ];
    expect(counted(tally({ by: "sum", each: amount, per: "it.team" }), records)).toMatchObject(known("13"));
  });

  it("waits for its period, whose end has its own day in it", () => {
    const records = [{ on: "2024-06-01", amount: 1 }, { amount: 2 }];
    const during = (period: TallyMeasure["during"]) =>
      counted(tally(period === undefined ? {} : { during: period }), records);
    expect(during(open)).toStrictEqual(openAt("m/during"));
    expect(during({ from: { from: "center.accepted-on" } })).toStrictEqual(missing("center.accepted-on"));
    expect(during({ to: open })).toStrictEqual(openAt("m/during/to"));
    const counts = (period: TallyMeasure["during"]) => {
      const found = during(period);
      return found.kind === "known" ? found.value : found.kind;
    };
    expect(counts({ from: "2024-06-01" })).toBe("2");
    expect(counts({ from: "2024-06-02" })).toBe("1");
    expect(counts({ to: "2024-06-01" })).toBe("2");
    expect(counts({ to: "2024-05-31" })).toBe("1");
    expect(counts({ to: "2024-06-01T00:00:00" })).toBe("1");
    expect(counts({ to: "2024-06-01T08:00:00" })).toBe("2");
  });

  it("keeps to the period around it, by the path of that", () => {
    const period = { value: open, path: "sheets/s/period" };
    expect(counted(tally(), [{ on: "2024-06-01" }], { period })).toStrictEqual(openAt("sheets/s/period"));
    const own = tally({ during: { from: "2024-01-01" } });
    expect(counted(own, [{ on: "2024-06-01" }], { period })).toMatchObject(known("1"));
  });

  it("counts only whom the sheet counts, in the collection that it says so of", () => {
    const path = "sheets/s/counts/own/where";
    const records = [{ amount: 5 }, { amount: 1 }];
    const among = (name: "funds" | "people") => ({ counts: [{ of: name, where: atLeast(5), path }] });
    expect(counted(tally(), records, among("funds"))).toMatchObject(known("1"));
    expect(counted(tally(), records, among("people"))).toMatchObject(known("2"));
    expect(
      counted(tally(), records, { counts: [{ of: "funds", where: atLeast(open), path }] }),
    ).toMatchObject(openAt(`${path}/than`));
  });

  it("runs back over years, between what is sure and what may be so", () => {
    const year = (on: string, amountOf: number) => ({ on, amount: amountOf });
    const bounded = { open: { ...open.open, least: 4, most: 9 } } as const;
    const streak = tally({ by: "streak", where: atLeast(bounded) });
    const run = (...records: FactRecord[]) => counted(streak, records);
    expect(run(year("2025-01-01", 20), year("2024-01-01", 1))).toMatchObject(known("1"));
    expect(run(year("2025-01-01", 1), year("2024-01-01", 5))).toMatchObject(known("0"));
    const between = run(year("2025-01-01", 20), year("2024-01-01", 5), year("2023-01-01", 20));
    expect(
      between.kind === "open" && [between.between?.least.toNumber(), between.between?.most.toNumber()],
    ).toEqual([1, 3]);
    const among = { ...streak, among: atLeast(open) };
    expect(counted(among, [year("2025-01-01", 20)])).toStrictEqual(openAt("m/among/than"));
  });
});
