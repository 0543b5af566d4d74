import { describe, expect, test } from "vitest";
import { LANGS } from "./lang.ts";
import { sayViolation } from "./say-violation.ts";
import { catalogueOf } from "./speaker.ts";
import type { Violation, ViolationCode, ViolationParams } from "./violations.ts";

const A = { zh: "甲事", en: "matter A" };
const B = { zh: "乙事", en: "matter B" };
const CLOSED = "2022-10-23T15:59:59.999Z";
const OPENS = "2023-06-30T16:00:00.000Z";

/** One example per code; a code without one does not compile. */
const EXAMPLES: { [C in ViolationCode]: ViolationParams[C] } = {
  "window-not-open": { stage: A, opens: OPENS, closes: "2023-07-31T15:59:59.999Z" },
  "window-closed": { stage: A, closed: CLOSED, next: OPENS },
  "late-undecided": { stage: A, closed: CLOSED, asks: B, by: "authority" },
  "late-refused": { stage: A, closed: CLOSED, settledOn: "2022-11-01", next: OPENS },
  "not-your-role": { act: A, roles: ["leader", "officer"] },
  "not-your-case": { what: A },
  "stage-not-reached": { stage: A, awaits: [B] },
  "stage-done": { stage: A, on: "2022-11-10" },
  "wrong-state": { state: "draft", allowed: ["submitted", "in-review"] },
  "condition-false": { condition: A, said: B, waivableBy: "authority" },
  "condition-pending": { condition: A, awaiting: B },
  "open-value": { asks: A, by: "authority", per: "policy", could: [A, B] },
  "field-missing": { section: A, field: B, hint: A },
  "field-too-long": { field: A, most: 1000, now: 1046, unit: "characters" },
  "field-invalid": { field: A, fault: "uscc-check-digit" },
  "weight-sum": { item: A, sum: "12", most: "10" },
  "signature-missing": { by: "director" },
  recused: { reason: "共同课题" },
  "conflict-of-interest": { institution: "示例第一人民医院" },
  "already-done": { what: A, on: "2022-11-10" },
  "panel-incomplete": { have: 3, need: 5 },
  "not-assigned": { stage: A },
  "term-not-ended": { act: A, earliest: "2025-11-10" },
  "standing-wrong": { standing: "building", word: A, allowed: [B] },
  "someone-opened-it": { what: A, by: "乙", on: "2025-11-12" },
  "settlement-out-of-bounds": { asks: A, least: 80, most: 100 },
  "seats-taken": { cap: A, most: "1", taken: 1, holders: ["题"], waivableBy: "authority" },
  "terms-used-up": { office: A, holder: "题", most: "2", waivableBy: "authority" },
  "name-not-as-composed": { name: "题", expected: "乙" },
  "name-taken": { name: "题", holder: "示例第一人民医院" },
  "urge-too-soon": { next: OPENS },
  "not-late": { what: A, due: "2023-12-31" },
  "document-number-taken": { number: "涪卫〔2022〕88 号", title: "题", on: "2022-11-10" },
  "no-holiday-table": { stage: A, year: 2027 },
  "in-cohort": { stage: A },
  "tie-undecided": { what: A, names: ["甲中心", "乙中心"], room: 1 },
  barred: { who: "示例第一人民医院", until: "2027-11-10", why: A },
  "nothing-to-act-on": { what: A },
  "entered-already": { register: A, title: "题", on: "2022-11-10" },
  "entry-struck": { title: "题", reason: "共同课题", on: "2022-11-10" },
  "shares-over-whole": { title: "题", sum: "1.2" },
  administration: { why: "second-person" },
};
const CODES = Object.keys(EXAMPLES).filter((code): code is ViolationCode => Object.hasOwn(EXAMPLES, code));
const example = (code: ViolationCode): Violation => ({ code, params: EXAMPLES[code] }) as Violation;

describe("every refusal is a plain sentence in both languages", () => {
  test.each(CODES)("%s", (code) => {
    const [zh, en] = [sayViolation("zh", example(code)), sayViolation("en", example(code))];
    expect(zh).toMatch(/\p{Script=Han}/u);
    for (const said of [zh, en]) {
      expect(said).not.toMatch(/undefined|NaN|\[object|[!！]|失败|非法|T\d\d:/);
      expect(said.length).toBeGreaterThan(8);
    }
    expect(en.replaceAll(/共同课题|示例第一人民医院|涪卫〔2022〕88 号|题|甲中心|乙中心|乙/g, "")).not.toMatch(
      /\p{Script=Han}/u,
    );
  });
  test("each with what makes it possible, or when", () => {
    expect(sayViolation("zh", example("window-closed"))).toBe(
      "甲事已于 2022 年 10 月 23 日 24:00 关闭。下次 2023 年 7 月 1 日 0:00 打开",
    );
    expect(sayViolation("zh", example("field-too-long"))).toBe(
      "“甲事”最多 1000 字，现在 1046 字，请删 46 字",
    );
    expect(sayViolation("zh", example("weight-sum"))).toBe(
      "“甲事”下面的权重合计 12，超过它的权重 10。请减少，或全部留空",
    );
    expect(sayViolation("zh", example("term-not-ended"))).toBe(
      "现在还不能甲事：建设期没有满。最早 2025 年 11 月 10 日",
    );
    expect(sayViolation("en", example("late-undecided"))).toBe(
      "matter A closed on 23 October 2022 24:00. The text does not say matter B; it can go on once the authority has settled it",
    );
  });
  test("parts that are not known are left out", () => {
    for (const lang of LANGS) {
      const bare = sayViolation(lang, { code: "window-closed", params: { stage: A, closed: CLOSED } });
      const full = sayViolation(lang, example("window-closed"));
      expect(full.startsWith(bare)).toBe(true);
      expect(bare).not.toMatch(/2023/);
      const choices = { asks: A, choices: [A, B] };
      expect(sayViolation(lang, { code: "settlement-out-of-bounds", params: choices })).toContain(B[lang]);
    }
  });
  test("every fault of a field has its own sentence", () => {
    const faults = [
      "uscc-shape",
      "uscc-check-digit",
      "email",
      "phone",
      "date",
      "number",
      "choice",
      "too-small",
      "unknown-field",
      "not-marked",
      "shape",
    ] as const;
    for (const lang of LANGS) {
      const said = faults.map((fault) =>
        sayViolation(lang, { code: "field-invalid", params: { field: A, fault } }),
      );
      expect(new Set(said).size).toBe(faults.length);
    }
  });
});

test("both languages name every role, hat, state and mark, each differently", () => {
  for (const lang of LANGS) {
    const { roles, hats, caseStates, marks, collections, does, forces } = catalogueOf(lang);
    for (const names of [roles, hats, caseStates, marks, collections, does, forces]) {
      const words = Object.values(names);
      expect(words.every((word) => word.length > 0)).toBe(true);
      expect(new Set(words).size).toBe(words.length);
    }
  }
});
