import { nodeAt } from "../read/paths.ts";
import type { Policy } from "../schema/policy.ts";
import type { Scenario } from "../schema/scenario.ts";
import type { PolicyProblem } from "../parse/problem.ts";
import { errorAt } from "./finding.ts";

const COVERED_LISTS = [
  "conditions",
  "measures",
  "caps",
  "forms",
  "sheets",
  "gradings",
  "procedures",
  "consequences",
  "duties",
  "promotions",
] as const;

/** Every example names places that exist, and every rule has an example. */
export function lintScenarios(policy: Policy, scenarios: readonly Scenario[]): PolicyProblem[] {
  const touched = scenarios.flatMap(pathsOf);
  const lost = scenarios.flatMap((scenario) =>
    pathsOf(scenario)
      .filter((path) => nodeAt(policy, path) === undefined)
      .map((path) => lostPath(scenario, path)),
  );
  return [
    ...lost,
    ...rulesOf(policy)
      .filter((path) => !isTouched(path, touched))
      .map(withoutExample),
  ];
}

function pathsOf({ touches, expect }: Scenario): string[] {
  if (expect.kind !== "consequences") return [expect.at, ...(touches ?? [])];
  const fired = [...expect.fires, ...(expect.may ?? [])].map((key) => `consequences/${key}`);
  return [`procedures/${expect.in}`, ...fired, ...(touches ?? [])];
}

const rulesOf = (policy: Policy): string[] => [
  ...COVERED_LISTS.flatMap((list) => policy[list].map((node) => `${list}/${node.key}`)),
  ...policy.procedures.flatMap((procedure) =>
    procedure.stages.map((stage) => `procedures/${procedure.key}/stages/${stage.key}`),
  ),
];

const isTouched = (rule: string, touched: readonly string[]): boolean =>
  touched.some((path) => path === rule || path.startsWith(`${rule}/`));

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
