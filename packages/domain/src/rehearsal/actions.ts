import { type ActorRole, getSheet, type Policy, type Procedure, type Stage, unread } from "@yichuang/policy";
import type { Action, ActionKind } from "../contract/actions.ts";
import type { CalendarDate } from "../contract/basics.ts";
import type { Answers } from "../contract/events.ts";
import type { Ability } from "../contract/decision.ts";
import type { CaseFacts, CenterFacts } from "../contract/facts.ts";
import { LINKED_ACTORS, type NamedParty } from "../contract/links.ts";
import { effectiveTree, flatten } from "../indicators/tree.ts";
import { EXPERTS, type Fate, LINKED, SUPPOSED_PANEL } from "./cast.ts";
import { sampleAnswers } from "./sample-answers.ts";

/** What an action of a rehearsal is made of: what is offered, where, and how the center fares. */
export interface Offered {
  ability: Ability;
  policy: Policy;
  kase: CaseFacts | undefined;
  stage: Stage | undefined;
  center: string | undefined;
  /** every center that is there, so that one can stand under another */
  centers: readonly CenterFacts[];
  /** who does it */
  user: string;
  /** what it claims, by `section/field` */
  claimed: { [place: string]: unknown[] };
  institution: string;
  /** the name that the policy composes for the center */
  name?: string | undefined;
  /** which of the institutions it is, so that each applies for a field of its own */
  nth?: number;
  fate: Fate;
  today: CalendarDate;
  /** counts up, so that no document number is given twice */
  n: number;
}

type Maker<K extends ActionKind> = (of: Offered) => Extract<Action, { kind: K }> | undefined;

const OPINION = "预演";
const at = ({ ability }: Offered) => ({ case: ability.case ?? "", stage: ability.stage ?? "" });
function answersOf({ policy, stage, fate, claimed, name, nth = 0 }: Offered): Answers {
  const form = policy.forms.find(({ key }) => key === stage?.form);
  const given = { goalsMet: fate === "good", nth, ...(name === undefined ? {} : { name }) };
  const answers = form === undefined ? {} : sampleAnswers(policy, form, given);
  for (const [place, claims] of Object.entries(claimed)) {
    const [section = "", field = ""] = place.split("/");
    if (claims.length > 0) answers[section] = { ...answers[section], [field]: claims };
  }
  return answers;
}

function opening(of: Offered): Extract<Action, { kind: "open-case" }> | undefined {
  const { ability, policy, center, institution, today } = of;
  const procedure = policy.procedures.find(({ key }) => key === ability.procedure);
  if (procedure === undefined || procedure.purpose === "appeal") return undefined;
  const begun = { kind: "open-case" as const, procedure: procedure.key, year: Number(today.slice(0, 4)) };
  if (procedure.over === "center") return center === undefined ? undefined : { ...begun, center };
  if (procedure.over === "institution") return { ...begun, institution };
  return procedure.over === "application" ? applying(of, procedure, begun) : undefined;
}

type Opening = Extract<Action, { kind: "open-case" }>;

/** An application, with whoever has to act on it by a link; a branch waits until there is a center to stand under. */
function applying({ policy, centers }: Offered, procedure: Procedure, begun: Opening): Opening | undefined {
  const named = { ...begun, name: "预演中心", parties: partiesOf(procedure) };
  const under = policy.types.find(({ key }) => key === procedure.for[0])?.under ?? [];
  const isMade = policy.procedures.some((one) => one.for.some((type) => under.includes(type)));
  if (!isMade) return named;
  const parent = centers.find(({ type, standing }) => under.includes(type) && PARENTAL.has(standing ?? ""));
  return parent === undefined ? undefined : { ...named, parent: parent.id };
}

/** Standings in which others may stand under a center. */
const PARENTAL = new Set<string>(["building", "established"]);

const HERE: readonly ActorRole[] = ["parent-center", "third-party", "joint"];

function partiesOf({ stages }: Procedure): NamedParty[] {
  const actors = stages.flatMap((stage) => [stage.by, ...(stage.does === "file" ? stage.to : [])]);
  return actors.flatMap(({ role, body }) => {
    const linked = LINKED_ACTORS.find((one) => one === role);
    if (linked === undefined || HERE.includes(linked)) return [];
    return [{ role: linked, space: LINKED.space, ...(body === undefined ? {} : { body }) }];
  });
}

function judging(of: Offered): Extract<Action, { kind: "judge" }> | undefined {
  const { policy, stage, fate } = of;
  const about = (stage?.yields ?? []).flatMap((one) => (one.kind === "verdict" ? (one.about ?? []) : []));
  const said = (of.kase?.judgements ?? []).filter((one) => one.stage === stage?.key && one.user === of.user);
  const condition = policy.conditions.find(
    ({ key, test }) =>
      about.includes(key) && test.kind === "judged" && !said.some((one) => one.condition === key),
  );
  if (condition?.test.kind !== "judged") return undefined;
  const { aspects } = condition.test;
  const items = policy.lists.find(({ key }) => key === aspects)?.items ?? [];
  const verdict = fate !== "bad" || of.kase?.purpose === "entry";
  const dimensions = items.map(({ key }) => ({ item: key, met: verdict, opinion: OPINION }));
  return { kind: "judge", ...at(of), condition: condition.key, verdict, dimensions, opinion: OPINION };
}

function scoring(of: Offered): Extract<Action, { kind: "score" }> | undefined {
  const { policy, stage, fate } = of;
  const score = (stage?.yields ?? []).find((one) => one.kind === "score");
  const key =
    score?.kind === "score" && typeof score.sheet === "string" ? score.sheet : policy.sheets[0]?.key;
  if (key === undefined) return undefined;
  const share = fate === "good" ? 1 : 0.3;
  const items = flatten(effectiveTree(getSheet(policy, key))).flatMap(
    ({ path, scored, weight, indicator }) => {
      const asked = indicator?.evidence;
      if (!scored && asked === undefined) return [];
      const points = scored ? { points: (Number(weight ?? 0) * share).toFixed(2) } : {};
      return [
        { item: path, ...points, ...(asked === undefined ? {} : { evidence: asked.kinds ?? [OPINION] }) },
      ];
    },
  );
  return { kind: "score", ...at(of), items, opinion: OPINION };
}

/** Into the first class of the list, where a decision names one. */
function placing({ policy, stage }: Offered): { item?: string } {
  const brought = (stage?.yields ?? []).find((one) => one.kind === "place");
  const list = policy.lists.find(({ key }) => brought?.kind === "place" && key === brought.list);
  const item = list?.items[0]?.key;
  return item === undefined ? {} : { item };
}

/** As many experts as the panel has; a size that the document leaves open is supposed. */
function panelOf({ stage }: Offered): number {
  const size = stage !== undefined && "panel" in stage ? stage.panel?.size : undefined;
  const plain = size === undefined ? undefined : unread(size);
  return typeof plain === "number" ? plain : SUPPOSED_PANEL;
}

/** A cohort is ranked once and graded once, when all its cases are ready. */
function cohortOf(
  { kase, stage }: Offered,
  gives: "rank" | "grade",
): { procedure: string; stage: string; year: number } | undefined {
  if (kase === undefined || stage === undefined || kase.results[stage.key]?.[gives] !== undefined)
    return undefined;
  return { procedure: kase.procedure, stage: stage.key, year: kase.year };
}

const ranking = (of: Offered): Extract<Action, { kind: "rank" }> | undefined => {
  const over = cohortOf(of, "rank");
  return over === undefined ? undefined : { kind: "rank", ...over };
};
const grading = (of: Offered): Extract<Action, { kind: "grade" }> | undefined => {
  const over = cohortOf(of, "grade");
  return over === undefined ? undefined : { kind: "grade", ...over, opinion: OPINION };
};

/** How each act is done; an act that is left out here is not tried: it undoes, urges, lengthens, or is not needed. */
const MAKERS: { [K in ActionKind]?: Maker<K> } = {
  "open-case": opening,
  sign: (of) => ({ kind: "sign", ...at(of), answers: answersOf(of), opinion: OPINION }),
  submit: (of) => ({ kind: "submit", ...at(of), answers: answersOf(of) }),
  check: (of) => ({ kind: "check", ...at(of), opinion: OPINION }),
  "hold-meeting": (of) => ({
    kind: "hold-meeting",
    procedure: of.kase?.procedure ?? "",
    stage: of.ability.stage ?? "",
    year: of.kase?.year ?? 0,
    cases: [of.ability.case ?? ""],
    answers: answersOf(of),
  }),
  assign: (of) => ({
    kind: "assign",
    ...at(of),
    experts: EXPERTS.slice(0, panelOf(of)).map(({ user, name }) => ({
      user,
      name,
      party: 99,
      unit: "外单位",
    })),
  }),
  judge: judging,
  score: scoring,
  rank: ranking,
  grade: grading,
  conclude: (of) => ({ kind: "conclude", ...at(of) }),
  decide: (of) => ({
    kind: "decide",
    ...at(of),
    outcome: "approve",
    opinion: OPINION,
    ...placing(of),
    ...(of.stage?.form === undefined ? {} : { answers: answersOf(of) }),
  }),
  issue: (of) => ({
    kind: "issue",
    stage: of.ability.stage ?? "",
    cases: [of.ability.case ?? ""],
    document: {
      kind: "letter",
      number: `预〔${of.today.slice(0, 4)}〕${of.n} 号`,
      title: OPINION,
      on: of.today,
    },
  }),
  "recommend-case": (of) => ({ kind: "recommend-case", ...at(of), recommends: true, opinion: OPINION }),
  consent: (of) => ({ kind: "consent", ...at(of), given: true, words: OPINION }),
  publicize: (of) => ({ kind: "publicize", ...at(of), from: of.today, where: OPINION }),
  file: (of) => ({ kind: "file", ...at(of), words: OPINION }),
};

export const REHEARSED = Object.keys(MAKERS) as ActionKind[];

/** The action that takes up what is offered; undefined where a rehearsal leaves it. */
export function actionFor(of: Offered): Action | undefined {
  const maker = MAKERS[of.ability.act] as Maker<ActionKind> | undefined;
  return maker?.(of);
}
