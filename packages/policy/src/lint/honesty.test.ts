import { expect, test } from "vitest";
import type { OpenTerms } from "../schema/sorts.ts";
import { sheetOf, smallPolicy, words } from "../testing/small-policy.ts";
import { honesty } from "./honesty.ts";

const PATH = "sheets/sheet/items/papers/weight";
const problems = (terms: Partial<OpenTerms>) =>
  honesty(
    smallPolicy({
      sheets: [
        sheetOf([
          {
            key: "papers",
            label: words("papers"),
            weight: { open: { asks: words("the weight"), per: "policy", ...terms } },
          },
        ]),
      ],
    }),
  );

test("what is open is listed: what is asked, what waits for it, and who settles it where", () => {
  expect(problems({})).toEqual([
    {
      level: "open",
      rule: "honesty",
      path: PATH,
      said: {
        zh: "原文未定：the weight（中）。受影响的是“papers（中）”的得分",
        en: "open in the text: the weight. it holds up the points of “papers”",
      },
      mend: {
        zh: "由主管部门确定（确定一次，各年通用）；发布不受影响",
        en: "to be settled by the authority (settled with the policy); publishing is not blocked",
      },
    },
  ]);
});

test("what was read into the text is listed for confirmation", () => {
  const policy = smallPolicy({ inForce: { from: { read: "2026-01-01", as: words("the day of issue") } } });
  expect(honesty(policy)).toEqual([
    {
      level: "reading",
      rule: "honesty",
      path: "inForce/from",
      said: { zh: "the day of issue（中）", en: "the day of issue" },
      mend: { zh: "请确认这样理解对不对", en: "confirm this reading" },
    },
  ]);
});

const choice = (key: string, then: number | string) => ({ key, label: words(key), then });

test.each<[string, Partial<OpenTerms>, string[]]>([
  ["bounds one within the other", { least: 10, most: 20 }, []],
  ["one number alone", { least: 10, most: 10 }, []],
  ["a lower bound alone", { least: 10 }, []],
  ["an upper bound alone", { most: 10 }, []],
  ["bounds that cross", { least: 20, most: 10 }, ["least is more than most"]],
  ["choices of the sort", { choices: [choice("few", 10), choice("many", 20)] }, []],
  [
    "choices of another sort",
    { choices: [choice("few", 10), choice("many", "many"), choice("most", "all")] },
    ["choices of the wrong sort: many, most"],
  ],
])("an open value can be settled: %s", (_what, terms, said) => {
  const errors = problems(terms).filter(({ level }) => level === "error");
  expect(errors.map((problem) => problem.said.en)).toEqual(said);
  expect(errors.map(({ path }) => path)).toEqual(said.map(() => PATH));
});

test("what is impossible is told in Chinese too", () => {
  const zh = (terms: Partial<OpenTerms>) => problems(terms)[0]?.said.zh;
  expect(zh({ least: 20, most: 10 })).toBe("least 大于 most");
  expect(zh({ choices: [choice("a", "x"), choice("b", "y")] })).toBe("选项不合这里的类型：a、b");
});
