import { getGrading, Policy } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { expect, test } from "vitest";
import { evaluateCondition } from "../evaluate/condition.ts";
import { worldWith } from "../testing/world.ts";
import { gradeOf } from "./grade.ts";

const PATH = "lists/grades/items/fail";
const policy = Policy.parse({
  ...pack,
  lists: pack.lists.map((list) => ({
    ...list,
    items: list.items.map((item) => {
      if (list.key !== "grades" || item.key !== "fail") return item;
      const { label: _label, ...rest } = item;
      return { ...rest, open: { asks: { zh: "等次的名称", en: "the word of the grade" }, per: "policy" } };
    }),
  })),
});
const isFail = (settled: { [path: string]: unknown }) =>
  evaluateCondition(
    { kind: "compare", of: { kind: "fact", fact: "result.grade" }, is: "equal", than: "fail" },
    worldWith(policy, { "result.grade": "fail" }, settled),
    "c",
  );

test("a result is graded into an item whose word is unsaid, with the meaning of the item", () => {
  const grading = getGrading(policy, "acceptance");
  const graded = gradeOf(policy, grading, worldWith(policy, { "result.score": "60" }));
  expect(graded).toMatchObject({ kind: "graded", grade: "fail", means: "fail" });
});
test("a ruling names it as open until its word is settled", () => {
  expect(isFail({}).said.zh).toContain("原文未定");
  expect(isFail({ [PATH]: { zh: "未达标", en: "not met" } }).said).toMatchObject({
    zh: expect.stringContaining("未达标"),
    en: expect.stringContaining("not met"),
  });
  expect(isFail({}).truth).toBe("true");
});
