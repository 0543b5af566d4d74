import {
  type CompareCondition,
  type CompareOperator,
  Policy,
  type Scalar,
  type Than,
} from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { worldWith } from "../testing/world.ts";
import { evaluateCondition } from "./condition.ts";
import type { World } from "./world.ts";

const policy = Policy.parse(pack);
const asks = { zh: "问", en: "asked" };
const open = (bounds: { least?: number; most?: number } = {}) => ({
  open: { asks, per: "policy" as const, ...bounds },
});
const world = (facts: { [ref: string]: Scalar | Scalar[] }): World => ({
  ...worldWith(policy, {}),
  fact: (ref) => facts[ref],
});
const asked = (is: CompareOperator, than?: Than, more: Partial<CompareCondition> = {}): CompareCondition => ({
  kind: "compare",
  of: { kind: "fact", fact: "result.score" },
  is,
  ...(than === undefined ? {} : { than }),
  ...more,
});
const truth = (condition: CompareCondition, facts: { [ref: string]: Scalar | Scalar[] }) =>
  evaluateCondition(condition, world(facts), "conditions/x/test").truth;
const score = (value: Scalar | Scalar[], condition: CompareCondition) =>
  truth(condition, { "result.score": value });

describe("an open line decides wherever every possible value does", () => {
  test("bounded on one side only", () => {
    expect(score("79.99", asked("at-least", open({ least: 80 })))).toBe("false");
    expect(score("80", asked("at-least", open({ least: 80 })))).toBe("unknown");
    expect(score("60", asked("at-least", open({ most: 60 })))).toBe("true");
    expect(score("10", asked("at-least", open()))).toBe("unknown");
  });
  test("being near to a line somewhere inside its bounds is not decided", () => {
    const near = asked("about", open({ least: 80, most: 100 }), { within: 1 });
    expect(score("90", near)).toBe("unknown");
    expect(score("78.9", near)).toBe("false");
    expect(score("101.1", near)).toBe("false");
  });
  test("being one of a set that an open value stands for is not decided inside its bounds", () => {
    expect(score("90", asked("one-of", open({ least: 80, most: 100 })))).toBe("unknown");
    expect(score("70", asked("one-of", open({ least: 80, most: 100 })))).toBe("false");
    expect(score("70", asked("none-of", open({ least: 80, most: 100 })))).toBe("true");
  });
  test("an open tolerance decides where its bounds do", () => {
    const within = (bounds: { least?: number; most?: number }) =>
      asked("about", 100, { within: open(bounds) });
    expect(score("101", within({ least: 1, most: 5 }))).toBe("true");
    expect(score("106", within({ least: 1, most: 5 }))).toBe("false");
    expect(score("103", within({ least: 1, most: 5 }))).toBe("unknown");
    expect(score("100", within({}))).toBe("true");
  });
  test("an open measure decides where its bounds do", () => {
    const of = open({ least: 10, most: 20 });
    expect(truth(asked("at-least", 10, { of }), {})).toBe("true");
    expect(truth(asked("at-least", 21, { of }), {})).toBe("false");
    expect(truth(asked("at-least", 15, { of }), {})).toBe("unknown");
    expect(truth(asked("between", [5, 30], { of }), {})).toBe("true");
    expect(truth(asked("between", [12, 15], { of }), {})).toBe("unknown");
    expect(truth(asked("between", [30, 40], { of }), {})).toBe("false");
  });
  test("the bounds of another open value say nothing about the one that hangs on it", () => {
    const than = {
      cases: [{ key: "one", when: asked("at-least", open({ least: 80, most: 100 })), then: 5 }],
    };
    expect(score("90", asked("at-least", than, { of: 70 }))).toBe("unknown");
  });
  test("whatever is settled, it does not contradict what was decided before (soundness)", () => {
    const operators = ["equal", "not-equal", "at-least", "at-most", "more-than", "less-than"] as const;
    fc.assert(
      fc.property(
        fc.constantFrom<CompareOperator>(...operators, "one-of", "none-of", "about"),
        fc.integer({ min: -5, max: 15 }),
        fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 5, max: 10 })),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (...[is, value, [least, most], share]) => {
          const settled = Math.round(least + (most - least) * share);
          const before = score(value, asked(is, open({ least, most }), { within: 2 }));
          const after = score(value, asked(is, settled, { within: 2 }));
          expect(before === "unknown" ? before : after).toBe(before);
        },
      ),
    );
  });
});

describe("a fact of many values", () => {
  test("is equal where one is, and differs only where none is", () => {
    expect(score(["a", "b"], asked("equal", "a"))).toBe("true");
    expect(score(["a", "b"], asked("not-equal", "a"))).toBe("false");
    expect(score(["a", "b"], asked("none-of", ["b", "c"]))).toBe("false");
    expect(score(["a", "b"], asked("none-of", ["c"]))).toBe("true");
  });
  test("an empty one equals nothing and is not known", () => {
    expect(score([], asked("equal", "a"))).toBe("false");
    expect(score([], asked("not-equal", "a"))).toBe("true");
    expect(score([], asked("known"))).toBe("false");
  });
});

describe("plain comparisons", () => {
  test("numbers are exact, however they are written", () => {
    expect(score("80.00", asked("equal", 80))).toBe("true");
    expect(score("0.3", asked("equal", 0.3))).toBe("true");
    expect(score("79.999999999999999999", asked("at-least", 80))).toBe("false");
    expect(
      truth(asked("equal", { kind: "fact", fact: "center.score" }), {
        "result.score": "80.0",
        "center.score": "80",
      }),
    ).toBe("true");
  });
  test("codes are compared letter by letter", () => {
    const codes = (a: string, b: string) =>
      truth(
        asked("equal", { kind: "fact", fact: "center.host" }, { of: { kind: "fact", fact: "host.uscc" } }),
        {
          "host.uscc": a,
          "center.host": b,
        },
      );
    expect(codes("0123", "0123")).toBe("true");
    expect(codes("0123", "123")).toBe("false");
  });
  test("items of an ordered list compare by rank, also where the rank turns the alphabet round", () => {
    const grade = (value: string, is: CompareOperator, than: string) =>
      truth(asked(is, than, { of: { kind: "fact", fact: "host.grade" } }), { "host.grade": value });
    expect(grade("3a", "at-least", "3b")).toBe("true");
    expect(grade("2a", "at-least", "3b")).toBe("false");
    expect(grade("1", "less-than", "2")).toBe("true");
    expect(grade("no-such-grade", "at-least", "2")).toBe("unknown");
  });
  test("both ends of a range are in it", () => {
    expect(score("80", asked("between", [80, 90]))).toBe("true");
    expect(score("90", asked("between", [80, 90]))).toBe("true");
    expect(score("90.01", asked("between", [80, 90]))).toBe("false");
  });
  test("a fact that is missing leaves it unknown and is named", () => {
    const ruling = evaluateCondition(asked("at-least", 1), world({}), "p");
    expect(ruling).toMatchObject({ truth: "unknown", missing: "result.score" });
  });
});
