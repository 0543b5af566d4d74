import type { FormField } from "@yichuang/policy";
import { describe, expect, test } from "vitest";
import { formOf } from "../testing/fields.ts";
import { goalsOf, writesOf } from "./writes.ts";

describe("what a form writes", () => {
  const form = formOf(
    { key: "name", kind: "text", fact: "application.name" },
    { key: "funds", kind: "money", fact: "host.funds" },
    { key: "lead", kind: "person", fact: "center.director" },
    { key: "note", kind: "text" },
    { key: "aims", kind: "goals" },
  );
  const answers = {
    s: {
      name: " 中心 ",
      funds: "12.50",
      lead: { name: "主任甲", title: "教授" },
      note: "无",
      aims: [{ key: "a", text: "建成平台" }],
    },
  };
  test("is what its fields with a fact say, and nothing for an empty one", () => {
    expect(writesOf(form, answers)).toEqual({
      "application.name": "中心",
      "host.funds": "12.50",
      "center.director": { name: "主任甲", title: "教授" },
    });
    for (const empty of [{}, { s: {} }, { s: { name: "" } }]) expect(writesOf(form, empty)).toEqual({});
  });
  test("is of every kind what its value is, an institution by its name", () => {
    const written = (kind: FormField["kind"], value: unknown) =>
      writesOf(formOf({ key: "x", kind, fact: "host.x" }), { s: { x: value } })["host.x"];
    expect(written("number", 0)).toBe(0);
    expect(written("yes-no", false)).toBe(false);
    expect(written("institution", { name: "甲医院", uscc: "1" })).toBe("甲医院");
    expect(written("institution", " 甲医院 ")).toBe("甲医院");
    expect(written("institution", [{ name: "甲医院" }])).toBeUndefined();
    expect(written("person", { name: "主任甲", age: 50 })).toBeUndefined();
  });
  test("leaves out what is no value of a fact", () => {
    const several = formOf({ key: "x", kind: "choice", many: true, fact: "host.x" });
    expect(writesOf(several, { s: { x: ["a", "b"] } })).toStrictEqual({});
  });
  test("and its goals, in their order", () => {
    expect(goalsOf(form, answers)).toEqual([{ key: "a", text: "建成平台" }]);
    for (const without of [{}, { s: {} }, { s: { aims: [{ key: "a" }] } }])
      expect(goalsOf(form, without)).toBeUndefined();
  });
  test("of which only a field of goals holds any, the first that holds some", () => {
    const goals = [{ key: "a", text: "建成平台" }];
    expect(goalsOf(formOf({ key: "x", kind: "table" }), { s: { x: goals } })).toBeUndefined();
    const two = formOf({ key: "x", kind: "goals" }, { key: "y", kind: "goals" });
    expect(goalsOf(two, { s: { y: goals } })).toEqual(goals);
  });
});
