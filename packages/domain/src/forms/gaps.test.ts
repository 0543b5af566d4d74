import { type Form, type FormField, Policy, type Scalar } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { describe, expect, test } from "vitest";
import { worldWith } from "../testing/world.ts";
import { gapsOf } from "./gaps.ts";
import { goalsOf, writesOf } from "./writes.ts";

const policy = Policy.parse(pack);
const USCC = "91350100M000100Y43";
const formOf = (...fields: FormField[]): Form => ({ key: "f", sections: [{ key: "s", fields }] });
const gapsFor = (field: Partial<FormField> & { kind: FormField["kind"] }, value: unknown, facts = {}) =>
  gapsOf(
    formOf({ key: "x", ...field }),
    { s: value === undefined ? {} : { x: value } },
    worldWith(policy, facts),
  );
const codes = (...asked: Parameters<typeof gapsFor>) => gapsFor(...asked).map(({ code }) => code);
const faults = (...asked: Parameters<typeof gapsFor>) =>
  gapsFor(...asked).map((gap) => (gap.code === "field-invalid" ? gap.params.fault : gap.code));

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
    const facts = (late: Scalar) => ({ "case.late": late });
    expect(codes({ kind: "text", required }, "", facts(true))).toEqual(["field-missing"]);
    expect(codes({ kind: "text", required }, "", facts(false))).toEqual([]);
  });
  test("a signature is an act of its own and no gap", () =>
    expect(codes({ kind: "signature", required: true }, undefined)).toEqual([]));
  test("names the place in the form and in the policy", () =>
    expect(gapsFor({ kind: "text", required: true }, "")[0]).toMatchObject({
      field: "s/x",
      path: "forms/f/sections/s/fields/x",
    }));
});

describe("how much may be written", () => {
  const long = { kind: "text", most: 1000, unit: "characters" } as const;
  test("counts characters as people see them: 1000 are in, 1001 are out", () => {
    expect(codes(long, "字".repeat(1000))).toEqual([]);
    expect(codes(long, "𠮷".repeat(1000))).toEqual([]);
    expect(gapsFor(long, "字".repeat(1001))).toMatchObject([
      { code: "field-too-long", params: { most: 1000, now: 1001, unit: "characters" } },
    ]);
  });
  test("counts files and their size", () => {
    const file = (size: number) => ({ id: "a", name: "a.pdf", size });
    expect(codes({ kind: "file", most: 1, unit: "files" }, [file(1), file(1)])).toEqual(["field-too-long"]);
    expect(codes({ kind: "file", most: 1, unit: "megabytes" }, [file(1_048_576)])).toEqual([]);
    expect(codes({ kind: "file", most: 1, unit: "megabytes" }, [file(1_048_577)])).toEqual([
      "field-too-long",
    ]);
  });
});

describe("shapes", () => {
  test("a day must exist", () => {
    expect(faults({ kind: "date" }, "2024-02-29")).toEqual([]);
    for (const day of ["2023-02-29", "2023-13-01", "2023-1-1", "yesterday"])
      expect(faults({ kind: "date" }, day)).toEqual(["date"]);
  });
  test("a number is one, and not too small", () => {
    expect(faults({ kind: "money", least: 1 }, "1.00")).toEqual([]);
    expect(faults({ kind: "money", least: 1 }, "0.99")).toEqual(["too-small"]);
    for (const text of ["1,000", "十", "1e5", "NaN"])
      expect(faults({ kind: "number" }, text)).toEqual(["number"]);
  });
  test("phones and addresses", () => {
    for (const phone of ["023-12345678", "13800000000", "+86 138 0000 0000", "(023)12345678"])
      expect(faults({ kind: "phone" }, phone)).toEqual([]);
    for (const phone of ["call me", "12", ""])
      expect(faults({ kind: "phone", required: true }, phone)).not.toEqual([]);
    expect(faults({ kind: "email" }, "a@b.cn")).toEqual([]);
    expect(faults({ kind: "email" }, "a@b")).toEqual(["email"]);
  });
  test("a choice is an item of its list, several only where several are asked", () => {
    const choice = { kind: "choice", list: "grades" } as const;
    expect(faults(choice, "pass")).toEqual([]);
    expect(faults(choice, "splendid")).toEqual(["choice"]);
    expect(faults(choice, ["pass", "fail"])).toEqual(["choice"]);
    expect(faults({ ...choice, many: true }, ["pass", "fail"])).toEqual([]);
    expect(faults({ ...choice, many: true }, ["pass", 5])).toEqual(["choice"]);
    expect(faults({ kind: "choice", list: "seminar-topics" }, "another topic")).toEqual([]);
  });
  test("an institution has a name, and a code that is one", () => {
    const institution = { kind: "institution" } as const;
    for (const value of ["甲医院", { name: "甲医院" }, { name: "甲医院", uscc: USCC }])
      expect(faults(institution, value)).toEqual([]);
    expect(faults(institution, { name: "甲医院", uscc: "91350100M000100Y44" })).toEqual(["uscc-check-digit"]);
    expect(faults({ ...institution, many: true }, [{ name: "甲医院" }, { name: " " }])).toEqual(["shape"]);
  });
  test("cells of a table and columns of a person are looked at like fields of their own", () => {
    const table = {
      kind: "table",
      columns: [
        { key: "what", kind: "text", required: true },
        { key: "due", kind: "date" },
      ],
    } satisfies Partial<FormField>;
    const row = (cells: { [column: string]: Scalar }) => [{ key: "r1", cells }];
    expect(faults(table, row({ what: "修", due: "2024-05-01" }))).toEqual([]);
    expect(faults(table, row({ due: "2024-05-01" }))).toEqual(["field-missing"]);
    expect(faults(table, row({ what: "修", due: "2024-02-30" }))).toEqual(["date"]);
    expect(faults(table, [{ what: "修" }])).toEqual(["shape"]);
    const person = {
      kind: "person",
      columns: [{ key: "phone", kind: "phone" }],
    } satisfies Partial<FormField>;
    expect(faults(person, { name: "主任甲", phone: "none" })).toEqual(["phone"]);
  });
  test("shares of a column are a whole among them, and none is less than nothing", () => {
    const table = {
      kind: "table",
      columns: [{ key: "share", kind: "text", share: true }],
    } satisfies Partial<FormField>;
    const shares = (...given: (string | undefined)[]) =>
      gapsFor(
        table,
        given.map((share, n) => ({ key: `r${n}`, cells: share === undefined ? {} : { share } })),
      );
    for (const fits of [["0.5", "0.5"], ["0.4", undefined], [], ["0", "1"]])
      expect(shares(...fits)).toEqual([]);
    for (const wrong of [
      ["0.6", "0.5"],
      ["-0.1", "0.5"],
      ["half", "0.5"],
      ["0.5", "half"],
    ])
      expect(shares(...wrong)).toMatchObject([
        { code: "field-invalid", params: { fault: "share", field: { zh: "share" } } },
      ]);
    const plain = { kind: "table", columns: [{ key: "share", kind: "text" }] } satisfies Partial<FormField>;
    expect(gapsFor(plain, [{ key: "r1", cells: { share: "2" } }])).toEqual([]);
  });
  test("every goal says something, and is marked where it is assessed", () => {
    expect(faults({ kind: "goals" }, [{ key: "a", text: "建成平台" }])).toEqual([]);
    expect(faults({ kind: "goals" }, [{ key: "a", text: " " }])).toEqual(["shape"]);
    expect(faults({ kind: "goals", fills: "scores" }, [{ key: "a", text: "建成平台" }])).toEqual([
      "not-marked",
    ]);
  });
});

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
    expect(writesOf(form, { s: { name: "" } })).toEqual({});
  });
  test("and its goals, in their order", () => {
    expect(goalsOf(form, answers)).toEqual([{ key: "a", text: "建成平台" }]);
    expect(goalsOf(form, {})).toBeUndefined();
  });
});
