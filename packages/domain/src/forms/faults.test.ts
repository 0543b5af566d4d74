import type { FormField, Open, Scalar } from "@yichuang/policy";
import { describe, expect, test } from "vitest";
import { faultsFor, gapsFor } from "../testing/fields.ts";

const USCC = "91350100M000100Y43";
const OPEN: Open = {
  open: { asks: { zh: "多少", en: "how much" }, per: "policy", by: { role: "authority" } },
};

describe("how much may be written", () => {
  const long = { kind: "text", most: 1000, unit: "characters" } as const;
  test("counts characters as people see them: 1000 are in, 1001 are out", () => {
    expect(faultsFor(long, "字".repeat(1000))).toEqual([]);
    expect(faultsFor(long, "𠮷".repeat(1000))).toEqual([]);
    expect(gapsFor(long, "字".repeat(1001))).toMatchObject([
      { code: "field-too-long", params: { most: 1000, now: 1001, unit: "characters" } },
    ]);
  });
  test("counts files and their size", () => {
    const file = (size: number) => ({ id: "a", name: "a.pdf", size });
    expect(faultsFor({ kind: "file", most: 1, unit: "files" }, [file(1), file(1)])).toEqual([
      "field-too-long",
    ]);
    expect(faultsFor({ kind: "file", most: 1, unit: "megabytes" }, [file(1_048_576)])).toEqual([]);
    expect(faultsFor({ kind: "file", most: 1, unit: "megabytes" }, [file(1_048_577)])).toEqual([
      "field-too-long",
    ]);
  });
  test("counts the files of a size that is no whole number", () => {
    const file = (size: number) => ({ id: "a", name: "a.pdf", size });
    expect(gapsFor({ kind: "file", most: 1, unit: "megabytes" }, [file(1_048_576), file(524_288)])).toEqual([
      {
        code: "field-too-long",
        params: { field: { zh: "x", en: "x" }, most: 1, now: 1.5, unit: "megabytes" },
        clauses: [],
        path: "forms/f/sections/s/fields/x",
        field: "s/x",
      },
    ]);
    expect(faultsFor({ kind: "file", most: 1, unit: "megabytes" }, [{ id: "a" }])).toEqual(["shape"]);
  });
  test("counts rows", () => {
    const row = (key: string) => ({ key, cells: {} });
    const table = { kind: "table", most: 1, unit: "rows" } as const;
    expect(faultsFor(table, [row("a")])).toEqual([]);
    expect(faultsFor(table, [row("a"), row("b")])).toEqual(["field-too-long"]);
  });
  test("counts nothing of what is no list, or has no length", () => {
    expect(faultsFor({ kind: "choice", most: 0, unit: "files" }, "pass")).toEqual([]);
    expect(faultsFor({ kind: "number", most: 0, unit: "characters" }, 12)).toEqual([]);
    expect(faultsFor({ kind: "money", most: 1, unit: "万元" }, "20")).toEqual([]);
    expect(faultsFor({ kind: "file", most: 1 }, [])).toEqual([]);
  });
  test("is not limited while the limit is open", () => {
    const settled = { "forms/f/sections/s/fields/x/most": 1 };
    expect(faultsFor({ ...long, most: OPEN }, "两字")).toEqual([]);
    expect(faultsFor({ ...long, most: OPEN }, "两字", { settled })).toEqual(["field-too-long"]);
  });
});

describe("shapes", () => {
  test("a day must exist", () => {
    expect(faultsFor({ kind: "date" }, "2024-02-29")).toEqual([]);
    for (const day of ["2023-02-29", "2023-13-01", "2023-1-1", "yesterday"])
      expect(faultsFor({ kind: "date" }, day)).toEqual(["date"]);
  });
  test("a number is one, and not too small", () => {
    expect(faultsFor({ kind: "money", least: 1 }, "1.00")).toEqual([]);
    expect(faultsFor({ kind: "money", least: 1 }, "0.99")).toEqual(["too-small"]);
    for (const text of ["1,000", "十", "1e5", "NaN"])
      expect(faultsFor({ kind: "number" }, text)).toEqual(["number"]);
    expect(faultsFor({ kind: "number", least: 1 }, 1)).toEqual([]);
    expect(faultsFor({ kind: "number", least: 1 }, 0)).toEqual(["too-small"]);
  });
  test("a number is not too small while the least one is open", () => {
    const field = { kind: "number", least: OPEN } as const;
    expect(faultsFor(field, 0)).toEqual([]);
    expect(faultsFor(field, 0, { settled: { "forms/f/sections/s/fields/x/least": 1 } })).toEqual([
      "too-small",
    ]);
  });
  test("phones and addresses", () => {
    for (const phone of ["023-12345678", "13800000000", "+86 138 0000 0000", "(023)12345678"])
      expect(faultsFor({ kind: "phone" }, phone)).toEqual([]);
    for (const phone of ["call me", "1234", "0".repeat(26), "13800000000 call", "call 13800000000"])
      expect(faultsFor({ kind: "phone" }, phone)).toEqual(["phone"]);
    for (const phone of ["12345", "0".repeat(25), " 13800000000 "])
      expect(faultsFor({ kind: "phone" }, phone)).toEqual([]);
    for (const address of ["a@b.cn", "first.last@mail.b.cn", " a@b.cn "])
      expect(faultsFor({ kind: "email" }, address)).toEqual([]);
    for (const address of ["a@b", "@b.cn", "a@.cn x", "a b@c.cn", "a@b c.cn", "a@b.", "a@@b.cn"])
      expect(faultsFor({ kind: "email" }, address)).toEqual(["email"]);
  });
  test("a code of an institution is one, spaces around it aside", () => {
    expect(faultsFor({ kind: "uscc" }, ` ${USCC} `)).toEqual([]);
    expect(faultsFor({ kind: "uscc" }, "91350100M000100Y44")).toEqual(["uscc-check-digit"]);
    expect(faultsFor({ kind: "uscc" }, "9135")).toEqual(["uscc-shape"]);
  });
  test("a number of identity has been sealed; what is still a text was none", () => {
    expect(faultsFor({ kind: "identity" }, { fingerprint: "0f".repeat(32) })).toEqual([]);
    expect(faultsFor({ kind: "identity" }, "999999199001010010")).toEqual(["identity"]);
  });
  test("files and claims are what they are", () => {
    expect(faultsFor({ kind: "file" }, [{ id: "a", name: "a.pdf", size: 1 }])).toEqual([]);
    expect(faultsFor({ kind: "file" }, [{ id: "a", name: "a.pdf" }])).toEqual(["shape"]);
    const claim = { register: "papers", entry: "e1", title: "论文甲", attributes: {} };
    expect(faultsFor({ kind: "records" }, [claim])).toEqual([]);
    expect(faultsFor({ kind: "records" }, [{ entry: "e1" }])).toEqual(["shape"]);
  });
  test("a text, a yes or no and whatever was signed have no shape to miss", () => {
    expect(faultsFor({ kind: "text" }, "字")).toEqual([]);
    expect(faultsFor({ kind: "yes-no" }, false)).toEqual([]);
    const signed = {
      kind: "table",
      columns: [{ key: "by", kind: "signature" }],
    } satisfies Partial<FormField>;
    expect(faultsFor(signed, [{ key: "r1", cells: { by: "签" } }])).toEqual([]);
  });
  test("a choice is an item of its list, several only where several are asked", () => {
    const choice = { kind: "choice", list: "grades" } as const;
    expect(faultsFor(choice, "pass")).toEqual([]);
    expect(faultsFor(choice, "splendid")).toEqual(["choice"]);
    expect(faultsFor(choice, ["pass", "fail"])).toEqual(["choice"]);
    expect(faultsFor({ ...choice, many: true }, ["pass", "fail"])).toEqual([]);
    expect(faultsFor({ ...choice, many: true }, ["pass", 5])).toEqual(["choice"]);
    expect(faultsFor({ ...choice, many: true }, ["pass", "splendid"])).toEqual(["choice"]);
    expect(faultsFor(choice, ["pass"])).toEqual([]);
    expect(faultsFor({ kind: "choice", list: "seminar-topics" }, "another topic")).toEqual([]);
    expect(faultsFor({ kind: "choice", list: "seminar-topics" }, [5])).toEqual(["choice"]);
    expect(faultsFor({ kind: "choice" }, "whatever")).toEqual([]);
  });
  test("an institution has a name, and a code that is one", () => {
    const institution = { kind: "institution" } as const;
    for (const value of ["甲医院", { name: "甲医院" }, { name: "甲医院", uscc: USCC }])
      expect(faultsFor(institution, value)).toEqual([]);
    expect(faultsFor(institution, { name: "甲医院", uscc: "91350100M000100Y44" })).toEqual([
      "uscc-check-digit",
    ]);
    expect(faultsFor(institution, { name: "甲医院", uscc: " " })).toEqual([]);
    expect(faultsFor(institution, { name: "甲医院", uscc: ` ${USCC} ` })).toEqual([]);
    expect(faultsFor(institution, { name: "甲医院", beds: 5 })).toEqual(["shape"]);
  });
  test("of several institutions each has a name, and several are given only where several are asked", () => {
    const several = { kind: "institution", many: true } as const;
    expect(faultsFor(several, ["甲医院", { name: "乙医院" }])).toEqual([]);
    expect(faultsFor(several, "甲医院")).toEqual([]);
    expect(faultsFor(several, [{ name: "甲医院" }, { name: " " }])).toEqual(["shape"]);
    expect(faultsFor(several, ["甲医院", " "])).toEqual(["shape"]);
    expect(faultsFor({ kind: "institution" }, ["甲医院"])).toEqual(["shape"]);
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
    expect(faultsFor(table, row({ what: "修", due: "2024-05-01" }))).toEqual([]);
    expect(faultsFor(table, row({ due: "2024-05-01" }))).toEqual(["field-missing"]);
    expect(faultsFor(table, row({ what: "修", due: "2024-02-30" }))).toEqual(["date"]);
    expect(faultsFor(table, [{ what: "修" }])).toEqual(["shape"]);
    expect(faultsFor({ kind: "table" }, row({ what: "修" }))).toEqual([]);
    const person = {
      kind: "person",
      columns: [{ key: "phone", kind: "phone" }],
    } satisfies Partial<FormField>;
    expect(faultsFor(person, { name: "主任甲", phone: "none" })).toEqual(["phone"]);
    expect(faultsFor(person, { name: "主任甲" })).toEqual([]);
    expect(faultsFor(person, { name: "主任甲", phone: 5 })).toEqual(["shape"]);
    expect(faultsFor({ kind: "person" }, { name: "主任甲" })).toEqual([]);
  });
  test("a column that is required and empty is missing once, by its own name within the field", () => {
    const columns: FormField[] = [{ key: "what", kind: "text", required: true }];
    const missing = [
      {
        code: "field-missing",
        params: { section: { zh: "x", en: "x" }, field: { zh: "what", en: "what" } },
        clauses: [],
        path: "forms/f/sections/s/fields/x",
        field: "s/x",
      },
    ];
    const rows = [
      { key: "r1", cells: { what: "修" } },
      { key: "r2", cells: {} },
      { key: "r3", cells: {} },
    ];
    expect(gapsFor({ kind: "table", columns }, rows)).toStrictEqual(missing);
    expect(gapsFor({ kind: "person", columns }, { name: "主任甲", what: " " })).toStrictEqual(missing);
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
    expect(faultsFor({ kind: "goals" }, [{ key: "a", text: "建成平台" }])).toEqual([]);
    expect(faultsFor({ kind: "goals" }, [{ key: "a", text: " " }])).toEqual(["shape"]);
    expect(faultsFor({ kind: "goals" }, [{ key: "a" }])).toEqual(["shape"]);
    const goal = { key: "a", text: "建成平台" };
    const marked = [goal, { ...goal, met: false }];
    expect(faultsFor({ kind: "goals" }, [{ ...goal, text: " " }, goal])).toEqual(["shape"]);
    expect(faultsFor({ kind: "goals", fills: "scores" }, marked)).toEqual(["not-marked"]);
    expect(faultsFor({ kind: "goals", fills: "scores" }, marked.slice(1))).toEqual([]);
  });
});
