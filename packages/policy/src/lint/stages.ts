import type { Policy } from "../schema/policy.ts";
import type { Procedure } from "../schema/procedures.ts";
import type { Stage } from "../schema/stages.ts";
import type { PolicyProblem } from "../parse/problem.ts";
import { walk } from "../read/walk.ts";
import { errorAt } from "./finding.ts";
import { judgesOf } from "./judges.ts";
import { stagesBefore } from "./stage-order.ts";

/** The order of stages has no circle, and what a stage requires or reads is supplied before it. */
export const stages = (policy: Policy): PolicyProblem[] =>
  policy.procedures.flatMap((procedure) =>
    procedure.stages.flatMap((stage) => [
      ...circle(procedure, stage),
      ...unsupplied(policy, procedure, stage),
      ...readTooEarly(procedure, stage),
      ...wrongLength(procedure, stage),
    ]),
  );

const pathOf = (procedure: Procedure, stage: Stage): string =>
  `procedures/${procedure.key}/stages/${stage.key}`;

function circle(procedure: Procedure, stage: Stage): PolicyProblem[] {
  if (!stagesBefore(procedure, stage).has(stage.key)) return [];
  return [
    errorAt("stages", {
      path: `${pathOf(procedure, stage)}/after`,
      zh: "这个阶段排在它自己之后",
      en: "the stage comes after itself",
      mendZh: "请改正 after，去掉循环",
      mendEn: "correct after so that there is no circle",
    }),
  ];
}

/** A stage that only lasts has a length or an end, and not both. */
function wrongLength(procedure: Procedure, stage: Stage): PolicyProblem[] {
  if (stage.does !== "run" || (stage.lasts === undefined) !== (stage.until === undefined)) return [];
  return [
    errorAt("stages", {
      path: pathOf(procedure, stage),
      zh: stage.lasts === undefined ? "没有写持续多久" : "既写了为期，又写了截止",
      en: stage.lasts === undefined ? "it does not say how long it lasts" : "it has both a length and an end",
      mendZh: "请在 lasts 和 until 中写一个",
      mendEn: "give either lasts or until",
    }),
  ];
}

/** A condition that somebody judges is answered by a stage before the one that requires it. */
function unsupplied(policy: Policy, procedure: Procedure, stage: Stage): PolicyProblem[] {
  const before = stagesBefore(procedure, stage);
  const answered = procedure.stages
    .filter(({ key }) => before.has(key))
    .flatMap((earlier) =>
      (earlier.yields ?? []).flatMap((one) => (one.kind === "verdict" ? (one.about ?? []) : [])),
    );
  return (stage.requires ?? [])
    .filter((key) => !answered.includes(key) && isJudgedByOthers(policy, key, stage))
    .map((key) =>
      errorAt("stages", {
        path: `${pathOf(procedure, stage)}/requires`,
        zh: `“${key}”要有人判断，前面没有阶段给出结论`,
        en: `“${key}” is judged by somebody, and no stage before gives the answer`,
        mendZh: "请在前面的评审阶段写 yields: verdict，或者改正 after",
        mendEn: "let a review stage before it yield the verdict, or correct after",
      }),
    );
}

const isJudgedByOthers = (policy: Policy, key: string, stage: Stage): boolean =>
  policy.conditions.some(
    (condition) => condition.key === key && judgesOf(condition.test).some((role) => role !== stage.by.role),
  );

function readTooEarly(procedure: Procedure, stage: Stage): PolicyProblem[] {
  const before = stagesBefore(procedure, stage);
  const read = walk(stage).flatMap(({ node }) => [
    ...("from" in node && typeof node.from === "string" ? [node.from] : []),
    ...("fact" in node && typeof node.fact === "string" ? [node.fact] : []),
  ]);
  return read
    .map((ref) => ref.split("."))
    .filter(
      ([subject, key]) => subject === "stage" && key !== undefined && key !== stage.key && !before.has(key),
    )
    .map(([, key]) =>
      errorAt("stages", {
        path: pathOf(procedure, stage),
        zh: `读取了“${key ?? ""}”阶段的日期，但它不排在前面`,
        en: `it reads a date of the stage “${key ?? ""}”, which does not come before it`,
        mendZh: "请把那个阶段写进 after",
        mendEn: "name that stage in after",
      }),
    );
}
