import { expect, test } from "vitest";
import { lintPolicy } from "../lint/lint-policy.ts";
import { fulingWith } from "../testing/fuling.ts";
import { sayScalar } from "../wording/speaker.ts";
import { itemWord, withSettledWords } from "./item-words.ts";
import { openValues } from "./open-values.ts";
import { acceptsSettlement } from "./settlements.ts";

const PATH = "lists/grades/items/excellent";
const policy = fulingWith(PATH, {
  set: {
    key: "excellent",
    rank: 3,
    means: "top",
    because: ["s1"],
    open: { asks: { zh: "最好一等的名称", en: "the word of the best grade" }, per: "policy" },
  },
});
const open = openValues(policy).find(({ path }) => path === PATH);
const word = { zh: "五星", en: "five stars" };

test("an item whose word is unsaid is listed as open and keeps nothing from being published", () => {
  expect(open).toMatchObject({ sort: "words", per: "policy" });
  const problems = lintPolicy(policy);
  expect(problems.filter(({ level }) => level === "error")).toEqual([]);
  expect(problems.find(({ path }) => path === PATH)?.said.zh).toContain("显示为“原文未定”");
});
test("it is settled with words and with nothing else", () => {
  if (open === undefined) throw new Error("not found");
  expect(acceptsSettlement(open, word)).toBe(true);
  for (const wrong of ["五星", 5, { zh: "五星" }, { ...word, more: "x" }])
    expect(acceptsSettlement(open, wrong)).toBe(false);
});
test("it is shown as open until it is settled, then by its word", () => {
  expect(sayScalar({ lang: "zh", policy }, "excellent", "result.grade")).toBe("原文未定");
  const settled = withSettledWords(policy, (path) => (path === PATH ? word : undefined));
  expect(sayScalar({ lang: "zh", policy: settled }, "excellent", "result.grade")).toBe("五星");
  expect(sayScalar({ lang: "en", policy: settled }, "pass", "result.grade")).toBe("pass");
  expect(itemWord({ key: "x" })).toEqual({ zh: "x", en: "x" });
  const described = {
    key: "x",
    label: { zh: "不算差的", en: "not poor" },
    open: { asks: word, per: "policy" as const },
  };
  expect(itemWord(described)).toEqual({ zh: "原文未定（不算差的）", en: "open in the text (not poor)" });
});
test("a policy without such items is handed back as it is", () => {
  const plain = fulingWith("lists/grades/items/excellent/rank", { set: 3 });
  expect(withSettledWords(plain, () => word)).toBe(plain);
});
