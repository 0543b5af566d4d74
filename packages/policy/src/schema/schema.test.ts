import { describe, expect, test } from "vitest";
import { z } from "zod";
import { CalendarDate, MomentLiteral, MonthDay } from "./dates.ts";
import { Policy } from "./policy.ts";
import { Condition, isCases, isOpen, isReading, unread, value, Window } from "./sorts.ts";
import { Decimal, Key, Ref } from "./text.ts";

const accepts = (schema: z.ZodType, input: unknown): boolean => schema.safeParse(input).success;

describe("words of the language", () => {
  test.each(["a", "self-assessment", "3a", "y2022"])("%s is a key", (key) =>
    expect(accepts(Key, key)).toBe(true),
  );
  test.each(["A", "a_b", "-a", "a-", "a--b", "", "名称", "a".repeat(65)])("%s is no key", (key) =>
    expect(accepts(Key, key)).toBe(false),
  );
  test.each(["today", "host.grade", "stage.publish.done-on", "application.december.events", "it.level"])(
    "%s is a reference",
    (ref) => expect(accepts(Ref, ref)).toBe(true),
  );
  test.each(["host", "hosts.grade", "host.grade.a.b", "host.Grade", "host['grade']", "host.grade > 2"])(
    "%s is no reference",
    (ref) => expect(accepts(Ref, ref)).toBe(false),
  );
  test("a decimal has at most four places", () => {
    expect(accepts(Decimal, 79.9999)).toBe(true);
    expect(accepts(Decimal, 79.99999)).toBe(false);
    expect(accepts(Decimal, Number.NaN)).toBe(false);
  });
});

describe("days", () => {
  test("29 February exists in leap years only", () => {
    expect(accepts(CalendarDate, "2024-02-29")).toBe(true);
    expect(accepts(CalendarDate, "2000-02-29")).toBe(true);
    expect(accepts(CalendarDate, "2023-02-29")).toBe(false);
    expect(accepts(CalendarDate, "2100-02-29")).toBe(false);
  });
  test.each(["2022-13-01", "2022-00-10", "2022-04-31", "2022-4-1", "20221019"])("%s is no day", (day) =>
    expect(accepts(CalendarDate, day)).toBe(false),
  );
  test("a moment may carry the hour", () => {
    expect(accepts(MomentLiteral, "2022-10-23T17:00:00")).toBe(true);
    expect(accepts(MomentLiteral, "2022-10-23T24:00:00")).toBe(false);
    expect(accepts(MomentLiteral, "2022-10-23T17:00:00Z")).toBe(false);
  });
  test("a day of every year exists in some year", () => {
    expect(accepts(MonthDay, "02-29")).toBe(true);
    expect(accepts(MonthDay, "06-31")).toBe(false);
  });
});

describe("values", () => {
  const Number = value(Decimal);
  const open = { open: { asks: { zh: "线", en: "line" }, per: "policy", least: 80, most: 100 } };
  const when = { kind: "all", of: [] };

  test("are plain, open, read or by cases, and may be nested", () => {
    expect(accepts(Number, 80)).toBe(true);
    expect(accepts(Number, open)).toBe(true);
    expect(accepts(Number, { read: 80, as: { zh: "理解", en: "reading" } })).toBe(true);
    expect(accepts(Number, { cases: [{ key: "a", when, then: open }], otherwise: 1 })).toBe(true);
  });
  test("refuse what is none of these", () => {
    expect(accepts(Number, "80")).toBe(false);
    expect(accepts(Number, { read: 80 })).toBe(false);
    expect(accepts(Number, { cases: [] })).toBe(false);
    expect(accepts(Number, { ...open, note: "" })).toBe(false);
  });
  test("tell their form; a condition that is unstated is no open value", () => {
    expect(isOpen(open)).toBe(true);
    expect(isOpen({ kind: "unstated", open: open.open })).toBe(false);
    expect(isReading({ read: 1, as: { zh: "a", en: "a" } })).toBe(true);
    expect(isCases({ cases: [] })).toBe(true);
    expect(unread({ read: 1, as: { zh: "a", en: "a" } })).toBe(1);
    expect(unread(2)).toBe(2);
  });
});

describe("windows and conditions", () => {
  test("a window has one of three kinds", () => {
    expect(accepts(Window, { kind: "yearly", from: "07-01", to: "07-31" })).toBe(true);
    expect(accepts(Window, { kind: "between", from: { from: "center.term-ended-on" } })).toBe(true);
    expect(accepts(Window, { kind: "anytime" })).toBe(true);
    expect(accepts(Window, { kind: "monthly" })).toBe(false);
    expect(accepts(Window, { kind: "yearly", from: "07-01" })).toBe(false);
  });
  test("a condition is a typed tree, never a string", () => {
    const leaf = { kind: "compare", of: { kind: "fact", fact: "host.beds" }, is: "at-least", than: 500 };
    expect(accepts(Condition, { kind: "not", of: { kind: "any", of: [leaf] } })).toBe(true);
    expect(accepts(Condition, "host.beds >= 500")).toBe(false);
    expect(accepts(Condition, { ...leaf, is: ">=" })).toBe(false);
    expect(accepts(Condition, { kind: "any", of: [] })).toBe(false);
  });
});

test("the whole language has a JSON Schema", () => {
  const schema = z.toJSONSchema(Policy);
  expect(schema.type).toBe("object");
  expect(schema.additionalProperties).toBe(false);
  expect(schema.required).toContain("procedures");
});
