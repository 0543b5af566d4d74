import { type Condition, type Measure, Policy, type Value } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { worldWith } from "../testing/world.ts";
import { evaluateMeasure } from "./measure.ts";
import { resolveValue } from "./value.ts";

const policy = Policy.parse(pack);
const world = worldWith(policy, {});
const asks = { zh: "问", en: "asked" };
const unknown: Condition = {
  kind: "compare",
  of: { kind: "fact", fact: "center.score" },
  is: "at-least",
  than: 1,
};
const no: Condition = { kind: "any", of: [{ kind: "not", of: { kind: "all", of: [] } }] };
const yes: Condition = { kind: "all", of: [] };

describe("cases", () => {
  const grade = (when: Condition, then: Value<string>, otherwise?: Value<string>): Value<string> => ({
    cases: [{ key: "one", when, then }],
    ...(otherwise === undefined ? {} : { otherwise }),
  });

  test("the first that holds", () => {
    expect(resolveValue(grade(yes, "a", "b"), world, "p")).toMatchObject({ kind: "known", value: "a" });
    expect(resolveValue(grade(no, "a", "b"), world, "p")).toMatchObject({ kind: "known", value: "b" });
    expect(resolveValue(grade(no, "a"), world, "p")).toEqual({ kind: "missing", ref: "p" });
  });
  test("an unknown case does no harm where both ways are the same", () => {
    expect(resolveValue(grade(unknown, "a", "a"), world, "p")).toMatchObject({ kind: "known", value: "a" });
    expect(resolveValue(grade(unknown, "a", "b"), world, "p")).toMatchObject({
      kind: "missing",
      ref: "center.score",
    });
  });
  test("an open value on one way is never left out of what could be", () => {
    const open = { open: { asks, per: "policy" as const, least: 80, most: 100 } };
    for (const value of [grade(unknown, open, "60"), grade(unknown, "60", open)]) {
      expect(resolveValue(value, world, "p").kind).not.toBe("known");
    }
  });
  test("an open value that can only be what the other way is does no harm", () => {
    const only = {
      open: { asks, per: "policy" as const, choices: [{ key: "one", label: asks, then: "a" }] },
    };
    expect(resolveValue(grade(unknown, only, "a"), world, "p")).toEqual({ kind: "known", value: "a" });
    expect(resolveValue(grade(unknown, "a", only), world, "p")).toMatchObject({ kind: "known", value: "a" });
  });
  test("what is open is named: the condition's value first, then that of the other way", () => {
    const line = { open: { asks, per: "policy" as const } };
    const when: Condition = { ...unknown, of: { kind: "fact", fact: "today" }, than: line };
    const asked = worldWith(policy, { today: "2025-12-01" });
    expect(resolveValue(grade(when, "a", "b"), asked, "p")).toMatchObject({
      kind: "open",
      open: { path: "p/cases/one/when/than" },
      among: ["a", "b"],
    });
    expect(resolveValue(grade(unknown, "a", line), world, "p")).toMatchObject({
      kind: "open",
      open: { path: "p/otherwise" },
    });
  });
  test("numbers on both ways leave a stretch between them", () => {
    const number = (then: Value<number>, otherwise: Value<number>): Value<number> => ({
      cases: [{ key: "one", when: unknown, then }],
      otherwise,
    });
    const missing = resolveValue(number(60, 80), world, "p");
    expect(missing).toMatchObject({ kind: "missing", ref: "center.score" });
    const between = missing.kind === "missing" ? missing.between : undefined;
    expect([between?.least.toString(), between?.most.toString()]).toEqual(["60", "80"]);
    expect(resolveValue(grade(unknown, "a", "b"), world, "p")).not.toHaveProperty("between");
  });
  test("a way that leads nowhere is never left out of what could be", () =>
    expect(resolveValue(grade(unknown, "a"), world, "p").kind).toBe("missing"));
});

describe("where a settlement is looked for", () => {
  const open = { open: { asks, per: "policy" as const } };
  const step = (value: typeof open): Measure => ({
    kind: "line",
    of: 2,
    at: 0,
    gives: 0,
    side: "above",
    every: 1,
    step: value,
    partial: "exact",
  });

  test("inside the case that was chosen", () => {
    const value: Measure = { cases: [{ key: "one", when: yes, then: step(open) }], otherwise: 0 };
    const settled = worldWith(policy, {}, { "measures/m/is/cases/one/then/step": 5 });
    expect(evaluateMeasure(value, settled, "measures/m/is")).toMatchObject({ kind: "known", value: "10" });
    expect(evaluateMeasure(value, world, "measures/m/is")).toMatchObject({
      open: { path: "measures/m/is/cases/one/then/step" },
    });
  });
  test("inside what stands otherwise, and inside a reading", () => {
    const otherwise: Measure = { cases: [{ key: "one", when: no, then: 1 }], otherwise: step(open) };
    expect(evaluateMeasure(otherwise, world, "m")).toMatchObject({ open: { path: "m/otherwise/step" } });
    const reading = { read: step(open), as: asks } as Measure;
    expect(evaluateMeasure(reading, world, "m")).toMatchObject({ open: { path: "m/read/step" } });
  });
});

describe("whatever an unknown case turns out to be, the answer had allowed for it (soundness)", () => {
  const truth = fc.constantFrom("true", "false", "unknown");
  const then = fc.constantFrom("a", "b");
  const conditions = { true: yes, false: no };
  test("for any row of cases", () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(truth, then), { minLength: 1, maxLength: 5 }),
        then,
        (rows, otherwise) => {
          const made = (decide: boolean): Value<string> => ({
            cases: rows.map(([when, value], n) => ({
              key: `c${n}`,
              when: when === "unknown" ? (decide ? yes : unknown) : conditions[when],
              then: value,
            })),
            otherwise,
          });
          const before = resolveValue(made(false), world, "p");
          const after = resolveValue(made(true), world, "p");
          const decided = before.kind === "known";
          expect(decided ? after : before).toMatchObject(
            decided ? { kind: "known", value: before.value } : {},
          );
        },
      ),
    ));
});
