import type { OpenTerms, OpenValue, Policy, Procedure, Stage } from "@yichuang/policy";
import { clausesOf, openValues } from "@yichuang/policy";

/** Every one of them says who settles it and what could come out. */
type ImpliedTerms = OpenTerms & Required<Pick<OpenTerms, "by" | "choices">>;

/** What lateness costs at an entry whose policy says nothing about it (rulings 2). */
export const impliedLateness: ImpliedTerms = {
  asks: { zh: "逾期申报是否受理", en: "whether late applications are accepted" },
  per: "policy",
  by: { role: "authority" },
  choices: [
    { key: "refused", label: { zh: "不受理", en: "refused" }, then: "refused" },
    { key: "accepted", label: { zh: "受理", en: "accepted" }, then: "accepted" },
  ],
};

/** How several experts' yes and no become one, where the policy says nothing about it. */
export const impliedCombination: ImpliedTerms = {
  asks: { zh: "专家意见不一致时怎样得出结论", en: "how the experts' views become one where they differ" },
  per: "policy",
  by: { role: "authority" },
  choices: [
    { key: "all", label: { zh: "一致同意", en: "all must agree" }, then: "all" },
    { key: "two-thirds", label: { zh: "三分之二以上同意", en: "two thirds or more" }, then: "two-thirds" },
    { key: "majority", label: { zh: "过半数同意", en: "more than half" }, then: "majority" },
    { key: "any", label: { zh: "一人同意", en: "one is enough" }, then: "any" },
  ],
};

/** How several experts' scores become one, where the policy says nothing about it. */
export const impliedScoring: ImpliedTerms = {
  asks: { zh: "几位专家的评分怎样合成", en: "how the experts' scores are combined" },
  per: "policy",
  by: { role: "authority" },
  choices: [
    { key: "mean", label: { zh: "取平均分", en: "the mean" }, then: "mean" },
    {
      key: "trimmed-mean",
      label: { zh: "去掉最高分和最低分后取平均", en: "the trimmed mean" },
      then: "trimmed-mean",
    },
    { key: "median", label: { zh: "取中位数", en: "the median" }, then: "median" },
  ],
};

/** Every open value of a policy: those that it names, and those that it does not even mention. */
export const allOpenValues = (policy: Policy): OpenValue[] => [
  ...openValues(policy),
  ...policy.procedures.flatMap((procedure) =>
    procedure.stages.flatMap((stage) => impliedAt(policy, procedure, stage)),
  ),
];

export const findOpenValue = (policy: Policy, path: string): OpenValue | undefined =>
  allOpenValues(policy).find((open) => open.path === path);

function impliedAt(policy: Policy, procedure: Procedure, stage: Stage): OpenValue[] {
  const path = `procedures/${procedure.key}/stages/${stage.key}`;
  const because = clausesOf(policy, { node: stage, ancestors: [procedure] });
  const make = (at: string, terms: ImpliedTerms, sort: OpenValue["sort"]): OpenValue => ({
    path: `${path}/${at}`,
    ...terms,
    sort,
    because,
  });
  const implied: OpenValue[] = [];
  if (stage.does === "submit" && procedure.purpose === "entry" && stage.late === undefined) {
    implied.push(make("late", impliedLateness, "lateness"));
  }
  for (const brought of stage.yields ?? []) {
    if (stage.does !== "review") continue;
    if (brought.kind === "verdict" && brought.combine === undefined) {
      implied.push(make("yields/verdict/combine", impliedCombination, "combine-verdicts"));
    }
    if (brought.kind === "score" && brought.combine === undefined) {
      implied.push(make("yields/score/combine", impliedScoring, "combine-scores"));
    }
  }
  return implied;
}
