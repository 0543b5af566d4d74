import { array, boolean, constant, nat, oneof, record } from "fast-check";
import type { Action } from "../contract/actions.ts";
import type { Hat } from "../contract/basics.ts";
import type { CaseFacts } from "../contract/facts.ts";
import type { AbilityPlace } from "../acts/act.ts";
import {
  at,
  DIRECTOR,
  EXPERTS,
  hatOf,
  HOSPITAL,
  INSPECTOR,
  LEADER,
  MANAGER,
  OFFICER,
  RIVAL_MANAGER,
} from "./life.ts";
import type { Life } from "./life.ts";

const HATS: readonly Hat[] = [
  OFFICER,
  LEADER,
  MANAGER,
  DIRECTOR,
  INSPECTOR,
  RIVAL_MANAGER,
  hatOf("contact", HOSPITAL),
  ...EXPERTS,
];

/** One random try: who, which act, on what, and how many days pass before it. */
export interface Try {
  who: number;
  act: number;
  what: number;
  where: number;
  days: number;
  yes: boolean;
  /** whether the one who usually acts tries it, where it is usually done */
  usual: boolean;
}
export const tries = array(
  record({
    who: nat(HATS.length - 1),
    act: nat(99),
    what: nat(99),
    where: nat(99),
    days: oneof({ weight: 6, arbitrary: nat(5) }, { weight: 1, arbitrary: nat(500) }),
    yes: boolean(),
    usual: oneof({ weight: 3, arbitrary: constant(true) }, { weight: 1, arbitrary: constant(false) }),
  }),
  { minLength: 10, maxLength: 40 },
);

const USUAL: { [K in Action["kind"]]?: Hat } = {
  "open-case": MANAGER,
  submit: MANAGER,
  withdraw: MANAGER,
  decide: LEADER,
  inspect: INSPECTOR,
  clear: INSPECTOR,
};
const ANSWERING: readonly Action["kind"][] = ["judge", "score", "recuse"];

export function hatOfTry(one: Try, action: Action): Hat {
  if (!one.usual) return HATS[one.who] ?? OFFICER;
  if (ANSWERING.includes(action.kind)) return EXPERTS[one.who % EXPERTS.length] ?? OFFICER;
  if (action.kind === "sign") return one.yes ? DIRECTOR : MANAGER;
  return USUAL[action.kind] ?? OFFICER;
}

/** Where an act is usually done: at the first stage that has not ended. */
function stageOf(life: Life, one: Try, kase: CaseFacts | undefined): string {
  const stages = life.policy.procedures.find((candidate) => candidate.key === kase?.procedure)?.stages ?? [];
  const open = stages.find((stage) => kase?.stages[stage.key]?.doneOn === undefined);
  const any = stages[one.where % Math.max(1, stages.length)];
  return (one.usual ? open : any)?.key ?? "none";
}

/** A day so many days after the policy came into force. */
export const dayAfter = (days: number): string =>
  at(new Date(Date.parse("2022-10-19T00:00:00Z") + days * 86_400_000).toISOString().slice(0, 10));

type Maker = (life: Life, one: Try, on: { kase: CaseFacts | undefined; stage: string }) => Action;

/** The action of a try, with parameters that are often right and sometimes not. */
export function actionOf(life: Life, one: Try): Action {
  const { centers, institutions } = life.ledger();
  const cases = [...centers, ...institutions].flatMap((root) => root.cases);
  const kase = cases[one.what % Math.max(1, cases.length)];
  const make = MAKERS[one.act % MAKERS.length] ?? OPEN;
  return make(life, one, { kase, stage: stageOf(life, one, kase) });
}

const OPEN: Maker = (life, one) => {
  const procedure = life.policy.procedures[one.where % life.policy.procedures.length];
  const center = life.ledger().centers[one.what % Math.max(1, life.ledger().centers.length)];
  const year = 2022 + (one.what % 4);
  const opening = { kind: "open-case" as const, procedure: procedure?.key ?? "", year };
  if (procedure?.over === "center") return { ...opening, center: center?.id ?? "none" };
  return procedure?.over === "institution" ? { ...opening, institution: "institution-1" } : opening;
};

const formOf = (life: Life, key: string | undefined, stage: string): string | undefined =>
  life.policy.procedures.find((one) => one.key === key)?.stages.find((one) => one.key === stage)?.form;

const DOCUMENT = { kind: "letter", number: "1 号", title: "通知", on: "2022-10-19" };

const MAKERS: readonly Maker[] = [
  OPEN,
  OPEN,
  (life, one, { kase, stage }) => ({
    kind: "sign",
    case: kase?.id ?? "none",
    stage,
    answers: life.answers(formOf(life, kase?.procedure, stage)),
    opinion: "",
  }),
  (life, _one, { kase, stage }) => ({
    kind: "submit",
    case: kase?.id ?? "none",
    stage,
    answers: life.answers(formOf(life, kase?.procedure, stage)),
  }),
  (_life, _one, { kase, stage }) => ({ kind: "withdraw", case: kase?.id ?? "none", stage }),
  (_life, _one, { kase, stage }) => ({
    kind: "return",
    case: kase?.id ?? "none",
    stage,
    reason: "",
    marks: [],
  }),
  (_life, _one, { kase, stage }) => ({ kind: "check", case: kase?.id ?? "none", stage, opinion: "" }),
  (_life, _one, { kase, stage }) => ({
    kind: "assign",
    case: kase?.id ?? "none",
    stage,
    experts: EXPERTS.map((hat) => ({ user: hat.user, name: hat.name, party: 99, unit: "外单位" })),
  }),
  (_life, _one, { kase, stage }) => ({ kind: "recuse", case: kase?.id ?? "none", stage, reason: "" }),
  (life, one, { kase, stage }) => ({
    kind: "judge",
    case: kase?.id ?? "none",
    stage,
    condition: life.parts.condition.key,
    verdict: one.yes,
    dimensions: life.parts.dimensions.map((item) => ({ item: item.key, met: one.yes, opinion: "" })),
    opinion: "",
  }),
  (life, one, { kase, stage }) => ({
    kind: "score",
    case: kase?.id ?? "none",
    stage,
    items: life.pointsFor(one.what),
    opinion: "",
  }),
  (_life, _one, { kase, stage }) => ({ kind: "conclude", case: kase?.id ?? "none", stage }),
  (_life, one, { kase, stage }) => ({
    kind: one.yes ? "propose" : "decide",
    case: kase?.id ?? "none",
    stage,
    outcome: one.what % 5 === 0 ? "decline" : "approve",
    opinion: "",
  }),
  (_life, _one, { kase, stage }) => ({
    kind: "issue",
    stage,
    cases: [kase?.id ?? "none"],
    document: DOCUMENT,
  }),
  (life, one, { kase, stage }) => ({
    kind: "hold-meeting",
    procedure: kase?.procedure ?? "",
    stage,
    year: 2022,
    cases: one.yes ? [kase?.id ?? "none"] : [],
    answers: life.answers(formOf(life, kase?.procedure, stage)),
  }),
  (life, one) => ({ kind: "sweep", root: life.ledger().centers[one.what % 3]?.id ?? "institution-1" }),
  (life, one) => ({
    kind: "inspect",
    center: life.ledger().centers[one.what % 3]?.id ?? "none",
    procedure: life.parts.procedure("inspection").key,
    answers: life.answers(life.parts.stage(life.parts.procedure("inspection"), "review").form),
    findings: one.yes ? [{ text: "问题" }] : [],
  }),
  (life, one) => {
    const center = life.ledger().centers[one.what % 3];
    return {
      kind: "clear",
      center: center?.id ?? "none",
      finding: center?.findings[0]?.id ?? "none",
      how: "",
    };
  },
  (life, one) => ({
    kind: "recommend",
    center: life.ledger().centers[one.what % 3]?.id ?? "none",
    promotion: life.policy.promotions[0]?.key ?? "",
    opinion: "",
  }),
  (_life, one) => ({
    kind: "judge-duty",
    institution: "institution-1",
    duty: one.yes ? "measures" : "none",
    year: 2022 + (one.what % 3),
    met: true,
    opinion: "",
  }),
];

/** The place at which a screen would offer the action; undefined for what no screen offers. */
export function placeOfAction(action: Action): AbilityPlace | undefined {
  if (action.kind === "sweep") return undefined;
  if ("cases" in action) {
    const [only] = action.cases;
    return only === undefined ? undefined : { kind: "case", case: only };
  }
  if ("case" in action && action.case !== undefined) return { kind: "case", case: action.case };
  if ("center" in action && action.center !== undefined) return { kind: "center", center: action.center };
  return { kind: "institution", institution: "institution-1" };
}
