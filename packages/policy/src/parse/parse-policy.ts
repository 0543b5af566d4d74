import type { z } from "zod";
import { Policy } from "../schema/policy.ts";
import { ScenarioBook } from "../schema/scenario.ts";
import { guardDocument, LIMITS } from "./guard.ts";
import { keyPath, problemsOfIssue } from "./issues.ts";
import type { PolicyProblem } from "./problem.ts";
import { type FieldPath, repeatedField } from "./repeated-fields.ts";

/** Problems shown at once; more are counted in the last one. */
const MOST_PROBLEMS = 50;

/**
 * Reads a document that is already JSON. Gives the policy, or the problems that keep it from being
 * one. The sense of a document is the matter of `lintPolicy`.
 */
export function parsePolicy(document: unknown): Policy | PolicyProblem[] {
  const refused = guardDocument(document);
  return refused === undefined ? shaped(Policy, document) : [refused];
}

/** Reads the text of a document. */
export const parsePolicyText = (text: string): Policy | PolicyProblem[] => parseText(Policy, text);

/** Reads a text as JSON and that as a document; what is no JSON, or too long, is a problem too. */
export function parseText<T>(schema: z.ZodType<T>, text: string): T | PolicyProblem[] {
  if (text.length > LIMITS.textLength) {
    return [
      wrongText(
        `文档超过 ${LIMITS.textLength} 个字符`,
        `the document is longer than ${LIMITS.textLength} characters`,
      ),
    ];
  }
  const document = readJson(text);
  if ("problem" in document) return [document.problem];
  const refused = guardDocument(document.json);
  if (refused !== undefined) return [refused];
  const repeated = repeatedField(text);
  return repeated === undefined ? shaped(schema, document.json) : [twice(document.json, repeated)];
}

function shaped<T>(schema: z.ZodType<T>, document: unknown): T | PolicyProblem[] {
  const parsed = schema.safeParse(document);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.flatMap((issue) => problemsOfIssue(document, issue));
  return problems.length <= MOST_PROBLEMS ? problems : shortened(problems);
}

function readJson(text: string): { json: unknown } | { problem: PolicyProblem } {
  try {
    return { json: JSON.parse(text) };
  } catch (error) {
    const { message } = error as SyntaxError;
    return { problem: wrongText(`不是合格的 JSON：${message}`, `not valid JSON: ${message}`) };
  }
}

const twice = (document: unknown, path: FieldPath): PolicyProblem => ({
  level: "error",
  rule: "document",
  path: keyPath(document, path),
  said: { zh: "同一个对象里这个字段写了两次", en: "this field stands twice in one object" },
  mend: { zh: "请只留一个", en: "keep one of them" },
});

const wrongText = (zh: string, en: string): PolicyProblem => ({
  level: "error",
  rule: "document",
  path: "",
  said: { zh, en },
  mend: { zh: "请检查这个文件", en: "check the file" },
});

function shortened(problems: PolicyProblem[]): PolicyProblem[] {
  const rest = problems.length - MOST_PROBLEMS;
  return [
    ...problems.slice(0, MOST_PROBLEMS),
    wrongText(`还有 ${rest} 处没有列出`, `${rest} more are not listed`),
  ];
}

/** Reads the text of the examples of a policy: the book, or the problems that keep it from being one. */
export const parseScenariosText = (text: string): ScenarioBook | PolicyProblem[] =>
  parseText(ScenarioBook, text);
