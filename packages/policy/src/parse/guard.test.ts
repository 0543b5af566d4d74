import { describe, expect, test } from "vitest";
import { guardDocument } from "./guard.ts";

const told = (document: unknown): string => {
  const problem = guardDocument(document);
  return problem === undefined ? "" : `${problem.path}: ${problem.said.en}`;
};
const nested = (depth: number): unknown => (depth === 0 ? "x" : [nested(depth - 1)]);
const times = (n: number): number[] => Array.from({ length: n }, () => 0);

describe("a document may be large, within bounds", () => {
  test.each<[string, unknown, unknown, string]>([
    [
      "64 levels",
      nested(64),
      nested(65),
      `${Array.from({ length: 65 }, () => 0).join("/")}: nested deeper than 64 levels`,
    ],
    ["100,000 nodes", times(99_999), times(100_000), ": the document has more than 100000 nodes"],
    [
      "100,000 nodes, wherever they stand",
      { a: times(50_000), b: times(49_997) },
      { a: times(50_000), b: times(49_998) },
      "a: the document has more than 100000 nodes",
    ],
    [
      "a text of 100,000 characters",
      { a: "x".repeat(100_000) },
      { a: "x".repeat(100_001) },
      "a: a string longer than 100000 characters",
    ],
    [
      "a field name of 200",
      { a: { ["x".repeat(200)]: 1 } },
      { a: { ["x".repeat(201)]: 1 } },
      "a: a field name longer than 200 characters",
    ],
  ])("%s are allowed, and no more", (...[, allowed, refused, said]) => {
    expect(told(allowed)).toBe("");
    expect(told(refused)).toBe(said);
  });
});

class Special extends Array<number> {}
const round: { inner: unknown[] } = { inner: [] };
round.inner.push({ key: "a", back: round });
const shared = { a: 1 };

describe("a document is plain JSON", () => {
  test.each<[string, unknown]>([
    ["all sorts of values", { a: null, b: true, c: false, d: 0, e: -1.5, f: "", g: [], h: {} }],
    ["an object without a prototype", Object.assign(Object.create(null), { a: 1 })],
    ["one node in two places", { a: shared, b: [shared, shared] }],
    ["a pair of UTF-16", { "😀": "😀" }],
  ])("%s", (_what, document) => expect(told(document)).toBe(""));

  test.each<[string, unknown, string]>([
    ["nothing", { a: undefined }, "a"],
    ["no number", { a: Number.NaN }, "a"],
    ["an infinite number", { a: [1, -Infinity] }, "a/1"],
    ["a huge whole number", { a: 1n }, "a"],
    ["a function", { a: () => 1 }, "a"],
    ["a map", { a: new Map() }, "a"],
    ["a day", { a: new Date(0) }, "a"],
    ["a special array", { a: Special.of(1) }, "a"],
    ["an object like an array", { a: Object.create(Array.prototype) }, "a"],
    [
      "a field that is computed",
      {
        get a() {
          return 1;
        },
      },
      "",
    ],
    ["a field that can only be set", { set a(_to: number) {} }, ""],
    [
      "one of several fields that is computed",
      {
        b: 1,
        get a() {
          return 1;
        },
      },
      "",
    ],
  ])("not %s", (...[, document, path]) =>
    expect(told(document)).toBe(`${path}: this is not a plain JSON value`),
  );

  test("a node does not contain itself", () =>
    expect(told(round)).toBe("inner/a/back: this node contains itself"));
  test.each(["__proto__", "constructor", "prototype"])("no field is called %s", (name) => {
    const inside: unknown = JSON.parse(`{ "lists": [{ "key": "a", "${name}": 1 }] }`);
    expect(told(inside)).toBe(`lists/a/${name}: this field name is not allowed`);
  });
  test.each(["\ud800", "a\udfff", "\u0000", "x\u0000y"])(
    "no text has half a character in it, and no name: %j",
    (text) => {
      const broken = "a text with a broken character";
      expect(told({ a: text })).toBe(`a: ${broken}`);
      expect(told({ a: { [text]: 1 } })).toBe(`a: ${broken}`);
    },
  );
});

describe("it is told what is wrong, and how to mend it", () => {
  test.each<[string, unknown, { zh: string; en: string }, { zh: string; en: string }]>([
    [
      "too large",
      times(100_000),
      { zh: "文档超过 100000 个节点", en: "the document has more than 100000 nodes" },
      { zh: "请拆成几份政策文档", en: "split it into several documents" },
    ],
    [
      "too deep",
      nested(65),
      { zh: "嵌套超过 64 层", en: "nested deeper than 64 levels" },
      {
        zh: "请把内层条件提成 conditions 里的具名条件",
        en: "move inner conditions to named ones under conditions",
      },
    ],
    [
      "round",
      round,
      { zh: "这个节点包含它自己", en: "this node contains itself" },
      { zh: "请用 key 引用，不要用对象引用", en: "refer to it by its key, not by the object" },
    ],
    [
      "forbidden",
      { constructor: 1 },
      { zh: "字段名不允许使用", en: "this field name is not allowed" },
      { zh: "请删去这个字段", en: "remove this field" },
    ],
    [
      "no JSON",
      undefined,
      { zh: "这里不是纯 JSON 值", en: "this is not a plain JSON value" },
      {
        zh: "只能写对象、数组、文字、有限的数、true、false",
        en: "only objects, arrays, strings, finite numbers, true and false",
      },
    ],
    [
      "a long text",
      "x".repeat(100_001),
      { zh: "文字超过 100000 个字符", en: "a string longer than 100000 characters" },
      { zh: "条文只写要点，不抄原文", en: "a clause carries its gist, not the whole text" },
    ],
    [
      "a long name",
      { ["x".repeat(201)]: 1 },
      { zh: "字段名超过 200 个字符", en: "a field name longer than 200 characters" },
      { zh: "请删去这个字段", en: "remove this field" },
    ],
    [
      "a broken text",
      "\ud800",
      { zh: "文字里有残缺的字符", en: "a text with a broken character" },
      {
        zh: "请用 UTF-8 重新保存这个文件，再核对这里的文字",
        en: "save the file as UTF-8 again and check the text here",
      },
    ],
  ])("%s", (...[, document, said, mend]) =>
    expect(guardDocument(document)).toMatchObject({ level: "error", rule: "document", said, mend }),
  );
  test("a path that would be endless is cut", () => {
    const deep = (depth: number): unknown =>
      depth === 0 ? Number.NaN : { ["x".repeat(150)]: deep(depth - 1) };
    const x = "x".repeat(150);
    expect(guardDocument(deep(3))?.path).toBe(`${x}/${x}/${"x".repeat(98)}`);
  });
});
