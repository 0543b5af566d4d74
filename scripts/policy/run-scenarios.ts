import { runScenario } from "@yichuang/domain";
import { type Lang, lintScenario, type Policy, type Scenario } from "@yichuang/policy";

/** Runs the examples of a policy and prints each in words; gives the exit code. */
export function runScenarios(policy: Policy, scenarios: readonly Scenario[], lang: Lang): number {
  let failed = 0;
  for (const scenario of scenarios) {
    const wrong = whatIsWrong(policy, scenario, lang);
    if (wrong !== undefined) failed += 1;
    console.log(
      `${wrong === undefined ? "✓" : "✗"} ${scenario.label[lang]}${wrong === undefined ? "" : `\n    ${wrong}`}`,
    );
  }
  const met = scenarios.length - failed;
  console.log(lang === "zh" ? `\n${met} 个例子符合，${failed} 个不符合` : `\n${met} hold, ${failed} do not`);
  return failed === 0 ? 0 : 1;
}

function whatIsWrong(policy: Policy, scenario: Scenario, lang: Lang): string | undefined {
  const problems = lintScenario(policy, scenario);
  if (problems.length > 0) {
    return problems
      .map(({ path, said, mend }) => `${path}\n    ${said[lang]}\n    → ${mend[lang]}`)
      .join("\n    ");
  }
  try {
    const { met, got, expected } = runScenario(policy, scenario);
    if (met) return undefined;
    const [is, should] = [JSON.stringify(got), JSON.stringify(expected)];
    const place = "at" in scenario.expect ? `  [${scenario.expect.at}]` : "";
    return lang === "zh" ? `应为 ${should}，实际是 ${is}${place}` : `should be ${should}, is ${is}${place}`;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return lang === "zh" ? `这个例子没法运行：${reason}` : `the example cannot be run: ${reason}`;
  }
}
