import type { Policy } from "../schema/policy.ts";
import type { PolicyProblem } from "../parse/problem.ts";
import { walk } from "../read/walk.ts";
import { adviceAt, errorAt } from "./finding.ts";

const RULE_LISTS = [
  "types",
  "facts",
  "conditions",
  "measures",
  "caps",
  "forms",
  "sheets",
  "gradings",
  "procedures",
  "consequences",
  "funding",
  "duties",
  "promotions",
  "names",
] as const;

/** Every rule says where it comes from; every clause is carried out, or says why it cannot be. */
export function sources(policy: Policy): PolicyProblem[] {
  const rules = [
    ...RULE_LISTS.flatMap((list) => policy[list].map((node) => ({ path: `${list}/${node.key}`, node }))),
    ...policy.procedures.flatMap((procedure) =>
      procedure.stages.map((node) => ({ path: `procedures/${procedure.key}/stages/${node.key}`, node })),
    ),
  ];
  const withoutSource = rules
    .filter(({ node }) => (node.because ?? []).length === 0)
    .map(({ path }) =>
      errorAt("sources", {
        path,
        zh: "没有写依据",
        en: "it says no source",
        mendZh: "请在 because 里写出依据的条款",
        mendEn: "name the clauses that it rests on in because",
      }),
    );
  return [...withoutSource, ...clauseUse(policy)];
}

function clauseUse(policy: Policy): PolicyProblem[] {
  const used = new Set(walk(policy).flatMap(({ node }) => ("because" in node ? [node.because].flat() : [])));
  return policy.clauses.flatMap((clause) => {
    const path = `clauses/${clause.key}`;
    if (used.has(clause.key) && clause.outside !== undefined) {
      return [
        adviceAt("sources", {
          path,
          zh: "这一条写着无法办理，却有节点以它为依据",
          en: "the clause says that nothing can carry it out, and yet a node rests on it",
          mendZh: "请删去 outside，或者删去引用",
          mendEn: "remove outside, or the reference",
        }),
      ];
    }
    if (used.has(clause.key) || clause.outside !== undefined) return [];
    return [
      errorAt("sources", {
        path,
        zh: `“${clause.section}”没有任何节点以它为依据`,
        en: `no node rests on “${clause.section}”`,
        mendZh: "请让节点引用它，或者在 outside 里说明为什么没有可以办理的事项",
        mendEn: "let a node name it, or say in outside why no program can carry it out",
      }),
    ];
  });
}
