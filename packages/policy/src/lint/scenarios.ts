import { findFactSort } from "../read/fact-sort.ts";
import { nodeAt } from "../read/paths.ts";
import type { Policy } from "../schema/policy.ts";
import type { Procedure } from "../schema/procedures.ts";
import type { Scenario } from "../schema/scenario.ts";
import type { Text } from "../schema/text.ts";
import type { PolicyProblem } from "../parse/problem.ts";
import { unknownFact } from "./facts.ts";
import { errorAt } from "./finding.ts";
import { placesNamed, sortMissed } from "./scenario-places.ts";

/** Lists whose nodes need an example each; procedures need one for every stage. */
const COVERED_LISTS = [
  "conditions",
  "measures",
  "caps",
  "forms",
  "sheets",
  "gradings",
  "consequences",
  "duties",
  "promotions",
] as const;

/** Every example can be run, and every rule has an example. */
export function lintScenarios(policy: Policy, scenarios: readonly Scenario[]): PolicyProblem[] {
  const touched = scenarios.flatMap(pathsOf);
  return [
    ...scenarios.flatMap((scenario) => lintScenario(policy, scenario)),
    ...COVERED_LISTS.flatMap((list) => policy[list].map((node) => `${list}/${node.key}`))
      .filter((path) => !isTouched(path, touched))
      .map(withoutExample),
    ...policy.procedures.flatMap((procedure) => stagesWithoutExample(procedure, touched)),
  ];
}

/** What keeps one example from being run: places, sorts of places and facts that the policy does not have. */
export function lintScenario(policy: Policy, scenario: Scenario): PolicyProblem[] {
  const { expect, given } = scenario;
  const named = [
    ...pathsOf(scenario),
    ...placesNamed(policy, expect),
    ...(given.settled ?? []).map(({ path }) => path),
  ];
  const lost = named.filter((path) => nodeAt(policy, path) === undefined);
  const sort = "at" in expect && !lost.includes(expect.at) ? sortMissed(policy, expect) : undefined;
  return [
    ...lost.map((path) => lostPath(scenario, path)),
    ...("at" in expect && sort !== undefined ? [wrongSort(scenario, expect.at, sort)] : []),
    ...Object.keys(given.facts ?? {})
      .filter((ref) => findFactSort(policy, ref) === undefined)
      .map((ref) => unknownFact(`scenarios/${scenario.key}/given/facts`, ref, policy)),
  ];
}

function pathsOf({ touches, expect }: Scenario): string[] {
  if (expect.kind !== "consequences") return [expect.at, ...(touches ?? [])];
  const fired = [...expect.fires, ...(expect.may ?? [])].map((key) => `consequences/${key}`);
  return [`procedures/${expect.in}`, ...fired, ...(touches ?? [])];
}

const isTouched = (rule: string, touched: readonly string[]): boolean =>
  touched.some((path) => path === rule || path.startsWith(`${rule}/`));

function stagesWithoutExample(procedure: Procedure, touched: readonly string[]): PolicyProblem[] {
  const at = `procedures/${procedure.key}/stages`;
  const stages = procedure.stages.map(({ key }) => key).filter((key) => !isTouched(`${at}/${key}`, touched));
  if (stages.length === 0) return [];
  return [
    errorAt("scenarios", {
      path: at,
      zh: `没有例子说明这些环节：${stages.join("、")}`,
      en: `no example shows these stages: ${stages.join(", ")}`,
      mendZh: "请在 scenarios.json 里补例子，或者在已有例子的 touches 里写上它们的路径",
      mendEn: "add examples to scenarios.json, or name their paths under touches of one that is there",
    }),
  ];
}

const wrongSort = (scenario: Scenario, path: string, sort: Text): PolicyProblem =>
  errorAt("scenarios", {
    path,
    zh: `例子“${scenario.label.zh}”要看的不是这里的写法（expect.kind 是 ${scenario.expect.kind}）`,
    en: `the example “${scenario.label.en}” cannot look at this place (its expect.kind is ${scenario.expect.kind})`,
    mendZh: `at 应指向${sort.zh}`,
    mendEn: `let at name ${sort.en}`,
  });

const lostPath = (scenario: Scenario, path: string): PolicyProblem =>
  errorAt("scenarios", {
    path,
    zh: `例子“${scenario.label.zh}”说的地方在政策里没有`,
    en: `the example “${scenario.label.en}” names a place that the policy does not have`,
    mendZh: "请改正例子里的路径",
    mendEn: "correct the path in the example",
  });

const withoutExample = (path: string): PolicyProblem =>
  errorAt("scenarios", {
    path,
    zh: "没有例子说明这一条",
    en: "no example shows this rule",
    mendZh: "请在 scenarios.json 里补一个例子",
    mendEn: "add one to scenarios.json",
  });
