// Documents from files, or why not.
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { parsePolicyText, type Policy, type PolicyProblem, ScenarioBook } from "@yichuang/policy";
import { z } from "zod";

/** Larger files are refused before they are read. */
const MOST_BYTES = 16_000_000;

/** A policy, the problems that keep it from being one, or what is wrong with the file. */
export function readPolicy(file: string): Policy | PolicyProblem[] | string {
  if (!existsSync(file)) return `there is no file ${file}`;
  if (statSync(file).size > MOST_BYTES) return `${file} is larger than ${MOST_BYTES} bytes`;
  return parsePolicyText(readFileSync(file, "utf8"));
}

/** The examples that stand beside a document; undefined where there are none for it. */
export function findScenarios(policy: Policy, file: string): ScenarioBook | PolicyProblem | undefined {
  const beside = join(dirname(file), "scenarios.json");
  if (!existsSync(beside)) return undefined;
  const book = ScenarioBook.safeParse(JSON.parse(readFileSync(beside, "utf8")));
  if (book.success) return book.data.policy === policy.id ? book.data : undefined;
  const detail = z.prettifyError(book.error);
  return {
    level: "error",
    rule: "scenarios",
    path: "scenarios.json",
    said: { zh: `例子的写法不对：${detail}`, en: `not a book of examples: ${detail}` },
    mend: { zh: "请对照语言说明改正", en: "compare it with the language" },
  };
}
