import { describe, expect, test } from "vitest";
import { nodeAt } from "../read/paths.ts";
import type { Json } from "../schema/changes.ts";
import { fuling, fulingJsonWith } from "../testing/fuling.ts";
import { LIMITS } from "./guard.ts";
import { parsePolicy, parsePolicyText } from "./parse-policy.ts";
import type { PolicyProblem } from "./problem.ts";

function problemsOf(document: unknown): PolicyProblem[] {
  const parsed = parsePolicy(document);
  return Array.isArray(parsed) ? parsed : [];
}

describe("problems name the place, what is wrong and how to mend it", () => {
  const cases: [string, { at: string; set: Json }, string, RegExp][] = [
    ["an unknown field", { at: "lists/grades/itmes", set: [] }, "lists/grades", /itmes/],
    [
      "an unknown kind",
      { at: "conditions/ready/test/kind", set: "judge" },
      "conditions/ready/test/kind",
      /judged/,
    ],
    [
      "an unknown operator",
      { at: "gradings/acceptance/grade/cases/pass/when/is", set: ">=" },
      "gradings/acceptance/grade/cases/pass/when/is",
      /at-least/,
    ],
    [
      "a wrong effect",
      { at: "consequences/passed/effects/stand/do", set: "delete" },
      "consequences/passed/effects/stand/do",
      /set-standing/,
    ],
    [
      "a day that does not exist",
      { at: "procedures/yearly-report/starts/when/from", set: "13-01" },
      "procedures/yearly-report/starts/when/from",
      /calendar/,
    ],
    [
      "a weight in words",
      { at: "sheets/sheet/items/level/weight", set: "30" },
      "sheets/sheet/items/level/weight",
      /expected/,
    ],
    [
      "an open value that asks nothing",
      { at: "gradings/acceptance/grade/cases/pass/when/than", set: { open: { per: "policy" } } },
      "gradings/acceptance/grade/cases/pass/when/than/open/asks",
      /add it/,
    ],
    ["a key in capitals", { at: "lists/grades/key", set: "GRADES" }, "lists/GRADES/key", /lower-case/],
    [
      "a concept of nobody",
      { at: "words/center/concept", set: "hospital" },
      "words/center/concept",
      /standing/,
    ],
  ];
  test.each(cases)("%s", (...[, { at, set }, path, mend]) => {
    const problems = problemsOf(fulingJsonWith(at, { set }));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ level: "error", path });
    expect(`${problems[0]?.said.en} ${problems[0]?.mend.en}`).toMatch(mend);
    expect(problems[0]?.mend.zh).toMatch(/\p{Script=Han}/u);
  });
  test("a missing list is said to be missing", () => {
    const [problem] = problemsOf(fulingJsonWith("clauses", { drop: true }));
    expect(problem).toMatchObject({ path: "clauses", said: { en: "this field is missing" } });
  });
  test("all problems inside a union's branch are told", () => {
    const problems = problemsOf(
      fulingJsonWith("procedures/entry/stages/collect/window/cases/y2022/then", {
        set: { kind: "yearly", from: "x", to: "y" },
      }),
    );
    expect(problems.map(({ path }) => path.split("/").at(-1))).toEqual(["from", "to"]);
  });
  test("many problems are shortened", () => {
    const items = Array.from({ length: 500 }, (_, index) => ({ key: `UPPER ${index}` }));
    expect(problemsOf(fulingJsonWith("lists/grades/items", { set: items }))).toHaveLength(51);
  });
});

/** How long something takes, in milliseconds. */
function timeOf(run: () => unknown): number {
  const before = performance.now();
  run();
  return performance.now() - before;
}

/** A pack is read in some ten milliseconds; a refusal takes no more than a hundred times that, on whatever machine. */
const MOST_TIMES = 100;

describe("hostile documents are refused with a clear error, and not much later than a pack is read", () => {
  const text = JSON.stringify(fuling());
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
      () => parsePolicyText(text.replace('"language"', '"__proto__":{"kind":"policy"},"language"')),
      /not allowed/,
    ],
    [
      "a constructor",
      () => parsePolicyText(text.replace('"language"', '"constructor":{},"language"')),
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
    const normal = timeOf(() => parsePolicyText(text));
    let problems: unknown;
    expect(timeOf(() => (problems = parse())) / normal).toBeLessThan(MOST_TIMES);
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
