// Documents made to do harm: each is refused with a clear error, and none takes the machine down.
import { describe, expect, test } from "vitest";
import { explainPolicy } from "../explain/explain-policy.ts";
import { lintPolicy } from "../lint/lint-policy.ts";
import { nodeAt } from "../read/paths.ts";
import type { Json } from "../schema/changes.ts";
import type { Policy } from "../schema/policy.ts";
import { fuling, fulingJsonWith } from "../testing/fuling.ts";
import { LIMITS } from "./guard.ts";
import { parsePolicy, parsePolicyText } from "./parse-policy.ts";
import type { PolicyProblem } from "./problem.ts";

const TEXT = JSON.stringify(fuling());
const LABEL = { zh: "名", en: "name" };

function timeOf(run: () => unknown): number {
  const before = performance.now();
  run();
  return performance.now() - before;
}
/** Some ten milliseconds on a quiet machine; what is refused takes no more than a hundred times that. */
const MOST_TIMES = 100;
const normal = (): number =>
  Math.max(
    5,
    timeOf(() => parsePolicyText(TEXT)),
  );

function refusedBy(document: Policy | PolicyProblem[]): PolicyProblem {
  const [first] = Array.isArray(document)
    ? document
    : lintPolicy(document).filter(({ level }) => level === "error");
  if (first === undefined) throw new Error("it was accepted");
  return first;
}
const withText = (from: string, to: string): string => TEXT.replace(from, to);

describe("hostile documents are refused with a clear error, and not much later than a pack is read", () => {
  const cyclic: { [field: string]: unknown } = { ...fuling() };
  cyclic.self = cyclic;
  const nested = (depth: number): Json =>
    depth === 0 ? { kind: "all", of: [] } : { kind: "not", of: nested(depth - 1) };
  const hostile: [string, () => unknown, RegExp][] = [
    ["a million brackets", () => parsePolicyText("[".repeat(1_000_000)), /not valid JSON|deeper/],
    ["a million nested arrays", () => parsePolicyText("[".repeat(1e6) + "]".repeat(1e6)), /deeper/],
    [
      "a condition nested a hundred times",
      () => parsePolicy(fulingJsonWith("conditions/ready/test", { set: nested(100) })),
      /deeper/,
    ],
    ["a million numbers", () => parsePolicyText(`[${"1,".repeat(1e6)}1]`), /nodes/],
    ["a huge string", () => parsePolicyText(JSON.stringify({ a: "x".repeat(3e6) })), /string/],
    ["a huge text", () => parsePolicyText("x".repeat(LIMITS.textLength + 1)), /longer/],
    [
      "a prototype",
      () => parsePolicyText(withText('"language"', '"__proto__":{"kind":"policy"},"language"')),
      /not allowed/,
    ],
    [
      "a constructor",
      () => parsePolicyText(withText('"language"', '"constructor":{},"language"')),
      /not allowed/,
    ],
    ["a document inside itself", () => parsePolicy(cyclic), /contains itself/],
    [
      "an accessor",
      () =>
        parsePolicy({
          get kind() {
            return "policy";
          },
        }),
      /plain JSON/,
    ],
    ["a class instance", () => parsePolicy({ inForce: new Map() }), /plain JSON/],
    ["an infinite number", () => parsePolicy({ version: Infinity }), /plain JSON/],
    ["null", () => parsePolicy(null), /wrong sort/],
    [
      "nine thousand wrong items",
      () =>
        parsePolicy(
          fulingJsonWith("lists/grades/items", { set: Array.from({ length: 9000 }, () => ({ key: "A B" })) }),
        ),
      /not a key/,
    ],
  ];
  test.each(hostile)("%s", (_name, parse, said) => {
    const limit = normal() * MOST_TIMES;
    let problems: unknown;
    expect(timeOf(() => (problems = parse()))).toBeLessThan(limit);
    if (!Array.isArray(problems)) throw new Error("it was accepted");
    const [first]: readonly PolicyProblem[] = problems;
    expect(first?.said.en).toMatch(said);
    expect(first?.path.length).toBeLessThanOrEqual(400);
  });
  test("nothing of the prototype changes", () => {
    parsePolicyText('{"__proto__":{"polluted":true}}');
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });
  test("what the guard lets through at its edge is still parsed", () => {
    const parsed = parsePolicy(fulingJsonWith("conditions/ready/test", { set: nested(50) }));
    if (Array.isArray(parsed)) throw new Error(parsed[0]?.said.en);
    expect(nodeAt(parsed, "conditions/ready/test/of/of/kind")).toBe("not");
  });
});

describe("a text that two readers would read differently, or none can keep", () => {
  const texts: [string, string, string, RegExp][] = [
    ["a field twice", withText('"version":1', '"version":1,"version":2'), "version", /twice/],
    [
      "a field twice, once written with an escape",
      withText('"version":1', '"version":1,"\\u0076ersion":2'),
      "version",
      /twice/,
    ],
    [
      "a field twice, deep inside",
      withText('"is":"at-least"', '"is":"at-least","is":"at-most"'),
      "is",
      /twice/,
    ],
    ["half a pair of UTF-16", withText('"region":"', '"region":"\\ud800'), "region", /broken character/],
    ["a null character", withText('"region":"', '"region":"\\u0000'), "region", /broken character/],
    ["a broken field name", withText('"version":1', '"version":1,"\\udfff":1'), "", /broken character/],
    ["a number beyond all numbers", withText('"version":1', '"version":1e999'), "version", /plain JSON/],
    [
      "a number of three hundred digits",
      withText('"weight":30', '"weight":1e308'),
      "weight",
      /decimal|large/,
    ],
    [
      "a field name of a million letters",
      withText('"version":1', `"${"x".repeat(1e6)}":1`),
      "",
      /field name/,
    ],
  ];
  test.each(texts)("%s", (...[, text, place, said]) => {
    const limit = normal() * MOST_TIMES;
    let refused: PolicyProblem | undefined;
    expect(timeOf(() => (refused = refusedBy(parsePolicyText(text))))).toBeLessThan(limit);
    expect(refused?.said.en).toMatch(said);
    expect(refused?.path.split("/").at(-1)).toBe(place);
    expect(refused?.mend.zh).toMatch(/\p{Script=Han}/u);
    expect(JSON.stringify(refused).length).toBeLessThan(2000);
  });
  test("a text of a hundred megabytes is refused before it is read", () => {
    const text = "[".repeat(1e8);
    expect(timeOf(() => parsePolicyText(text))).toBeLessThan(normal());
    expect(refusedBy(parsePolicyText(text)).said.en).toMatch(/longer/);
  });
  test("ten thousand unknown fields are not all repeated", () => {
    const surplus = Array.from({ length: 10_000 }, (_, n) => `"x${n}":1`).join(",");
    const refused = refusedBy(parsePolicyText(withText('"version":1', `"version":1,${surplus}`)));
    expect(refused.said.en).toMatch(/unknown field/);
    expect(refused.said.en.length).toBeLessThan(200);
  });
});

const named = (key: string, condition: Json): Json => ({
  key,
  label: LABEL,
  because: ["s1"],
  for: ["stic"],
  of: "application",
  test: condition,
});
const conditions = (made: Json[]): Json =>
  fulingJsonWith("conditions", { set: [...(fuling().conditions as unknown as Json[]), ...made] });
const call = (condition: string): Json => ({ kind: "named", condition });
const measure = (key: string, is: Json): Json => ({
  key,
  label: LABEL,
  because: ["s1"],
  of: "host",
  unit: "个",
  is,
});

describe("references that lead in circles, or on and on", { timeout: 60_000 }, () => {
  const documents: [string, () => Json, RegExp][] = [
    ["a condition that calls itself", () => conditions([named("a", call("a"))]), /circle/],
    [
      "two conditions that call each other",
      () =>
        conditions(
          [named("a", { kind: "not", of: call("b") }), named("b", { kind: "all", of: [] })].concat([
            named("c", call("d")),
            named("d", call("c")),
          ]),
        ),
      /circle/,
    ],
    [
      "a measure that is its own part",
      () =>
        fulingJsonWith("measures", {
          set: [measure("m", { kind: "ratio", of: { kind: "named", measure: "m" }, to: 2 })],
        }),
      /circle/,
    ],
    [
      "a chain of three thousand",
      () =>
        conditions(
          Array.from({ length: 3000 }, (_, n) =>
            named(`c${n}`, n === 2999 ? { kind: "all", of: [] } : call(`c${n + 1}`)),
          ),
        ),
      /follow one another/,
    ],
  ];
  test.each(documents)("%s is refused by lint, and nothing overflows", (_name, make, said) => {
    const parsed = parsePolicy(make());
    if (Array.isArray(parsed)) throw new Error(parsed[0]?.said.en);
    const problems = lintPolicy(parsed);
    expect(problems.some(({ rule, said: { en } }) => rule === "circles" && said.test(en))).toBe(true);
    expect(explainPolicy(parsed, "zh").length).toBeGreaterThan(100);
  });
});

describe("ten thousand nodes", { timeout: 60_000 }, () => {
  const many = <T>(n: number, make: (at: number) => T): T[] => Array.from({ length: n }, (_, at) => make(at));
  const large: [string, () => Json][] = [
    [
      "items of a list",
      () =>
        fulingJsonWith("lists/grades/items", { set: many(10_000, (n) => ({ key: `i${n}`, label: LABEL })) }),
    ],
    [
      "clauses",
      () =>
        fulingJsonWith("clauses", {
          set: [
            ...(fuling().clauses as unknown as Json[]),
            ...many(3000, (n) => ({ key: `c${n}`, document: "main", section: "一", gist: LABEL })),
          ],
        }),
    ],
    [
      "cases of a grade",
      () =>
        fulingJsonWith("gradings/acceptance/grade/cases", {
          set: many(1000, (n) => ({
            key: `c${n}`,
            when: { kind: "compare", of: { kind: "fact", fact: "result.score" }, is: "at-least", than: n },
            then: "pass",
          })),
        }),
    ],
    ["conditions", () => conditions(many(2000, (n) => named(`c${n}`, { kind: "all", of: [] })))],
    [
      "indicators",
      () =>
        fulingJsonWith("sheets/sheet/items", {
          set: many(2000, (n) => ({ key: `i${n}`, label: LABEL, because: ["s1"], weight: 1 })),
        }),
    ],
  ];
  test.each(large)("%s are parsed, linted and explained", (_name, make) => {
    const document = make();
    const limit = normal() * 10 * MOST_TIMES;
    const taken = timeOf(() => {
      const parsed = parsePolicy(document);
      if (Array.isArray(parsed)) throw new Error(parsed[0]?.said.en);
      lintPolicy(parsed);
      explainPolicy(parsed, "en");
    });
    expect(taken).toBeLessThan(limit);
  });
});
