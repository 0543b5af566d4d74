import { describe, expect, test } from "vitest";
import { fuling, fulingJsonWith } from "../testing/fuling.ts";
import { parseOverlayText } from "./parse-overlay.ts";
import { parsePolicy, parsePolicyText } from "./parse-policy.ts";
import type { PolicyProblem } from "./problem.ts";

const TEXT = JSON.stringify(fuling());
const wrongFile = (zh: string, en: string): PolicyProblem => ({
  level: "error",
  rule: "document",
  path: "",
  said: { zh, en },
  mend: { zh: "请检查这个文件", en: "check the file" },
});

describe("a text is read as the policy that it is", () => {
  test("whether it comes as a text or as JSON", () => {
    expect(parsePolicyText(TEXT)).toEqual(fuling());
    expect(parsePolicy(JSON.parse(TEXT))).toEqual(fuling());
  });
  test("what is no JSON is told as the reader found it", () =>
    expect(parsePolicyText("{")).toEqual([
      wrongFile(
        "不是合格的 JSON：Expected property name or '}' in JSON at position 1 (line 1 column 2)",
        "not valid JSON: Expected property name or '}' in JSON at position 1 (line 1 column 2)",
      ),
    ]));
  test("a text of four million characters is read, a longer one is not", () => {
    expect(parsePolicyText(TEXT.padEnd(4_000_000))).toEqual(fuling());
    expect(parsePolicyText(TEXT.padEnd(4_000_001))).toEqual([
      wrongFile("文档超过 4000000 个字符", "the document is longer than 4000000 characters"),
    ]);
  });
  test("what the guard refuses is not looked at any further", () => {
    const refused = { rule: "document", path: "version", said: { en: "this is not a plain JSON value" } };
    expect(parsePolicyText('{ "version": 2, "version": 1e999 }')).toMatchObject([refused]);
    expect(parsePolicy({ version: Number.NaN })).toMatchObject([refused]);
  });
  test("a field that stands twice is told by its keys", () =>
    expect(parsePolicyText('{ "lists": [{ "key": "grades", "items": 1, "items": 2 }] }')).toEqual([
      {
        level: "error",
        rule: "document",
        path: "lists/grades/items",
        said: { zh: "同一个对象里这个字段写了两次", en: "this field stands twice in one object" },
        mend: { zh: "请只留一个", en: "keep one of them" },
      },
    ]));
});

test("fifty problems are told, and of more how many there are", () => {
  const problemsOf = (wrong: number) => {
    const items = Array.from({ length: wrong }, (_, at) => ({ key: `UPPER ${at}` }));
    const parsed = parsePolicy(fulingJsonWith("lists/grades/items", { set: items }));
    return Array.isArray(parsed) ? parsed : [];
  };
  expect(problemsOf(50)).toHaveLength(50);
  expect(problemsOf(50).map(({ path }) => path)).not.toContain("");
  expect(problemsOf(53).slice(49)).toEqual([
    expect.objectContaining({ path: "lists/grades/items/UPPER 49/key" }),
    wrongFile("还有 3 处没有列出", "3 more are not listed"),
  ]);
});

describe("an overlay is read like a policy", () => {
  const overlay = {
    language: 1,
    kind: "call",
    id: "own",
    on: { policy: "p", version: 1 },
    title: { zh: "通知", en: "call" },
    changes: [],
    settles: [],
  };

  test("as the overlay that it is", () => expect(parseOverlayText(JSON.stringify(overlay))).toEqual(overlay));
  test("or with what is wrong in it", () => {
    expect(parseOverlayText("[")).toMatchObject([{ rule: "document", path: "" }]);
    expect(parseOverlayText(JSON.stringify({ ...overlay, kind: "policy" }))).toMatchObject([
      { rule: "schema", path: "kind", mend: { en: "use one of: overlay, call" } },
    ]);
  });
});
