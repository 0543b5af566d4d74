import { describe, expect, test } from "vitest";
import type { FormField } from "../schema/forms.ts";
import type { Claims, Register } from "../schema/registers.ts";
import { compare, smallPolicy, told } from "../testing/small-policy.ts";
import { registers } from "./registers.ts";

const name: FormField = { key: "name", kind: "text", required: true };
const said = (rest: Partial<Register>) =>
  told(
    registers(
      smallPolicy({
        registers: [{ key: "r", bearer: "center", by: [{ role: "host" }], fields: [name], ...rest }],
      }),
    ),
  );

describe("some field says what an entry is called", () => {
  const nameless = [
    "registers/r/fields: no field says what an entry is called: a required text, person or institution",
  ];

  test.each<[FormField["kind"], FormField["required"], string[]]>([
    ["text", true, []],
    ["person", true, []],
    ["institution", true, []],
    ["number", true, nameless],
    ["text", false, nameless],
    ["text", undefined, nameless],
    ["text", compare("it.kind", "known"), nameless],
  ])("a %s, required: %j", (kind, required, problems) =>
    expect(said({ fields: [{ key: "x", kind, ...(required === undefined ? {} : { required }) }] })).toEqual(
      problems,
    ),
  );
});

test("a field writes attributes of its own entry alone", () => {
  const field = (key: string, fact: string): FormField => ({ key, kind: "text", fact });
  const wrong = [field("a", "center.name"), field("b", "it.name"), field("c", "host.it.name")];
  const all = [name, ...wrong];
  expect(said({ fields: all })).toEqual([
    "registers/r/fields/a: a field of a register cannot write “center.name”",
    "registers/r/fields/c: a field of a register cannot write “host.it.name”",
  ]);
  const policy = smallPolicy({
    registers: [{ key: "r", bearer: "center", by: [{ role: "host" }], fields: all }],
  });
  expect(registers(policy)[0]?.said.zh).toBe("台账的栏目不能写“center.name”");
});

describe("what the tenant bears is entered by the authority or the platform", () => {
  const foreign = ["registers/r/bearer: a register of the tenant is entered by the authority"];

  test.each<[Register["bearer"], Register["by"], string[]]>([
    ["tenant", [{ role: "authority" }, { role: "platform" }], []],
    ["tenant", [{ role: "host" }], foreign],
    ["tenant", [{ role: "authority" }, { role: "host" }], foreign],
    ["institution", [{ role: "host" }], []],
    ["center", [{ role: "director" }], []],
  ])("of the %s, by %j", (bearer, by, problems) => expect(said({ bearer, by })).toEqual(problems));
});

test("what is claimed are records of some collection", () => {
  const claims: Claims = { in: ["report"], once: "tier" };
  expect(said({ claims })).toEqual([
    "registers/r/claims: a register whose entries are claimed says which records they are",
  ]);
  expect(said({ claims, of: "achievements" })).toEqual([]);
});

describe("personal data is marked where everybody reads", () => {
  const unmarked = ["registers/r/fields/x: in a public register personal data is marked as such"];

  test.each<[FormField["kind"], string[]]>([
    ["identity", unmarked],
    ["phone", unmarked],
    ["email", unmarked],
    ["person", []],
  ])("%s", (kind, problems) => {
    const field: FormField = { key: "x", kind };
    expect(said({ public: true, fields: [name, field] })).toEqual(problems);
    expect(said({ public: true, fields: [name, { ...field, personal: true }] })).toEqual([]);
    expect(said({ public: true, fields: [name, { ...field, personal: false }] })).toEqual(problems);
    expect(said({ public: false, fields: [name, field] })).toEqual([]);
    expect(said({ fields: [name, field] })).toEqual([]);
  });
});

test("a dossier asks for no identity number", () => {
  const fields: FormField[] = [name, { key: "id", kind: "identity", personal: true }];
  const policy = smallPolicy({ forms: [{ key: "f", sections: [{ key: "s", fields }] }] });
  expect(told(registers(policy))).toEqual([
    "forms/f/sections/s/fields/id: a dossier asks for no identity number; a register of persons does",
  ]);
});
