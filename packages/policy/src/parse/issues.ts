import type { z } from "zod";
import { segmentOf } from "../read/walk.ts";
import type { Text } from "../schema/text.ts";
import type { PolicyProblem } from "./problem.ts";
import { SCHEMA_FAULTS } from "./schema-faults.ts";

type Issue = z.core.$ZodIssue;

/** Turns what zod found into problems that name the place by its keys. */
export const problemsOfIssue = (document: unknown, found: Issue): PolicyProblem[] =>
  innermost(found).map((issue) => ({
    level: "error",
    rule: "schema",
    path: keyPath(document, issue.path),
    ...said(issue),
  }));

/** What is wrong with the name of a field. Inside a union, the branch that was meant: without a fault at its root, and the deepest. */
function innermost(issue: Issue): Issue[] {
  if (issue.code === "invalid_key") return issue.issues.map((inner) => ({ ...inner, path: issue.path }));
  if (issue.code !== "invalid_union") return [issue];
  const branches = issue.errors.map((branch) => branch.flatMap(innermost));
  const meant = branches.toSorted((a, b) => rootFaults(a) - rootFaults(b) || depth(b) - depth(a))[0];
  const deepest = branches.every((branch) => depth(branch) === 0) ? wrongWord(branches) : meant;
  if (deepest === undefined) return [issue];
  return deepest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** A word where one of a few words could stand: these are told, not that it could be open, read or by cases too. */
function wrongWord(branches: readonly Issue[][]): Issue[] | undefined {
  const words = branches.find(([first]) => first?.code === "invalid_value");
  const [first] = words ?? [];
  return first?.code === "invalid_value" && first.values.length > 1 ? words : undefined;
}

const rootFaults = (branch: Issue[]): number => branch.filter((issue) => issue.path.length === 0).length;
const depth = (branch: Issue[]): number => Math.max(0, ...branch.map((issue) => issue.path.length));

/** Positions become keys, so that the path reads as `nodeAt` reads it. */
export function keyPath(document: unknown, path: readonly PropertyKey[]): string {
  let node = document;
  const segments: string[] = [];
  for (const step of path) {
    const child: unknown = typeof node === "object" && node !== null ? Reflect.get(node, step) : undefined;
    segments.push(typeof step === "number" ? segmentOf(child, step) : String(step));
    node = child;
  }
  return segments.join("/");
}

interface Said {
  said: Text;
  mend: Text;
}

function said(issue: Issue): Said {
  if (issue.message.startsWith("fault:")) {
    return SCHEMA_FAULTS[issue.message.slice("fault:".length)] ?? unknownIssue(issue);
  }
  switch (issue.code) {
    case "unrecognized_keys":
      return unknownFields(issue.keys);
    case "invalid_value":
      return notOneOf(issue.values.map(String));
    case "invalid_union":
      return "options" in issue && Array.isArray(issue.options)
        ? notOneOf(issue.options.map(String))
        : wrongSort("value");
    case "invalid_type":
      return issue.message.endsWith("undefined") ? missing(issue.expected) : wrongSort(issue.expected);
    case "too_big":
    case "too_small":
      return outOfBounds(issue);
    default:
      return unknownIssue(issue);
  }
}

/** The first few of many. */
const some = (names: readonly string[], comma: string): string =>
  `${names.slice(0, 8).join(comma)}${names.length > 8 ? " …" : ""}`;
const unknownFields = (fields: readonly string[]): Said => ({
  said: { zh: `不认识的字段：${some(fields, "、")}`, en: `unknown field: ${some(fields, ", ")}` },
  mend: { zh: "请检查拼写，或者删去", en: "check the spelling, or remove it" },
});
const notOneOf = (options: readonly string[]): Said => ({
  said: { zh: "这里不能用这个词", en: "this word is not allowed here" },
  mend: { zh: `请从这些里选：${options.join("、")}`, en: `use one of: ${options.join(", ")}` },
});
const missing = (expected: string): Said => ({
  said: { zh: "缺少这个字段", en: "this field is missing" },
  mend: { zh: `请补上（${sortName(expected).zh}）`, en: `add it (${sortName(expected).en})` },
});
const wrongSort = (expected: string): Said => ({
  said: { zh: "值的类型不对", en: "a value of the wrong sort" },
  mend: { zh: `应为${sortName(expected).zh}`, en: `expected ${sortName(expected).en}` },
});
const unknownIssue = (issue: Issue): Said => ({
  said: { zh: "这里的写法不对", en: issue.message },
  mend: { zh: "请对照语言说明改正", en: "compare it with the language" },
});

function outOfBounds(issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall): Said {
  const bound = "maximum" in issue ? issue.maximum : issue.minimum;
  const most = "maximum" in issue;
  return {
    said: {
      zh: most ? "太多、太长或太大" : "太少、太短或太小",
      en: most ? "too many, long or large" : "too few, short or small",
    },
    mend: { zh: `${most ? "最多" : "至少"} ${bound}`, en: `${most ? "at most" : "at least"} ${bound}` },
  };
}

const SORT_NAMES: { readonly [sort: string]: Text } = {
  string: { zh: "文字", en: "a string" },
  number: { zh: "数", en: "a number" },
  int: { zh: "整数", en: "a whole number" },
  boolean: { zh: "true 或 false", en: "true or false" },
  array: { zh: "数组", en: "an array" },
  object: { zh: "对象", en: "an object" },
  value: {
    zh: "直接的值、open、read 或 cases",
    en: "a plain value, open, read or cases",
  },
};
const sortName = (sort: string): Text => SORT_NAMES[sort] ?? { zh: sort, en: sort };
