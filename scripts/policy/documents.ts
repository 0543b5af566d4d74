// Documents from files, or why not.
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  parsePolicyText,
  parseScenariosText,
  type Policy,
  type PolicyProblem,
  type ScenarioBook,
} from "@yichuang/policy";

/** Larger files are refused before they are read. */
const MOST_BYTES = 16_000_000;

/** A policy, the problems that keep it from being one, or what is wrong with the file. */
export function readPolicy(file: string): Policy | PolicyProblem[] | string {
  if (!existsSync(file)) return `there is no file ${file}`;
  if (statSync(file).size > MOST_BYTES) return `${file} is larger than ${MOST_BYTES} bytes`;
  return parsePolicyText(readFileSync(file, "utf8"));
}

const BOOK = "scenarios.json";

/** The examples that stand beside a document, or what is wrong with them; undefined where there are none. */
export function findScenarios(policy: Policy, file: string): ScenarioBook | PolicyProblem[] | undefined {
  const beside = join(dirname(file), BOOK);
  if (!existsSync(beside)) return undefined;
  const book = parseScenariosText(readFileSync(beside, "utf8"));
  if (Array.isArray(book)) {
    return book.map((problem) => ({
      ...problem,
      path: problem.path === "" ? BOOK : `${BOOK}/${problem.path}`,
    }));
  }
  return book.policy === policy.id ? book : [ofAnother(book, policy)];
}

const ofAnother = (book: ScenarioBook, policy: Policy): PolicyProblem => ({
  level: "error",
  rule: "scenarios",
  path: `${BOOK}/policy`,
  said: {
    zh: `这些例子说的是“${book.policy}”，文档是“${policy.id}”`,
    en: `these are examples of “${book.policy}”, and the document is “${policy.id}”`,
  },
  mend: {
    zh: `请写成“${policy.id}”，或者把两份文档放进各自的文件夹`,
    en: `write “${policy.id}”, or keep the two documents in folders of their own`,
  },
});
