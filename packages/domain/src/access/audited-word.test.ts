import { describe, expect, it } from "vitest";
import { auditedWord } from "./audited-word.ts";

describe("the audit", () => {
  it.each([
    ["submit", { zh: "申报", en: "apply" }],
    ["score", { zh: "评分", en: "score" }],
    ["create-tenant", { zh: "开设租户", en: "opening a tenant" }],
    ["of-an-older-release", { zh: "of-an-older-release", en: "of-an-older-release" }],
  ])("calls %s by its word", (action, word) => expect(auditedWord(action)).toStrictEqual(word));
});
