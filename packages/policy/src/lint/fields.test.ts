import { describe, expect, test } from "vitest";
import type { FormField } from "../schema/forms.ts";
import type { Register } from "../schema/registers.ts";
import { smallPolicy, told } from "../testing/small-policy.ts";
import { fields } from "./fields.ts";

const said = (...all: FormField[]) =>
  told(fields(smallPolicy({ forms: [{ key: "f", sections: [{ key: "s", fields: all }] }] })));

describe("a field has what its kind needs", () => {
  test.each<[FormField["kind"], string[], Partial<FormField>]>([
    ["choice", ["a choice field needs a list"], { list: "grades" }],
    ["table", ["a table field needs columns"], { columns: [] }],
    [
      "sheet",
      ["a sheet field needs a sheet", "a sheet field needs fills"],
      { sheet: "sheet", fills: "items" },
    ],
    ["records", ["a records field needs a collection"], { of: "people" }],
    ["signature", ["a signature field needs by"], { by: { role: "host" } }],
    ["text", [], {}],
  ])("%s", (kind, problems, needed) => {
    expect(said({ key: "x", kind })).toEqual(problems.map((en) => `forms/f/sections/s/fields/x: ${en}`));
    expect(said({ key: "x", kind, ...needed })).toEqual([]);
  });
  test("also a column, in a register as in a form", () => {
    const table: FormField = { key: "t", kind: "table", columns: [{ key: "c", kind: "choice" }] };
    const problem = "a choice field needs a list";
    expect(said(table)).toEqual([`forms/f/sections/s/fields/t/columns/c: ${problem}`]);
    const register: Register = { key: "r", bearer: "center", by: [{ role: "host" }], fields: [table] };
    expect(told(fields(smallPolicy({ registers: [register] })))).toEqual([
      `registers/r/fields/t/columns/c: ${problem}`,
    ]);
  });
  test("what is needed is named in both languages", () => {
    const [problem] = fields(
      smallPolicy({
        forms: [{ key: "f", sections: [{ key: "s", fields: [{ key: "x", kind: "records" }] }] }],
      }),
    );
    expect([problem?.said.zh, problem?.mend]).toEqual([
      "records 字段缺少 of",
      { zh: "请补上 of", en: "add a collection" },
    ]);
  });
});
