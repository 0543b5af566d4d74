import type { FieldKind } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import { isFilled } from "./filled.ts";

const SEALED = { fingerprint: "a".repeat(64) };

const SAYS: [FieldKind, unknown[]][] = [
  ["text", ["字"]],
  ["number", [0, "0"]],
  ["money", [0, "0.00"]],
  ["date", ["2024-01-01"]],
  ["choice", ["pass", ["pass"]]],
  ["yes-no", [true, false]],
  ["file", [[{ id: "a" }]]],
  ["table", [[{ key: "r1" }]]],
  ["person", [{ name: "主任甲" }]],
  ["institution", ["甲医院", { name: "甲医院" }, [{ name: "甲医院" }]]],
  ["uscc", ["91350100M000100Y43"]],
  ["identity", ["999999199001010010", SEALED]],
  ["phone", ["023"]],
  ["email", ["a@b.cn"]],
  ["goals", [[{ key: "a" }]]],
  ["records", [[{ entry: "e" }]]],
  ["sheet", [{ a: [], b: [{ key: "r" }] }, { a: "1.5" }, { a: 0 }]],
  ["signature", [false, "签"]],
];

const SAYS_NOTHING: [FieldKind, unknown[]][] = [
  ["text", ["", " \n", 5, ["字"]]],
  ["number", ["", " ", true]],
  ["money", ["", " ", true]],
  ["date", ["", 2024]],
  ["choice", ["", [], true]],
  ["yes-no", ["yes", 1]],
  ["file", [[], "a.pdf"]],
  ["table", [[], { key: "r1" }]],
  ["person", [{ name: " " }, { title: "教授" }, "主任甲", null]],
  ["institution", ["", { name: "" }, [], null]],
  ["uscc", [""]],
  ["identity", ["", {}, { fingerprint: "short" }]],
  ["phone", [""]],
  ["email", [""]],
  ["goals", [[]]],
  ["records", [[]]],
  ["sheet", [{}, { a: [], b: " ", c: null }, null, "a", 5]],
  ["signature", [null]],
];

describe("what says something", () => {
  it.each(SAYS)("in a field of kind %s", (kind, values) => {
    for (const value of values) expect([value, isFilled(kind, value)]).toEqual([value, true]);
  });
});

describe("what says nothing: the empty, and what is not of the kind at all", () => {
  it.each(SAYS_NOTHING)("in a field of kind %s", (kind, values) => {
    for (const value of [...values, undefined])
      expect([value, isFilled(kind, value)]).toEqual([value, false]);
  });
});
