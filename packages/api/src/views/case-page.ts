// Everything that the page of one case shows, from one set of facts.
import {
  abilitiesFor,
  type CaseFacts,
  type CenterFacts,
  dayOf,
  effectiveTree,
  leadOf,
  type InstitutionFacts,
  ruleCondition,
  type Ruling,
  sceneOf,
  upToDate,
  windowOfStage,
  worldOf,
} from "@yichuang/domain";
import { clausesOfNodes, labelOf } from "@yichuang/domain";
import {
  findProcedure,
  type Policy,
  type Procedure,
  type SheetItems,
  type Stage,
  type Text,
} from "@yichuang/policy";
import type { StageSet } from "../acts/stage-set.ts";
import { linksOf } from "./network-view.ts";
import { viewCase } from "./case-view.ts";
import { viewAbility } from "./verdict-view.ts";

export interface StageLine {
  key: string;
  label: Text;
  does: Stage["does"];
  by: string;
  form?: string;
  opens?: string;
  closes?: string;
  due?: string;
  asks?: Text;
  doneOn?: string;
  daysLate?: number;
  /** a stage that lasts: from when, and its last day */
  startedOn?: string;
  endsOn?: string;
  clauses: ReturnType<typeof clausesOfNodes>;
  rulings: { condition: string; effect: string; ruling: Ruling }[];
}

type Bearer = CenterFacts | InstitutionFacts;

/** The root and the case by its id, among the loaded facts. */
export function findCaseIn(stage: StageSet, id: string): { root: Bearer; kase: CaseFacts } | undefined {
  const roots: Bearer[] = [
    ...stage.facts.centers,
    ...(stage.facts.institution === undefined ? [] : [stage.facts.institution]),
  ];
  for (const root of roots) {
    const kase = root.cases.find((candidate) => candidate.id === id);
    if (kase !== undefined) return { root, kase };
  }
  return undefined;
}

/** The facts as they are once time has been noted: what has ended with its day is shown as ended. */
const today = (stage: StageSet): StageSet => ({
  ...stage,
  facts: upToDate(sceneOf(stage.policies, stage.facts, stage.env)).facts,
});

export function casePage(loaded: StageSet, found: { root: Bearer; kase: CaseFacts }) {
  const stage = today(loaded);
  const { root, kase } = findCaseIn(stage, found.kase.id) ?? found;
  const policy = stage.policies.byHash[kase.pin.hash] ?? stage.policies.current.policy;
  const procedure = findProcedure(policy, kase.procedure);
  const abilities = abilitiesFor(stage.policies, stage.facts, {
    env: stage.env,
    place: { kind: "case", case: kase.id },
  });
  return {
    case: viewCase(kase, stage.env.hat, leadOf(root).party),
    root: headOf(root),
    policyHash: kase.pin.hash,
    procedure: { key: kase.procedure, label: procedure?.label ?? { zh: kase.procedure, en: kase.procedure } },
    stages: procedure === undefined ? [] : stagesOf(stage, { policy, procedure, root, kase }),
    abilities: abilities.map(viewAbility),
    tree: treeOf(policy, root),
    goals: root.kind === "center" ? root.goals : [],
  };
}

export const headOf = (root: Bearer) => ({
  kind: root.kind,
  id: root.id,
  name: root.kind === "center" ? root.name : root.host.name,
  host: root.host,
  ...(root.kind === "center"
    ? {
        type: root.type,
        standing: root.standing,
        grade: root.grade,
        score: root.score,
        termEndsOn: root.termEndsOn,
        dates: root.dates,
        links: linksOf(root),
      }
    : {}),
});

/** The indicator tree with the rows that the applicant wrote, where the center's type is measured with a sheet. */
function treeOf(policy: Policy, root: Bearer) {
  if (root.kind !== "center") return [];
  const sheet = policy.sheets.find((candidate) => candidate.for.includes(root.type));
  return sheet === undefined ? [] : effectiveTree(sheet, writtenRows(policy, root, sheet.key));
}

/** The applicant's own level of a sheet, as it was handed in last. */
function writtenRows(policy: Policy, root: CenterFacts, sheet: string): SheetItems {
  for (const kase of root.cases) {
    const handedIn = kase.submissions.findLast((submission) => submission.done);
    const form = policy.forms.find((candidate) => candidate.key === handedIn?.form);
    for (const section of form?.sections ?? []) {
      const field = section.fields.find(
        (one) => one.kind === "sheet" && one.sheet === sheet && one.fills === "items",
      );
      const rows = field === undefined ? undefined : handedIn?.answers[section.key]?.[field.key];
      if (rows !== undefined) return rows as SheetItems;
    }
  }
  return {};
}

function stagesOf(
  stage: StageSet,
  { policy, procedure, root, kase }: { policy: Policy; procedure: Procedure; root: Bearer; kase: CaseFacts },
): StageLine[] {
  const { env, facts } = stage;
  const place = {
    policy,
    today: dayOf(env.now),
    now: env.now,
    holidays: env.holidays,
    tenant: facts.tenant,
    sets: facts.sets,
    ...(facts.parents === undefined ? {} : { parents: facts.parents }),
    ...(facts.institution === undefined ? {} : { institution: facts.institution }),
    root,
    kase,
  };
  const world = worldOf(place);
  return procedure.stages.map((one) => {
    const window = windowOfStage({ procedure, stage: one, world, year: kase.year, place });
    const done = kase.stages[one.key];
    return {
      key: one.key,
      label: labelOf(one),
      does: one.does,
      by: one.by.role,
      clauses: clausesOfNodes(policy, one, procedure),
      rulings: (one.requires ?? []).map((condition) => ({
        condition,
        ...ruleCondition(policy, condition, world),
      })),
      ...(one.form === undefined ? {} : { form: one.form }),
      ...(window.opens === undefined ? {} : { opens: window.opens }),
      ...(window.closes === undefined ? {} : { closes: window.closes }),
      ...(window.due === undefined ? {} : { due: window.due }),
      ...(window.open === undefined ? {} : { asks: window.open.asks }),
      ...(done?.doneOn === undefined ? {} : { doneOn: done.doneOn }),
      ...(done?.daysLate === undefined ? {} : { daysLate: done.daysLate }),
      ...(done?.startedOn === undefined ? {} : { startedOn: done.startedOn }),
      ...(done?.endsOn === undefined ? {} : { endsOn: done.endsOn }),
    };
  });
}
