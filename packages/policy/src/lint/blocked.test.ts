import { expect, test } from "vitest";
import type { OpenValue } from "../read/open-values.ts";
import { procedureOf, sheetOf, smallPolicy, words } from "../testing/small-policy.ts";
import { sayBlocked } from "./blocked.ts";

const collect = { key: "collect", does: "submit", by: { role: "host" }, label: words("collection") } as const;
const policy = smallPolicy({
  lists: [{ key: "grades", label: words("grades"), items: [{ key: "best" }] }],
  procedures: [procedureOf([collect], { label: words("entry") })],
  sheets: [
    sheetOf([{ key: "papers", label: { zh: "", en: "without Chinese words" } }], { label: words("sheet") }),
  ],
});
const said = (path: string, bounds: Partial<OpenValue> = {}) =>
  sayBlocked(policy, {
    path,
    asks: words("what"),
    per: "policy",
    by: { role: "authority" },
    sort: "number",
    because: [],
    ...bounds,
  });

test.each([
  ["late", "的逾期报送", "late submissions"],
  ["window", "的期限提醒", "the due date"],
  ["window/cases/y2026/then", "的期限提醒", "the due date"],
  ["panel/size", "的专家指派", "the assignment of experts"],
  ["yields/score/combine", "几位专家意见的合成", "the summing up of several experts"],
  ["grade", "的评定", "the grading"],
  ["effects/rectify/within", "的期限", "the time limit"],
  ["step", "的数值", "the figure"],
  ["weight", "的得分", "the points"],
  ["lasts", "的期限", "the length"],
  ["until", "的期限", "the end"],
  ["window/late", "的逾期报送", "late submissions"],
  ["must/within", "的结果", "the outcome"],
  ["requires", "的结果", "the outcome"],
  ["constructor", "的结果", "the outcome"],
])("an open %s holds up the act that depends on it", (field, zh, en) =>
  expect(said(`procedures/entry/stages/collect/${field}`)).toEqual({
    zh: `受影响的是“collection（中）”${zh}`,
    en: `it holds up ${en} of “collection”`,
  }),
);

test("an item of a list that has no word yet is only shown as open", () =>
  expect(said("lists/grades/items/best")).toEqual({
    zh: "在补定之前，“grades（中）”里的这一项显示为“原文未定”",
    en: "until it is settled, this item of “grades” is shown as “open in the text”",
  }));

test("where both bounds of a line are known, only results between them wait", () => {
  const than = "procedures/entry/starts/who/than";
  expect(said(than, { least: 80, most: 100 })).toEqual({
    zh: "受影响的是“entry（中）”的结果（只在 80 到 100 之间的结果受影响）",
    en: "it holds up the outcome of “entry” (only results between 80 and 100 are touched)",
  });
  const all = "it holds up the outcome of “entry”";
  expect(said(than, { least: 80 }).en).toBe(all);
  expect(said(than, { most: 100 }).en).toBe(all);
  expect(said("procedures/entry/starts/who/than/plus", { least: 80, most: 100 })).toEqual({
    zh: "受影响的是“entry（中）”的结果",
    en: all,
  });
});

test("the nearest node with words in both languages names the place, else the path", () => {
  expect(said("sheets/sheet/items/papers/weight").en).toBe("it holds up the points of “sheet”");
  expect(said("inForce/from")).toEqual({
    zh: "受影响的是“inForce/from”的结果",
    en: "it holds up the outcome of “inForce/from”",
  });
});
