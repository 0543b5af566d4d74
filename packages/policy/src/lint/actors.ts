import type { ActorRole } from "../schema/actor.ts";
import type { Form } from "../schema/forms.ts";
import type { Policy } from "../schema/policy.ts";
import type { Procedure } from "../schema/procedures.ts";
import type { Indicator } from "../schema/sheets.ts";
import type { Stage } from "../schema/stages.ts";
import type { PolicyProblem } from "../parse/problem.ts";
import { errorAt } from "./finding.ts";
import { judgesOf } from "./judges.ts";
import { plainKeys } from "./key-references.ts";

/** Who judges, scores and signs is who acts in the stage where it happens. */
export const actors = (policy: Policy): PolicyProblem[] =>
  policy.procedures.flatMap((procedure) =>
    procedure.stages.flatMap((stage) => {
      const path = `procedures/${procedure.key}/stages/${stage.key}`;
      return [
        ...wrongJudges(policy, stage, path),
        ...wrongScorers(policy, stage, path),
        ...wrongSigners(policy, stage, path),
        ...emptyReview(procedure, stage, path),
      ];
    }),
  );

function wrongJudges(policy: Policy, stage: Stage, path: string): PolicyProblem[] {
  const about = (stage.yields ?? []).flatMap((one) => (one.kind === "verdict" ? (one.about ?? []) : []));
  return about.flatMap((key) => {
    const condition = policy.conditions.find((candidate) => candidate.key === key);
    const judges = condition === undefined ? [] : judgesOf(condition.test);
    return judges.includes(stage.by.role)
      ? []
      : [
          wrongActor(
            `${path}/yields/verdict`,
            `“${key}”由别人判断，这个阶段给不出结论`,
            `“${key}” is judged by somebody else; this stage cannot answer it`,
          ),
        ];
  });
}

function wrongScorers(policy: Policy, stage: Stage, path: string): PolicyProblem[] {
  const sheets = (stage.yields ?? []).flatMap((one) => (one.kind === "score" ? plainKeys(one.sheet) : []));
  return sheets.flatMap((key) => {
    const sheet = policy.sheets.find((candidate) => candidate.key === key);
    const foreign = (sheet?.items ?? []).flatMap(judgingRoles).filter((role) => role !== stage.by.role);
    return foreign.length === 0
      ? []
      : [
          wrongActor(
            `${path}/yields/score`,
            `“${key}”有指标由别人评分`,
            `“${key}” has items that somebody else scores`,
          ),
        ];
  });
}

function judgingRoles(item: Indicator): ActorRole[] {
  const { points } = item;
  const own =
    typeof points === "object" && "kind" in points && points.kind === "judged" ? [points.by.role] : [];
  return [...own, ...(item.items ?? []).flatMap(judgingRoles)];
}

function wrongSigners(policy: Policy, stage: Stage, path: string): PolicyProblem[] {
  if (stage.does !== "submit") return [];
  const form = policy.forms.find((candidate) => candidate.key === stage.form);
  const boxes = form === undefined ? [] : signatureRoles(form);
  const signs = (stage.signs ?? []).map((actor) => actor.role);
  const unsigned = boxes.filter((role) => !signs.includes(role));
  return unsigned.map((role) =>
    errorAt("actors", {
      path: `${path}/signs`,
      zh: `表里有“${role}”的签名栏，阶段没有请他签`,
      en: `the form has a signature box for “${role}”, and the stage does not ask for it`,
      mendZh: "请在 signs 里按先后写上",
      mendEn: "name the role in signs, in its order",
    }),
  );
}

const signatureRoles = (form: Form): ActorRole[] =>
  form.sections.flatMap((section) =>
    section.fields.flatMap((field) =>
      field.kind === "signature" && field.by !== undefined ? [field.by.role] : [],
    ),
  );

/** A review brings something forth: a verdict, a score, a rank, a place, or a record. */
function emptyReview(procedure: Procedure, stage: Stage, path: string): PolicyProblem[] {
  if (stage.does !== "review" || stage.form !== undefined || (stage.yields ?? []).length > 0) return [];
  return [
    errorAt("actors", {
      path,
      zh: `“${procedure.key}”的这个评审阶段没有结果`,
      en: `this review of “${procedure.key}” brings nothing forth`,
      mendZh: "请写 yields，或者写记录用的 form",
      mendEn: "give its yields, or a form for its record",
    }),
  ];
}

const wrongActor = (path: string, zh: string, en: string): PolicyProblem =>
  errorAt("actors", {
    path,
    zh,
    en,
    mendZh: "请让阶段的 by 与判断、评分的人一致",
    mendEn: "let the stage's by agree with who judges or scores",
  });
