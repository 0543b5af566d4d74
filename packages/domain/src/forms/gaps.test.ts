import { type FormField, Policy, type Register, type Scalar, type Value } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { describe, expect, test } from "vitest";
import { gapsFor } from "../testing/fields.ts";
import { worldWith } from "../testing/world.ts";
import { gapsOf, gapsOfEntry } from "./gaps.ts";

const policy = Policy.parse(pack);
const codes = (...asked: Parameters<typeof gapsFor>) => gapsFor(...asked).map(({ code }) => code);

describe("what is required", () => {
  test("is missing while it says nothing", () => {
    for (const empty of [undefined, "", "  "])
      expect(codes({ kind: "text", required: true }, empty)).toEqual(["field-missing"]);
    expect(codes({ kind: "text" }, "")).toEqual([]);
    expect(codes({ kind: "yes-no", required: true }, false)).toEqual([]);
    expect(codes({ kind: "number", required: true }, 0)).toEqual([]);
    expect(codes({ kind: "file", required: true }, [])).toEqual(["field-missing"]);
  });
  test("may hang on a condition", () => {
    const required: FormField["required"] = {
      kind: "compare",
      of: { kind: "fact", fact: "case.late" },
      is: "equal",
      than: true,
    };
    const facts = (late: Scalar) => ({ facts: { "case.late": late } });
    expect(codes({ kind: "text", required }, "", facts(true))).toEqual(["field-missing"]);
    expect(codes({ kind: "text", required }, "", facts(false))).toEqual([]);
  });
  test("a signature is an act of its own and no gap", () =>
    expect(codes({ kind: "signature", required: true }, undefined)).toEqual([]));
  test("may hang on a condition that waits for an open value, and is then not required yet", () => {
    const than: Value<number> = {
      open: { asks: { zh: "多少", en: "how many" }, per: "policy", by: { role: "authority" } },
    };
    const of = { kind: "fact", fact: "host.beds" } as const;
    const required: FormField["required"] = { kind: "compare", of, is: "at-least", than };
    const facts = { "host.beds": 500 };
    const settled = { "forms/f/sections/s/fields/x/required/than": 500 };
    expect(codes({ kind: "text", required }, "", { facts })).toEqual([]);
    expect(codes({ kind: "text", required }, "", { facts, settled })).toEqual(["field-missing"]);
  });
  test("names the place in the form and in the policy, and what the field hints at", () => {
    const missing = {
      code: "field-missing",
      params: { section: { zh: "s", en: "s" }, field: { zh: "x", en: "x" } },
      clauses: [],
      field: "s/x",
      path: "forms/f/sections/s/fields/x",
    };
    const hint = { zh: "写全称", en: "the full name" };
    expect(gapsFor({ kind: "text", required: true }, "")).toStrictEqual([missing]);
    expect(gapsFor({ kind: "text", required: true, hint }, "")).toStrictEqual([
      { ...missing, params: { ...missing.params, hint } },
    ]);
  });
  test("is named by its labels, with the clauses of the nearest node that rests on any", () => {
    const label = (zh: string) => ({ zh, en: zh });
    const told = (of: { field?: string[]; section?: string[]; form?: string[] }) => {
      const field: FormField = {
        key: "x",
        kind: "text",
        required: true,
        label: label("栏"),
        ...because(of.field),
      };
      const section = { key: "s", label: label("节"), fields: [field], ...because(of.section) };
      const form = { key: "f", sections: [section], ...because(of.form) };
      return gapsOf(form, {}, worldWith(policy, {})).map(({ params, clauses }) => [
        params,
        clauses.map(({ key }) => key),
      ]);
    };
    const because = (keys: string[] | undefined) => (keys === undefined ? {} : { because: keys });
    const params = { section: label("节"), field: label("栏") };
    expect(told({ field: ["s1"], section: ["s2"], form: ["goal-two"] })).toEqual([[params, ["s1"]]]);
    expect(told({ field: [], section: ["s2"], form: ["goal-two"] })).toEqual([[params, ["s2"]]]);
    expect(told({ form: ["goal-two"] })).toEqual([[params, ["goal-two"]]]);
    expect(told({})).toEqual([[params, []]]);
  });
});

describe("an entry of a register", () => {
  const register: Register = {
    key: "papers",
    label: { zh: "论文", en: "papers" },
    bearer: "institution",
    by: [{ role: "host" }],
    fields: [
      { key: "title", kind: "text", required: true },
      { key: "year", kind: "number", fact: "it.year" },
      {
        key: "proof",
        kind: "text",
        required: {
          kind: "compare",
          of: { kind: "fact", fact: "it.year" },
          is: "at-least",
          than: 2020,
        },
      },
    ],
  };
  const gaps = (answers: { [field: string]: unknown }) =>
    gapsOfEntry(register, answers, worldWith(policy, {}));
  const at = (field: string) => ({
    clauses: [],
    field: `papers/${field}`,
    path: `registers/papers/fields/${field}`,
  });
  const called = (key: string) => ({ zh: key, en: key });

  test("lacks what is required", () => {
    expect(gaps({ title: "论文甲" })).toEqual([]);
    expect(gaps({})).toStrictEqual([
      {
        code: "field-missing",
        params: { section: { zh: "论文", en: "papers" }, field: called("title") },
        ...at("title"),
      },
    ]);
  });

  test("is looked at with what it writes itself", () => {
    expect(gaps({ title: "论文甲", year: 2019 })).toEqual([]);
    expect(gaps({ title: "论文甲", year: 2020 }).map(({ field }) => field)).toEqual(["papers/proof"]);
  });

  test("has no field that its register does not know", () =>
    expect(gaps({ title: "论文甲", secret: "x" })).toStrictEqual([
      {
        code: "field-invalid",
        params: { field: called("secret"), fault: "unknown-field" },
        ...at("secret"),
      },
    ]));
});
