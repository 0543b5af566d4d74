import type { Policy } from "../schema/policy.ts";
import type { Procedure } from "../schema/procedures.ts";
import type { Stage } from "../schema/stages.ts";
import type { PolicyProblem } from "../parse/problem.ts";
import { errorAt } from "./finding.ts";

/** A cycle that comes round says how long it is. */
function cycleWithoutLength({ key, starts }: Procedure): PolicyProblem[] {
  if ((starts.every === "cycle") === (starts.cycle !== undefined)) return [];
  return [
    errorAt("yields", {
      path: `procedures/${key}/starts`,
      zh: "every 为 cycle 时要写 cycle 的长度，其他情况不写",
      en: "every: cycle says how long a cycle is, and nothing else does",
      mendZh: "请把 every 和 cycle 写成一对；原文没有长度的写 open",
      mendEn: "give every: cycle and cycle together; open where the text does not say how long",
    }),
  ];
}

/** A score has one source, and what is decided over a cohort stands at a stage whose cases belong to one year. */
export const yields = (policy: Policy): PolicyProblem[] =>
  policy.procedures.flatMap((procedure) => [
    ...cycleWithoutLength(procedure),
    ...procedure.stages.flatMap((stage) => {
      const path = `procedures/${procedure.key}/stages/${stage.key}/yields`;
      return [
        ...twoSources(stage, path),
        ...computedByPeople(stage, path),
        ...(procedure.starts.every === "request" ? withoutCohort(policy, stage, path) : []),
      ];
    }),
  ]);

function twoSources(stage: Stage, path: string): PolicyProblem[] {
  const both = (stage.yields ?? []).some(
    (one) => one.kind === "score" && one.of !== undefined && (one.sheet ?? one.combine) !== undefined,
  );
  if (!both) return [];
  return [
    errorAt("yields", {
      path: `${path}/score`,
      zh: "得分既由评分表得出，又由度量算出",
      en: "the score comes from a sheet and from a measure at once",
      mendZh: "请只写 sheet 和 combine，或者只写 of",
      mendEn: "give sheet and combine, or of",
    }),
  ];
}

/** What is computed is computed where somebody decides; a panel's score is the panel's. */
function computedByPeople(stage: Stage, path: string): PolicyProblem[] {
  const computed = (stage.yields ?? []).some((one) => one.kind === "score" && one.of !== undefined);
  if (!computed || stage.does === "decide") return [];
  return [
    errorAt("yields", {
      path: `${path}/score`,
      zh: "算出的得分只能写在决定阶段",
      en: "a computed score belongs to a stage that decides",
      mendZh: "请移到 decide 阶段，专家的评分写 sheet",
      mendEn: "move it to a decide stage; what experts score names a sheet",
    }),
  ];
}

/** Cases that come one by one have no cohort to be ranked in or to share a quota with. */
function withoutCohort(policy: Policy, stage: Stage, path: string): PolicyProblem[] {
  return (stage.yields ?? [])
    .filter(
      (one) =>
        one.kind === "rank" ||
        (one.kind === "grade" &&
          (policy.gradings.find((grading) => grading.key === one.grading)?.quotas ?? []).length > 0),
    )
    .map((one) =>
      errorAt("yields", {
        path: `${path}/${one.kind}`,
        zh: "逐件发起的程序没有同批，不能排名，也不能按比例限额",
        en: "cases that are opened one by one have no cohort: no ranks and no quotas",
        mendZh: "请把 starts.every 改为 year、call 或 once",
        mendEn: "let starts.every be year, call or once",
      }),
    );
}
