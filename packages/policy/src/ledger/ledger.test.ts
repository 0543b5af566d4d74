import { expect, test } from "vitest";
import { explainPolicy } from "../explain/explain-policy.ts";
import { lintPolicy } from "../lint/lint-policy.ts";
import { ledgerPolicy } from "./ledger.ts";

test("the ledger of an institution is a sound document of the language", () => {
  expect(lintPolicy(ledgerPolicy()).filter(({ level }) => level === "error" || level === "advice")).toEqual(
    [],
  );
});

test("a register is explained in both languages: who enters, what it counts as, every field", () => {
  const zh = explainPolicy(ledgerPolicy(), "zh").join("\n");
  expect(zh).toContain("台账");
  expect(zh).toContain("计入：成果");
  expect(zh).toContain("编号 — 必填，当 种类");
  const en = explainPolicy(ledgerPolicy(), "en").join("\n");
  expect(en).toContain("counts as: people");
  expect(en).toContain("entered by: ");
  expect(en).not.toMatch(/\p{Script=Han}/u);
});
