/**
 * Command line over a policy document:
 *   npm run policy -- check FILE       lints it; exit code 1 when something must be mended
 *   npm run policy -- explain FILE     prints it as a person reads it
 *   npm run policy -- scenarios FILE   runs the examples beside it; exit code 1 when one does not hold
 *   npm run policy -- rehearse FILE --from 2023-01-01 --years 4   runs a small tenant through the years; exit code 1 when
 *                                      the document itself leads nowhere
 *   npm run policy -- diff FILE OTHER  prints what changed from one version to the other
 *   npm run policy -- schema           prints the JSON Schema of the language
 * `--en` or `--lang en` prints English.
 */
import {
  explainDifferences,
  explainPolicy,
  type Lang,
  lintPolicy,
  lintScenarios,
  type Policy,
  policyJsonSchema,
  type PolicyProblem,
} from "@yichuang/policy";
import { parseArgs } from "node:util";
import { findScenarios, readPolicy } from "./policy/documents.ts";
import { runRehearsal } from "./policy/run-rehearsal.ts";
import { report } from "./policy/report.ts";
import { runScenarios } from "./policy/run-scenarios.ts";

const USAGE =
  "usage: npm run policy -- check|explain|scenarios|rehearse|diff|schema FILE [OTHER] [--lang en]";

interface Asked {
  policy: Policy;
  file: string;
  /** the second file of a comparison */
  other: string | undefined;
  lang: Lang;
  /** the first day and the length of a rehearsal */
  from: string;
  years: number;
}

const COMMANDS: { readonly [command: string]: (asked: Asked) => number } = {
  check: ({ policy, file, lang }) => report([...lintPolicy(policy), ...checkScenarios(policy, file)], lang),
  explain: ({ policy, lang }) => {
    for (const line of explainPolicy(policy, lang)) console.log(line);
    return 0;
  },
  scenarios: ({ policy, file, lang }) => {
    const book = findScenarios(policy, file);
    if (book === undefined) return fail(`there is no scenarios.json beside ${file}`);
    return Array.isArray(book) ? report(book, lang) : runScenarios(policy, book.scenarios, lang);
  },
  rehearse: ({ policy, lang, from, years }) => runRehearsal(policy, { lang, from, years }),
  diff: ({ policy, other, lang }) =>
    withPolicy(other, lang, (second) => printDifferences(policy, second, lang)),
};

function printDifferences(base: Policy, other: Policy, lang: Lang): number {
  const differences = explainDifferences(base, other);
  for (const { path, said } of differences) console.log(`${said[lang]}\n    ${path}`);
  if (differences.length === 0) console.log(lang === "zh" ? "没有不同" : "no difference");
  return 0;
}

/** The examples that stand beside the document, where there are any. */
function checkScenarios(policy: Policy, file: string): PolicyProblem[] {
  const book = findScenarios(policy, file);
  if (book === undefined) return [];
  return Array.isArray(book) ? book : lintScenarios(policy, book.scenarios);
}

function withPolicy(file: string | undefined, lang: Lang, run: (policy: Policy) => number): number {
  if (file === undefined) return fail(USAGE);
  const policy = readPolicy(file);
  if (typeof policy === "string") return fail(policy);
  return Array.isArray(policy) ? report(policy, lang) : run(policy);
}

function fail(reason: string): number {
  console.error(reason);
  return 2;
}

function main(args: string[]): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      en: { type: "boolean" },
      lang: { type: "string" },
      from: { type: "string" },
      years: { type: "string" },
    },
  });
  const lang: Lang = values.en === true || values.lang === "en" ? "en" : "zh";
  const [command = "", file, other] = positionals;
  if (command === "schema") {
    console.log(JSON.stringify(policyJsonSchema(), null, 2));
    return 0;
  }
  const run = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (run === undefined || file === undefined) return fail(USAGE);
  return withPolicy(file, lang, (policy) =>
    run({ policy, file, other, lang, from: values.from ?? "2023-01-01", years: Number(values.years ?? 4) }),
  );
}

process.exitCode = main(process.argv.slice(2));
