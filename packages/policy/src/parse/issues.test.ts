import { describe, expect, test } from "vitest";
import type { Json } from "../schema/changes.ts";
import { fulingJsonWith } from "../testing/fuling.ts";
import { keyPath, problemsOfIssue } from "./issues.ts";
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

  test("nor where the word could also be open or chosen by cases", () =>
    expect(
      parsePolicy(fulingJsonWith("procedures/entry/stages/assess/yields/verdict/combine", { set: "most" })),
    ).toMatchObject([
      {
        path: "procedures/entry/stages/assess/yields/verdict/combine",
        mend: { en: "use one of: all, two-thirds, majority, any" },
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

  test("a value that has none of the forms that it could have", () =>
    expect(parsePolicy(fulingJsonWith("sheets/sheet/items/level/weight", { set: "30" }))).toEqual([
      {
        level: "error",
        rule: "schema",
        path: "sheets/sheet/items/level/weight",
        said: { zh: "值的类型不对", en: "a value of the wrong sort" },
        mend: { zh: "应为直接的值、open、read 或 cases", en: "expected a plain value, open, read or cases" },
      },
    ]));

  test("the form that was meant, where several do not fit", () => {
    const paths = (value: Json) => {
      const parsed = parsePolicy(
        fulingJsonWith("consequences/failed/effects/rectify/within", { set: value }),
      );
      return Array.isArray(parsed) ? parsed.map(({ path }) => path.split("/within")[1]) : [];
    };
    const text = { zh: "读作", en: "read as" };
    expect(paths({ read: 5, as: text })).toEqual(["/read"]);
    expect(paths({ n: "x", unit: "year" })).toEqual(["/n"]);
    expect(paths({ open: { asks: text, per: "nobody" } })).toEqual(["/open/per"]);
    expect(paths({ read: { n: 1, unit: "week" }, as: text })).toEqual(["/read/unit"]);
  });

  test("what nobody foresaw is told as it was found", () => {
    const found = (message: string) =>
      problemsOfIssue({}, { code: "custom", path: ["a"], message, input: 1 });
    expect(found("no such thing")).toEqual([
      {
        level: "error",
        rule: "schema",
        path: "a",
        said: { zh: "这里的写法不对", en: "no such thing" },
        mend: { zh: "请对照语言说明改正", en: "compare it with the language" },
      },
    ]);
    expect(found("fault:unheard-of")[0]?.said.en).toBe("fault:unheard-of");
    const day = problemsOfIssue(
      {},
      { code: "invalid_type", expected: "date", path: [], message: "no day", input: 1 },
    );
    expect(day[0]?.mend).toEqual({ zh: "应为date", en: "expected date" });
  });

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
  expect(keyPath({ lists: null }, ["lists", 0])).toBe("lists/0");
  expect(keyPath(null, [])).toBe("");
});
