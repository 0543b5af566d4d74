// docs/language: nothing of the language is left out, and its JSON Schema says the same.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { COMPARE_OPERATORS, FIELD_KINDS, Policy, policyJsonSchema } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { LANGUAGE_FOLDER, languageExamples, NODES_OF_LISTS } from "./language-examples.ts";

const found = languageExamples();

/** Every object inside the examples, with what the example is. */
function objectsIn(node: unknown): object[] {
  if (typeof node !== "object" || node === null) return [];
  return [node, ...Object.values(node).flatMap(objectsIn)];
}
const shown = (is: string, field: string): unknown[] =>
  found
    .filter(({ example }) => example.is === is)
    .map(({ example }) => example.example)
    .flatMap((node) => (typeof node === "object" && node !== null ? [Reflect.get(node, field)] : []));
const anywhere = (field: string): unknown[] =>
  found.flatMap(({ example }) => objectsIn(example.example)).map((node): unknown => Reflect.get(node, field));

const schema = z.looseObject({ $defs: z.record(z.string(), z.unknown()) }).parse(policyJsonSchema());

/** The kinds of a discriminated union, as the JSON Schema lists them. */
function kindsIn(node: unknown, discriminator: string): string[] {
  const Branch = z.looseObject({
    properties: z.looseObject({ [discriminator]: z.looseObject({ const: z.string() }) }),
  });
  const union = z.looseObject({ oneOf: z.array(z.unknown()) }).safeParse(node);
  return (union.data?.oneOf ?? []).flatMap((branch) => {
    const parsed = Branch.safeParse(branch).data?.properties[discriminator];
    const kind = z.looseObject({ const: z.string() }).safeParse(parsed);
    return kind.success ? [kind.data.const] : [];
  });
}
const unions = objectsIn(schema)
  .flatMap((node) => ["kind", "do", "does"].map((discriminator) => kindsIn(node, discriminator)))
  .filter((kinds) => kinds.length > 0);

describe("nothing of the language is left out", () => {
  const documented: [is: string, discriminator: string][] = [
    ["Measure", "kind"],
    ["Condition", "kind"],
    ["Window", "kind"],
    ["Stage", "does"],
    ["Yield", "kind"],
    ["Effect", "do"],
  ];
  test("every kind of every discriminated union has an entry of its own", () => {
    const entries = documented.map(([is, discriminator]) => new Set(shown(is, discriminator)));
    for (const kinds of unions) {
      const missing = entries.map((entry) => kinds.filter((kind) => !entry.has(kind)));
      expect(missing.toSorted((a, b) => a.length - b.length)[0]).toEqual([]);
    }
    expect(unions).toHaveLength(documented.length);
  });
  test("every list of a document has an example of its nodes", () => {
    const lists = Object.keys(pack).filter((field) => Array.isArray(Reflect.get(pack, field)));
    expect(Object.keys(NODES_OF_LISTS).toSorted()).toEqual(lists.toSorted());
    const kinds = new Set(found.map(({ example }) => example.is));
    const nodes = Object.values(NODES_OF_LISTS).flatMap((node) => Object.keys(node));
    expect(nodes.filter((node) => !kinds.has(node))).toEqual([]);
    expect(["Overlay", "Scenario"].filter((node) => !kinds.has(node))).toEqual([]);
  });
  test.each([
    ["operator", COMPARE_OPERATORS, "is"],
    ["kind of field", FIELD_KINDS, "kind"],
    ["way to tally", ["count", "sum", "best", "mean", "streak"], "by"],
    ["unit of a duration", ["day", "working-day", "month", "year", "cycle"], "unit"],
    ["part of a step", ["exact", "whole-steps", "begun-steps"], "partial"],
    ["way with a missing part", ["share-out", "block"], "missing"],
  ])("every %s", (_what, words, field) => {
    const used = anywhere(field);
    expect(words.filter((word) => !used.includes(word))).toEqual([]);
  });
  test("open, read and chosen by cases", () => {
    for (const form of ["open", "read", "cases"]) {
      expect(shown("Value", form).filter((one) => one !== undefined).length).toBeGreaterThan(0);
    }
  });
});

describe("the JSON Schema", () => {
  const committed: unknown = JSON.parse(readFileSync(join(LANGUAGE_FOLDER, "policy.schema.json"), "utf8"));
  test("that is committed is that of the language (npm run policy -- schema)", () =>
    expect(committed).toEqual(policyJsonSchema()));
  test("accepts the pack and refuses what the language refuses", () => {
    const read = z.fromJSONSchema(z.looseObject({}).parse(policyJsonSchema()));
    expect(read.safeParse(pack).error).toBeUndefined();
    expect(read.safeParse({ ...pack, sheets: [{ key: "s" }] }).success).toBe(false);
    expect(read.safeParse({ ...pack, surplus: 1 }).success).toBe(false);
    expect(Policy.safeParse({ ...pack, surplus: 1 }).success).toBe(false);
  });
  test("refers to nothing that it does not define", () => {
    const refs = objectsIn(policyJsonSchema())
      .map((node): unknown => Reflect.get(node, "$ref"))
      .filter((ref) => typeof ref === "string");
    const defined = new Set(["#", ...Object.keys(schema.$defs).map((name) => `#/$defs/${name}`)]);
    expect(refs.length).toBeGreaterThan(100);
    expect(refs.filter((ref) => !defined.has(ref))).toEqual([]);
  });
});
