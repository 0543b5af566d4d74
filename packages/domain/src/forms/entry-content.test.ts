import type { FormField, Register } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import { entryContent } from "./entry-content.ts";

const registerOf = (fields: FormField[], more: Partial<Register> = {}): Register => ({
  key: "papers",
  bearer: "institution",
  by: [{ role: "host" }],
  fields,
  ...more,
});
const TITLE: FormField = { key: "title", kind: "text", required: true };

describe("what an entry of a register comes to", () => {
  it("has the words of its naming field as title, and of everything else only what says something", () => {
    const register = registerOf([
      { key: "year", kind: "number", fact: "it.year" },
      TITLE,
      { key: "note", kind: "text", fact: "it.note" },
    ]);
    expect(entryContent(register, { year: 2024, title: " 论文甲 ", note: " " })).toStrictEqual({
      title: "论文甲",
      answers: { year: 2024, title: " 论文甲 " },
      personal: {},
      attributes: { year: 2024 },
    });
  });

  it("keeps what is personal apart", () => {
    const register = registerOf([TITLE, { key: "phone", kind: "phone", personal: true }]);
    expect(entryContent(register, { title: "人员甲", phone: "023-12345678" })).toStrictEqual({
      title: "人员甲",
      answers: { title: "人员甲" },
      personal: { phone: "023-12345678" },
      attributes: {},
    });
  });

  it("is called after a person or an institution where these name it, and nothing where no field does", () => {
    const named = (kind: FormField["kind"], value: unknown) =>
      entryContent(registerOf([{ key: "who", kind, required: true }]), { who: value }).title;
    expect(named("person", { name: "主任甲" })).toBe("主任甲");
    expect(named("institution", { name: "甲医院", uscc: "91350100M000100Y43" })).toBe("甲医院");
    expect(named("institution", "甲医院")).toBe("甲医院");
    expect(named("number", 5)).toBe("");
  });

  it("counts with what its fields write about it, each as what it is", () => {
    const register = registerOf([
      TITLE,
      { key: "impact", kind: "number", fact: "it.impact" },
      { key: "open", kind: "yes-no", fact: "it.open" },
      { key: "level", kind: "choice", fact: "it.level" },
      { key: "kinds", kind: "choice", many: true, fact: "it.kinds" },
      { key: "lead", kind: "person", fact: "it.lead" },
      { key: "files", kind: "file", fact: "it.files" },
      { key: "aims", kind: "goals", fact: "it.aims" },
      { key: "host", kind: "institution", fact: "host.name" },
      { key: "rest", kind: "text" },
    ]);
    const answers = {
      title: "论文甲",
      impact: 3,
      open: false,
      level: " national ",
      kinds: ["a", 5, "b"],
      lead: { name: "主任甲", title: "教授" },
      files: [{ id: "a", name: "a.pdf", size: 1 }],
      aims: [{ key: "a", text: "建成平台" }],
      host: "甲医院",
      rest: "其他",
    };
    expect(entryContent(register, answers).attributes).toStrictEqual({
      impact: 3,
      open: false,
      level: "national",
      kinds: ["a", "b"],
      lead: "主任甲",
    });
  });

  it("writes no attribute from an answer without words", () => {
    const register = registerOf([TITLE, { key: "mark", kind: "signature", fact: "it.mark" }]);
    expect(entryContent(register, { title: "论文甲", mark: {} }).attributes).toStrictEqual({});
  });
});

describe("what makes two entries the same", () => {
  const fields: FormField[] = [
    TITLE,
    { key: "year", kind: "number" },
    { key: "holder", kind: "identity", personal: true },
  ];
  const mark = (more: Partial<Register>, answers: { [field: string]: unknown }) =>
    entryContent(registerOf(fields, more), answers).fingerprint;

  it("are the fields that the register names, whatever their case, spaces and punctuation", () => {
    const same = ["title", "year"];
    expect(mark({ same }, { title: " On the Heart, 心脏 (2) ", year: 2024 })).toBe(
      "papers|ontheheart心脏2|2024",
    );
  });

  it("holds across registers of one collection", () =>
    expect(mark({ same: ["title"], of: "achievements" }, { title: "甲" })).toBe("achievements|甲"));

  it("takes a sealed number as it was sealed", () => {
    const fingerprint = "0f".repeat(32);
    expect(mark({ same: ["holder"] }, { title: "甲", holder: { fingerprint } })).toBe(
      `papers|${fingerprint}`,
    );
  });

  it("is not known where one of them is not filled, or where the register names none", () => {
    expect(mark({ same: ["title", "year"] }, { title: "甲" })).toBeUndefined();
    expect(mark({ same: ["title"] }, { title: "…" })).toBeUndefined();
    expect(mark({}, { title: "甲" })).toBeUndefined();
  });
});
