/**
 * Command line over a policy document:
 *   npm run policy -- check FILE      lints it; exit code 1 when something must be mended
 *   npm run policy -- explain FILE    prints it as a person reads it (--en for English)
 *   npm run policy -- schema          prints the JSON Schema of the language
 */
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  explainPolicy,
  lintPolicy,
  lintScenarios,
  parsePolicyText,
  Policy,
  ScenarioBook,
  type Lang,
  type PolicyProblem,
} from "@yichuang/policy";
import { z } from "zod";

/** Larger files are refused before they are read. */
const MOST_BYTES = 16_000_000;

const USAGE = "usage: npm run policy -- check FILE | explain FILE [--en] | schema";

function main(words: readonly string[]): number {
  const lang: Lang = words.includes("--en") ? "en" : "zh";
  const [command, file] = words.filter((word) => !word.startsWith("--"));
  if (command === "schema") {
    console.log(JSON.stringify(z.toJSONSchema(Policy), null, 2));
    return 0;
  }
  if ((command !== "check" && command !== "explain") || file === undefined) {
    console.error(USAGE);
    return 2;
  }
  if (!existsSync(file) || statSync(file).size > MOST_BYTES) {
    console.error(
      existsSync(file) ? `${file} is larger than ${MOST_BYTES} bytes` : `there is no file ${file}`,
    );
    return 2;
  }
  const policy = parsePolicyText(readFileSync(file, "utf8"));
  if (Array.isArray(policy)) return report(policy, lang);
  if (command === "explain") {
    for (const line of explainPolicy(policy, lang)) console.log(line);
    return 0;
  }
  return report([...lintPolicy(policy), ...checkScenarios(policy, file)], lang);
}

/** The examples that stand beside the document, where there are any. */
function checkScenarios(policy: Policy, file: string): PolicyProblem[] {
  const beside = join(dirname(file), "scenarios.json");
  if (!existsSync(beside)) return [];
  const book = ScenarioBook.safeParse(JSON.parse(readFileSync(beside, "utf8")));
  if (book.success) return book.data.policy === policy.id ? lintScenarios(policy, book.data.scenarios) : [];
  const detail = z.prettifyError(book.error);
  return [
    {
      level: "error",
      rule: "scenarios",
      path: "scenarios.json",
      said: { zh: `例子的写法不对：${detail}`, en: `not a book of examples: ${detail}` },
      mend: { zh: "请对照语言说明改正", en: "compare it with the language" },
    },
  ];
}

const LEVELS = [
  { level: "error", zh: "须改正", en: "to be mended" },
  { level: "advice", zh: "建议", en: "advice" },
  { level: "open", zh: "原文未定", en: "open in the text" },
  { level: "reading", zh: "理解口径", en: "readings to confirm" },
] as const;

/** Prints the problems by level; gives the exit code. */
function report(problems: readonly PolicyProblem[], lang: Lang): number {
  for (const { level, ...title } of LEVELS) {
    const found = problems.filter((problem) => problem.level === level);
    if (found.length === 0) continue;
    console.log(`\n${title[lang]} (${found.length})`);
    for (const problem of found) {
      console.log(`  ${problem.path === "" ? "/" : problem.path}`);
      console.log(`    ${problem.said[lang]}`);
      console.log(`    → ${problem.mend[lang]}`);
    }
  }
  const errors = problems.filter((problem) => problem.level === "error").length;
  const ok = lang === "zh" ? "\n没有须改正的地方" : "\nnothing to mend";
  const wrong = lang === "zh" ? `\n${errors} 处须改正` : `\n${errors} to mend`;
  console.log(errors === 0 ? ok : wrong);
  return errors === 0 ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
