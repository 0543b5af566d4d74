import type { Lang, PolicyProblem } from "@yichuang/policy";

const LEVELS = [
  { level: "error", zh: "须改正", en: "to be mended" },
  { level: "advice", zh: "建议", en: "advice" },
  { level: "open", zh: "原文未定", en: "open in the text" },
  { level: "reading", zh: "理解口径", en: "readings to confirm" },
] as const;

/** Prints the problems by level; gives the exit code. */
export function report(problems: readonly PolicyProblem[], lang: Lang): number {
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
