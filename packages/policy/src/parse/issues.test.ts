import { describe, expect, test } from "vitest";
import type { Json } from "../schema/changes.ts";
import { fulingJsonWith } from "../testing/fuling.ts";
import { keyPath } from "./issues.ts";
import { parsePolicy } from "./parse-policy.ts";

function said(at: string, set: Json) {
  const parsed = parsePolicy(fulingJsonWith(at, { set }));
  return Array.isArray(parsed) ? parsed.map(({ said: what, mend }) => ({ said: what, mend })) : [];
}
const many = Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`f${n}`, n]));

describe("a problem is told with what is wrong and how to mend it", () => {
  test("fields that the language does not know, the first eight of many", () => {
    const mend = { zh: "请检查拼写，或者删去", en: "check the spelling, or remove it" };
    expect(said("lists/grades/itmes", [])).toEqual([
      { said: { zh: "不认识的字段：itmes", en: "unknown field: itmes" }, mend },
    ]);
    const names = ["f0", "f1", "f2", "f3", "f4", "f5", "f6", "f7"];
    const head = { id: "x", tier: "district" };
    expect(said("head", head)[0]?.said.zh).toBe("不认识的字段：head");
    expect(said("words/center/label", { zh: "中心", en: "center", ...many })[0]?.said).toEqual({
      zh: `不认识的字段：${names.join("、")} …`,
      en: `unknown field: ${names.join(", ")} …`,
    });
    const eight = Object.fromEntries(names.map((name) => [name, 1]));
    expect(said("words/center/label", { zh: "中心", en: "center", ...eight })[0]?.said.en).toBe(
      `unknown field: ${names.join(", ")}`,
    );
  });

  test("a word that is not one of those allowed", () =>
    expect(said("funding", []).concat(said("gradings/acceptance/grade/cases/pass/when/is", ">="))).toEqual([
      {
        said: { zh: "这里不能用这个词", en: "this word is not allowed here" },
        mend: {
          zh: expect.stringMatching(/^请从这些里选：.*at-least、/),
          en: expect.stringMatching(/^use one of: .*at-least, /),
        },
      },
    ]));

  test("what is missing, of which sort it would be", () =>
    expect(said("lists/grades/items", [{ key: "one", label: { zh: "一" } }])).toEqual([
      {
        said: { zh: "缺少这个字段", en: "this field is missing" },
        mend: { zh: "请补上（文字）", en: "add it (a string)" },
      },
    ]));

  test("a value of the wrong sort", () =>
    expect(said("lists/grades/items", "none")).toEqual([
      {
        said: { zh: "值的类型不对", en: "a value of the wrong sort" },
        mend: { zh: "应为数组", en: "expected an array" },
      },
    ]));

  test("too much and too little", () => {
    expect(said("procedures/entry/stages", [])).toEqual([
      {
        said: { zh: "太少、太短或太小", en: "too few, short or small" },
        mend: { zh: "至少 1", en: "at least 1" },
      },
    ]);
    expect(said("lists/grades/label/zh", "字".repeat(100_000))[0]).toMatchObject({
      said: { zh: "太多、太长或太大", en: "too many, long or large" },
      mend: { zh: expect.stringMatching(/^最多 \d+$/), en: expect.stringMatching(/^at most \d+$/) },
    });
  });
});

test("a path names the place by keys, by positions where there are none, and goes on where nothing stands", () => {
  const document = { lists: [{ key: "grades", items: ["a", { key: "b" }] }] };
  expect(keyPath(document, ["lists", 0, "items", 1])).toBe("lists/grades/items/b");
  expect(keyPath(document, ["lists", 0, "items", 0, "x"])).toBe("lists/grades/items/0/x");
  expect(keyPath(document, ["nowhere", 3, "key"])).toBe("nowhere/3/key");
  expect(keyPath(null, [])).toBe("");
});
