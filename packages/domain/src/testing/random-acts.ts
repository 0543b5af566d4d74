import { array, boolean, constant, nat, oneof, record } from "fast-check";
import { abilitiesFor } from "../access/abilities.ts";
import type { AbilityPlace } from "../acts/act.ts";
import type { Action, ActionKind } from "../contract/actions.ts";
import type { Hat } from "../contract/basics.ts";
import type { Ability } from "../contract/decision.ts";
import type { CaseFacts, CenterFacts } from "../contract/facts.ts";
import { factsFor } from "./ledger.ts";
import { dayOf, plusDays } from "../time/days.ts";
import type { Life } from "./life.ts";
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

const CONTACT = hatOf("contact", HOSPITAL);
const HATS: readonly Hat[] = [
  OFFICER,
  MANAGER,
  ...EXPERTS,
  LEADER,
  OFFICER,
  MANAGER,
  DIRECTOR,
  INSPECTOR,
  CONTACT,
  RIVAL_MANAGER,
];
const INSTITUTION = "institution-1";

/** One random try: who, which act, on what, and how many days pass before it. */
export interface Try {
  who: number;
  act: number;
  what: number;
  days: number;
  yes: boolean;
  /** whether something is tried that a screen offers */
  offered: boolean;
}
export const tries = array(
  record({
    who: nat(99),
    act: nat(99),
    what: nat(99),
    days: oneof({ weight: 12, arbitrary: nat(4) }, { weight: 1, arbitrary: nat(500) }),
    yes: oneof({ weight: 4, arbitrary: constant(true) }, { weight: 1, arbitrary: boolean() }),
    offered: oneof({ weight: 4, arbitrary: constant(true) }, { weight: 1, arbitrary: constant(false) }),
  }),
  { minLength: 20, maxLength: 60 },
);

const pick = <T>(from: readonly T[], n: number): T | undefined => from[n % Math.max(1, from.length)];

/** A day so many days after lives begin. */
export const dayAfter = (days: number, first = "2022-10-19"): string => at(plusDays(first, days));

/** What is tried next, and by whom: something that a screen offers today, or anything at all. */
export function attemptOf(life: Life, one: Try, now: string): { hat: Hat; action: Action } {
  const hat = pick(HATS, one.who) ?? OFFICER;
  const on = { ...aimAt(life, one), today: dayOf(now) };
  if (one.offered) {
    // the first ones are tried more often; to open a case comes last
    const ability = pick(offersTo(life, hat, { now, on }), one.act % 4);
    if (ability !== undefined) return { hat, action: make(life, one, { ...on, ...ability }) };
  }
  const kind = pick(KINDS, one.act) ?? "sweep";
  return { hat, action: make(life, one, { ...on, act: kind }) };
}

interface Aim {
  kase: CaseFacts | undefined;
  center: CenterFacts | undefined;
  stage: string;
  procedure: string;
}

/** A case and a stage of it, a center and a procedure, whether they belong together or not. */
function aimAt(life: Life, one: Try): Aim {
  const { centers, institutions } = life.ledger();
  const kase = pick(
    [...centers, ...institutions].flatMap((root) => root.cases),
    one.what,
  );
  const stages = life.policy.procedures.find((candidate) => candidate.key === kase?.procedure)?.stages ?? [];
  return {
    kase,
    center: pick(centers, one.what),
    stage: pick(stages, one.act)?.key ?? "none",
    procedure: pick(life.policy.procedures, one.act)?.key ?? "none",
  };
}

/** What a hat may do today at the place that is aimed at. */
function offersTo(life: Life, hat: Hat, { now, on }: { now: string; on: Aim }): Ability[] {
  const places: AbilityPlace[] = [
    ...(on.kase === undefined ? [] : [{ kind: "case" as const, case: on.kase.id }]),
    ...(on.center === undefined ? [] : [{ kind: "center" as const, center: on.center.id }]),
    { kind: "institution", institution: INSTITUTION },
  ];
  return places
    .flatMap((place) => abilitiesAt(life, life.env(hat, now), { place, about: on.kase?.id }))
    .filter((ability) => ability.verdict.kind === "allowed" && !(ability.act in ASKED_ELSEWHERE))
    .toSorted((a, b) => Number(a.act === "open-case") - Number(b.act === "open-case"));
}

/** Settling and lengthening have tests of their own; here they would change what is tried. */
const ASKED_ELSEWHERE: { [K in ActionKind]?: true } = { settle: true, extend: true };

export function abilitiesAt(
  life: Life,
  env: ReturnType<Life["env"]>,
  { place, about }: { place: AbilityPlace; about: string | undefined },
): Ability[] {
  const ledger = life.ledger();
  return abilitiesFor(ledger.policies, factsFor(ledger, env.hat, about), { env, place });
}

type Making = Aim & { today: string } & Partial<Omit<Ability, "act" | "verdict" | "case">> & {
    act: ActionKind;
    case?: string;
  };

function make(life: Life, one: Try, making: Making): Action {
  const procedure = making.procedure;
  const owner = life.caseOrNone(making.case ?? making.kase?.id ?? "")?.procedure ?? procedure;
  const stage = making.stage;
  const form = life.policy.procedures
    .find((candidate) => candidate.key === owner)
    ?.stages.find((candidate) => candidate.key === stage)?.form;
  const parameters: Parameters = {
    ...making,
    life,
    one,
    procedure,
    at: { case: making.case ?? making.kase?.id ?? "none", stage },
    answers: life.answers(form),
    opinion: "意见",
    today: making.today,
  };
  const maker = MAKERS[making.act] as Maker<ActionKind> | undefined;
  return maker?.(parameters) ?? { kind: "sweep", root: making.center?.id ?? INSTITUTION };
}

interface Parameters extends Making {
  life: Life;
  one: Try;
  at: { case: string; stage: string };
  answers: ReturnType<Life["answers"]>;
  opinion: string;
  today: string;
}
type Maker<K extends ActionKind> = (p: Parameters) => Extract<Action, { kind: K }>;

/** What others than applicant and experts do at the stages of a case. */
const STAGE_MAKERS: { [K in ActionKind]?: Maker<K> } = {
  "recommend-case": (p) => ({ kind: "recommend-case", ...p.at, recommends: p.one.yes, opinion: p.opinion }),
  consent: (p) => ({ kind: "consent", ...p.at, given: p.one.yes, words: p.opinion }),
  "end-consent": (p) => ({ kind: "end-consent", ...p.at, words: p.opinion }),
  publicize: (p) => ({ kind: "publicize", ...p.at, from: p.today, where: "门户网站" }),
  object: (p) => ({ kind: "object", ...p.at, by: p.one.yes ? "王某" : "", text: p.opinion }),
  "settle-objection": (p) => ({
    kind: "settle-objection",
    ...p.at,
    objection: p.kase?.objections.find((one) => one.settled === undefined)?.id ?? "none",
    upheld: p.one.yes,
    reason: p.opinion,
  }),
  file: (p) => ({ kind: "file", ...p.at, words: p.opinion }),
  acknowledge: (p) => ({
    kind: "acknowledge",
    ...p.at,
    to: p.kase?.filings.at(-1)?.to[p.one.what % 2] ?? { role: "inspector" },
    words: p.opinion,
  }),
  waive: (p) => ({ kind: "waive", case: p.at.case, path: p.path ?? "conditions/none", reason: p.opinion }),
};

const MAKERS: { [K in ActionKind]?: Maker<K> } = {
  "open-case": ({ life, one, center, procedure, kase }) => {
    const { over, purpose } = life.policy.procedures.find((candidate) => candidate.key === procedure) ?? {};
    const opening = {
      kind: "open-case" as const,
      procedure,
      year: one.yes ? life.yearNow() : 2022 + (one.what % 4),
    };
    if (purpose === "appeal" && kase !== undefined) {
      return { ...opening, center: kase.root.id, against: kase.id };
    }
    if (over === "center") return { ...opening, center: center?.id ?? "none" };
    return over === "institution" ? { ...opening, institution: INSTITUTION } : opening;
  },
  sign: (p) => ({ kind: "sign", ...p.at, answers: p.answers, opinion: p.opinion }),
  submit: (p) => ({ kind: "submit", ...p.at, answers: p.answers }),
  withdraw: (p) => ({ kind: "withdraw", ...p.at }),
  return: (p) => ({ kind: "return", ...p.at, reason: "补充", marks: [] }),
  check: (p) => ({ kind: "check", ...p.at, opinion: p.opinion }),
  "hold-meeting": (p) => ({
    kind: "hold-meeting",
    procedure: p.kase?.procedure ?? "none",
    stage: p.at.stage,
    year: 2022,
    cases: p.one.yes ? [p.at.case] : [],
    answers: p.answers,
  }),
  assign: (p) => ({
    kind: "assign",
    ...p.at,
    experts: EXPERTS.map((hat) => ({ user: hat.user, name: hat.name, party: 99, unit: "外单位" })),
  }),
  recuse: (p) => ({ kind: "recuse", ...p.at, reason: "共同课题" }),
  judge: (p) => ({
    kind: "judge",
    ...p.at,
    condition: judgedIn(p.life)?.condition.key ?? "none",
    verdict: p.one.yes,
    dimensions: (judgedIn(p.life)?.dimensions ?? []).map(({ key: item }) => ({
      item,
      met: p.one.yes,
      opinion: "",
    })),
    opinion: p.opinion,
  }),
  score: (p) => ({
    kind: "score",
    ...p.at,
    items: p.life.policy.sheets.length === 0 ? [] : p.life.pointsFor(p.one.what),
    opinion: p.opinion,
  }),
  conclude: (p) => ({ kind: "conclude", ...p.at }),
  propose: (p) => ({
    kind: "propose",
    ...p.at,
    outcome: p.one.yes ? "approve" : "decline",
    opinion: p.opinion,
  }),
  decide: (p) => ({
    kind: "decide",
    ...p.at,
    outcome: p.one.yes ? "approve" : "decline",
    opinion: p.opinion,
  }),
  issue: (p) => ({
    kind: "issue",
    stage: p.at.stage,
    cases: [p.at.case],
    document: { kind: "letter", number: `${p.one.what} 号`, title: "通知", on: "2022-10-19" },
  }),
  inspect: (p) => ({
    kind: "inspect",
    center: p.center?.id ?? "none",
    procedure: p.procedure,
    answers: p.life.answers(visitForm(p.life)),
    findings: p.one.yes ? [{ text: "问题" }] : [],
  }),
  clear: (p) => ({
    kind: "clear",
    center: p.center?.id ?? "none",
    finding: p.center?.findings.find((finding) => finding.cleared === undefined)?.id ?? "none",
    how: "已整改",
  }),
  recommend: (p) => ({
    kind: "recommend",
    center: p.center?.id ?? "none",
    promotion: p.life.policy.promotions[0]?.key ?? "none",
    opinion: p.opinion,
  }),
  urge: (p) => ({
    kind: "urge",
    root: p.center?.id ?? INSTITUTION,
    obligation: p.center?.missed.at(-1)?.obligation ?? "none",
  }),
  ...STAGE_MAKERS,
  "judge-duty": (p) => ({
    kind: "judge-duty",
    ...judgedDutyOf(p),
    year: 2022 + (p.one.what % 3),
    met: p.one.yes,
    opinion: p.opinion,
  }),
};
function judgedDutyOf({ life, one, center }: Parameters): {
  center?: string;
  institution?: string;
  duty: string;
} {
  const judged = life.policy.duties.filter((duty) => duty.must.kind === "judged");
  const duty = judged[one.what % Math.max(judged.length, 1)];
  if (duty === undefined) return { institution: INSTITUTION, duty: "none" };
  if (duty.bearer === "tenant") return { duty: duty.key };
  const bearer = duty.bearer === "center" ? { center: center?.id ?? "none" } : { institution: INSTITUTION };
  return { ...bearer, duty: duty.key };
}
const judgedIn = (life: Life) =>
  life.policy.conditions.some((one) => one.test.kind === "judged") ? life.parts : undefined;

const visitForm = (life: Life): string | undefined =>
  life.policy.procedures
    .find((one) => one.purpose === "inspection")
    ?.stages.find((one) => one.does === "review")?.form;

const KINDS = Object.keys(MAKERS) as ActionKind[];

/** The place at which a screen would offer the action; undefined for what no screen offers. */
export function placeOfAction(action: Action): AbilityPlace | undefined {
  if (action.kind === "sweep") return undefined;
  if ("cases" in action) {
    const [only] = action.cases;
    return only === undefined ? undefined : { kind: "case", case: only };
  }
  if ("against" in action && action.against !== undefined) return { kind: "case", case: action.against };
  if ("case" in action && action.case !== undefined) return { kind: "case", case: action.case };
  if ("center" in action && action.center !== undefined) return { kind: "center", center: action.center };
  if ("root" in action && action.root !== INSTITUTION) return { kind: "center", center: action.root };
  return { kind: "institution", institution: INSTITUTION };
}
