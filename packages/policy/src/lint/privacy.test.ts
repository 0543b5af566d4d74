import { describe, expect, test } from "vitest";
import { smallPolicy } from "../testing/small-policy.ts";
import { privacy } from "./privacy.ts";

const found = (parts: object) => privacy(smallPolicy(parts)).map(({ path }) => path);
/** Whether a text in a clause is taken for personal data. */
const isPersonal = (en: string) => found({ clauses: [{ key: "c", gist: { zh: "要点", en } }] }).length > 0;

describe("a phone number is found in a text", () => {
  test.each([
    "13900000000",
    "call 19812345678 today",
    "023-7220000",
    "02372200000",
    "0551 62998765",
    "61030000",
    "2103000",
    "023-1220000",
    "0237 12200000",
    "on 20221019, 61030000",
    "13920221019",
    "19190101123",
    "20221319",
    "20220001",
    "20221040",
    "21221019",
  ])("%s is one", (text) => expect(isPersonal(text)).toBe(true));

  test.each([
    "12900000000",
    "139000000001",
    "9913900000000",
    "1139000000000",
    "02-1220000",
    "02371-1220000",
    "023-122000",
    "023-122000000",
    "023--1220000",
    "023.1220000",
    "1103000",
    "210300",
    "2103000001",
    "19991231",
    "20220101",
    "20301130",
    "20220229",
    "100000 metres",
  ])("%s is none", (text) => expect(isPersonal(text)).toBe(false));
});

describe("a person who is named as one to turn to is found", () => {
  test.each(["联系人：王某", "负责人:李某", "经办人 ： 赵某", "Contact: somebody", "contact person : X"])(
    "%s",
    (text) => expect(isPersonal(text)).toBe(true),
  );
  test.each(["联系人", "联系人：", "联系人：  ", "the contact is somebody", "contact somebody"])(
    "not where nobody is named: %s",
    (text) => expect(isPersonal(text)).toBe(false),
  );
});

describe("it is looked for in all words that people are shown, and nowhere else", () => {
  const phone = "61030000";

  test.each<[string, object]>([
    ["words/w/label", { words: [{ key: "w", label: { zh: phone, en: "w" } }] }],
    ["words/w/label", { words: [{ key: "w", label: { zh: "词", en: phone } }] }],
    ["clauses/c", { clauses: [{ key: "c", section: phone }] }],
    ["names/n/parts/p", { names: [{ key: "n", parts: [{ key: "p", text: phone }] }] }],
    ["names/n/parts/p", { names: [{ key: "n", parts: [{ key: "p", wrap: ["（", phone] }] }] }],
    ["measures/m", { measures: [{ key: "m", unit: phone }] }],
    ["words/w", { words: [{ key: "w", aka: ["词", phone] }] }],
  ])("%s", (path, parts) => expect(found(parts)).toEqual([path]));

  test("a key, a reference, a number are not shown as words", () =>
    expect(found({ clauses: [{ key: phone, document: phone, section: 61030000 }] })).toEqual([]));
});
