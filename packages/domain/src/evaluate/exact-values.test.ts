// What a value comes to, with what it rests on and what it could still be.
import type { Condition, Value } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import { policyWith, said } from "../testing/owing.ts";
import { worldWith } from "../testing/world.ts";
import { evaluateCondition } from "./condition.ts";
import { causeOf, resolveValue } from "./value.ts";

const policy = policyWith({});
const world = worldWith(policy, { "host.beds": 500 });
const asks = said("多少");
const open = { open: { asks, per: "policy" } } as const;
const opened = (path: string) => ({ path, asks, per: "policy", by: "authority" });
const beds = (than: Value<number>, fact = "host.beds"): Condition => ({
  kind: "compare",
  of: { kind: "fact", fact },
  is: "at-least",
  than,
});
const yes = beds(1);
const no = beds(999);
const unsaid = beds(1, "host.staff");
const cases = <T>(when: Condition, then: Value<T>, otherwise?: Value<T>): Value<T> => ({
  cases: [{ key: "one", when, then }],
  ...(otherwise === undefined ? {} : { otherwise }),
});
const found = (value: Value<number | string>) => resolveValue(value, world, "p");
const stretch = (value: Value<number | string>) => {
  const resolved = found(value);
  const between = resolved.kind === "known" ? undefined : resolved.between;
  return between && [between.least.toNumber(), between.most.toNumber()];
};

describe("what a value comes to", () => {
  it("is itself, or what it is read as, in the words of the reading", () => {
    expect(found(5)).toStrictEqual({ kind: "known", value: 5 });
    expect(found({ read: 5, as: said("五") })).toStrictEqual({
      kind: "known",
      value: 5,
      read: said("五"),
      at: "p/read",
    });
  });

  it("is what stands in the first case that holds, where that stands", () => {
    expect(found(cases(yes, 5, 6))).toStrictEqual({ kind: "known", value: 5, at: "p/cases/one/then" });
    expect(found(cases(no, 5, 6))).toStrictEqual({ kind: "known", value: 6, at: "p/otherwise" });
    expect(found(cases(no, 5))).toStrictEqual({ kind: "missing", ref: "p" });
    expect(found(cases(yes, cases(no, 5, { read: 7, as: said("七") })))).toMatchObject({
      value: 7,
      at: "p/cases/one/then/otherwise/read",
    });
  });

  it("rests on the settlement that binds, and is else open with its bounds or its choices", () => {
    const settlement = {
      id: "x",
      path: "p",
      value: 5,
      as: "五",
      on: "2026-01-01",
      by: { name: "甲", unit: "局" },
    };
    expect(resolveValue(open, { ...world, settlement: () => settlement }, "p")).toStrictEqual({
      kind: "known",
      value: 5,
      settlement,
    });
    expect(found(open)).toStrictEqual({ kind: "open", open: opened("p") });
    const choices = [1, 2].map((then) => ({ key: `n${then}`, label: asks, then }));
    expect(found({ open: { ...open.open, choices } })).toMatchObject({ kind: "open", among: [1, 2] });
    expect(stretch({ open: { ...open.open, least: 1, most: 3 } })).toEqual([1, 3]);
  });
});

describe("a case that nobody can decide yet", () => {
  it("does no harm where every way leads to the same", () => {
    expect(found(cases(unsaid, 5, 5))).toStrictEqual({ kind: "known", value: 5, at: "p/cases/one/then" });
    const day = { from: "today" } as never;
    expect(found(cases(unsaid, day, { ...(day as object) } as never)).kind).toBe("known");
  });

  it("is missing for the fact, within what all ways come to", () => {
    expect(found(cases(unsaid, "a", "b"))).toStrictEqual({ kind: "missing", ref: "host.staff" });
    expect(stretch(cases(unsaid, 5, 9))).toEqual([5, 9]);
    expect(stretch(cases(unsaid, 5, cases(no, 9)))).toBeUndefined();
    expect(stretch(cases(unsaid, 5, cases(unsaid, 7, 9)))).toEqual([5, 9]);
  });

  it("is open for the value in its condition, with all that it could be", () => {
    expect(found(cases(beds(open), "a", "b"))).toStrictEqual({
      kind: "open",
      open: opened("p/cases/one/when/than"),
      among: ["a", "b"],
    });
    expect(found(cases(unsaid, "a", open))).toStrictEqual({ kind: "open", open: opened("p/otherwise") });
  });

  it("counts the choices of an open way among what it could be", () => {
    const choices = [7, 9].map((then) => ({ key: `n${then}`, label: asks, then }));
    const choosing = { open: { ...open.open, choices } };
    const resolved = found(cases(beds(open), 5, choosing));
    expect(resolved).toMatchObject({ kind: "open", among: [5, 7, 9] });
    expect(stretch(cases(beds(open), 5, choosing))).toEqual([5, 9]);
    expect(found(cases(unsaid, 5, open))).not.toHaveProperty("among");
  });
});

describe("what keeps a condition unknown", () => {
  const cause = (condition: Condition) => {
    const { open: waits, missing, awaiting } = causeOf(evaluateCondition(condition, world, "c"));
    return waits?.path ?? missing ?? awaiting?.zh;
  };
  const judged: Condition = { kind: "judged", by: { role: "experts" }, asks: said("先进吗") };

  it("is its own, or the first part that is unknown", () => {
    expect(cause(unsaid)).toBe("host.staff");
    expect(cause(judged)).toBe("先进吗");
    expect(cause({ kind: "all", of: [yes, unsaid, judged] })).toBe("host.staff");
    expect(cause({ kind: "all", of: [{ kind: "not", of: judged }, unsaid] })).toBe("先进吗");
    expect(cause({ kind: "any", of: [no, beds(open)] })).toBe("c/of/compare/than");
    expect(cause({ kind: "some", least: open, of: [yes, unsaid] })).toBe("c/least");
  });

  it("is nothing where nothing is unknown", () => {
    expect(cause(yes)).toBeUndefined();
    expect(cause({ kind: "all", of: [yes] })).toBeUndefined();
  });
});
