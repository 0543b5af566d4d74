import type { ActorRole, HatRole } from "../schema/actor.ts";
import type { Collection } from "../schema/collection.ts";
import type { Effect } from "../schema/consequences.ts";
import type { Duty } from "../schema/duties.ts";
import type {
  CompareOperator,
  Condition,
  Duration,
  MeasureNode,
  OpenScope,
  Window,
} from "../schema/sorts.ts";
import type { Procedure } from "../schema/procedures.ts";
import type { Stage } from "../schema/stages.ts";
import type { CaseState, Mark } from "../schema/states.ts";
import type { CalendarDate } from "../schema/dates.ts";
import type { Force, Text } from "../schema/text.ts";
import type { CombineScores, CombineVerdicts } from "../schema/yields.ts";
import type { StageAttribute } from "./speaker.ts";
import type { ViolationCode, ViolationParams } from "./violations.ts";

/** What the templates of conditions are given: words that are already rendered. */
export interface ConditionWords {
  compare: { of: string; required: string };
  all: { parts: string[] };
  any: { parts: string[] };
  some: { parts: string[]; least: string };
  not: { part: string };
  judged: { by: string; asks: string };
  named: { name: string };
  unstated: { asks: string };
}
/** What the templates of measures are given. */
export interface MeasureWords {
  fact: { name: string; at?: string };
  tally: {
    of: string;
    by: "count" | "sum" | "best" | "mean" | "streak";
    where?: string;
    during?: string;
    each?: string;
    per?: string;
  };
  ratio: { of: string; to: string };
  change: { of: string; since: string; as: "amount" | "share" };
  line: {
    of: string;
    at: string;
    gives: string;
    side: "above" | "below" | "both";
    every: string;
    step: string;
  };
  blend: { parts: { of: string; weight: number }[] };
  named: { name: string };
}
/** What the templates of windows are given. */
export interface WindowWords {
  yearly: { from: string; to: string };
  between: { from?: string; to?: string };
  anytime: Record<never, never>;
}
/** What the templates of results and money are given. */
export interface ResultWords {
  computed: { of: string };
  ranked: { of: string; then: string[]; within: string[]; cut?: string };
  placed: { of: "class" | "layer" | "support"; list: string };
  lowered: { when: string; by: number };
  quota: { grade: string; limit: string; side: "most" | "least"; as: "count" | "share"; per: string[] };
  paid: {
    amount: string;
    currency: "CNY" | "CNY-10k";
    paid: "once" | "yearly" | "by-term" | "by-grade" | "by-decision";
    years?: string;
    most?: string;
    when?: string;
  };
  payer: { by: string; share?: string };
}
/** What the templates of effects are given. */
export interface EffectWords {
  "set-standing": { standing: string };
  start: { procedure: string; within: string };
  announce: { to: string };
  support: { with: string };
  recommend: { promotion: string };
  money: { funding: string; act: "grant" | "withhold" | "cancel" | "reclaim" };
  bar: { from: string; who: string; lasts: string };
  "suspend-name": { lasts?: string };
  "restore-name": Record<never, never>;
  branches: { act: "list" | "cascade" };
  "put-to": { body: string };
}

/** What the sentences about a center that is marked in its network are given. */
export interface NetworkWords {
  "over-full": { cap: Text; most?: string; taken: number; holders: string[] };
  "parent-gone": { parent: string; standing: Text };
  "parent-left": { parent: string; on: CalendarDate };
  "term-over": { office: Text; holder: string; on: CalendarDate };
}

type Templates<Words> = { readonly [Kind in keyof Words]: (words: Words[Kind]) => string };
type Same<Kinds extends string, Words extends { [K in Kinds]: unknown }> = Words;

/**
 * The sentences of one language: one template per kind and operator. A kind of the schema without
 * its template does not compile.
 */
export interface Catalogue {
  violations: { readonly [C in ViolationCode]: (params: ViolationParams[C]) => string };
  /** what is required, for example 不低于 80 */
  operators: Record<CompareOperator, (than: string, within: string | undefined) => string>;
  conditions: Templates<Same<Condition["kind"], ConditionWords>>;
  measures: Templates<Same<MeasureNode["kind"], MeasureWords>>;
  windows: Templates<Same<Window["kind"], WindowWords>>;
  effects: Templates<Same<Effect["do"], EffectWords>>;
  results: Templates<ResultWords>;
  network: Templates<NetworkWords>;
  durations: Record<Duration["unit"], (n: number) => string>;
  snaps: Record<"year-start" | "year-end" | "day-end", (moment: string) => string>;
  /** required to be the same as another fact */
  same: (fact: string) => string;
  /** required to be another than another fact */
  different: (fact: string) => string;
  /** what is required of a day, where it is said otherwise than of a number */
  dayOperators: { readonly [is in CompareOperator]?: (than: string) => string };
  /** the record is of another institution than the one that is looked at */
  otherHost: string;
  /** the record is of the institution that is looked at */
  ownHost: string;
  /** a fact of yes or no with its answer */
  answered: (fact: string, answer: string) => string;
  /** a part that has parts of another kind */
  bracketed: (part: string) => string;
  /** a field of the outer record, inside a tally within a tally */
  ofOuter: (fact: string) => string;
  /** a day as an end means the end of that day */
  dayEnd: (day: string, counted: boolean) => string;
  /** `plus` after a moment */
  after: (moment: string, plus: string) => string;
  /** a moment that lies before another */
  before: (moment: string, less: string) => string;
  open: (asks: string, by: string) => string;
  reading: (plain: string, as: string) => string;
  cases: (cases: { when: string; then: string }[], otherwise: string | undefined) => string;
  facts: (subject: string, attribute: string) => string;
  stageDate: (stage: string, what: StageAttribute) => string;
  duty: (words: { bearer: string; must: string; when: string; every: Duty["every"]; force: Force }) => string;
  roles: Record<ActorRole, string>;
  hats: Record<HatRole, string>;
  bearers: Record<Duty["bearer"], string>;
  /** the whole of a tenant, by its tier */
  territories: Record<"district" | "municipal" | "provincial" | "national", string>;
  /** each one of a kind */
  each: (kind: string) => string;
  forces: Record<Force, string>;
  does: Record<Stage["does"], string>;
  /** how several experts' answers become one */
  ways: Record<CombineScores | CombineVerdicts, string>;
  lateness: Record<"refused" | "accepted", string>;
  documents: Record<Extract<Stage, { does: "issue" }>["document"], string>;
  /** how often a procedure comes round */
  every: Record<Procedure["starts"]["every"], string>;
  collections: Record<Collection, string>;
  caseStates: Record<CaseState, string>;
  marks: Record<Mark, string>;
  settledWhere: Record<OpenScope, string>;
  outcomes: {
    /** a compared measure with what it came to */
    compared: (of: string, got: string, required: string) => string;
    missing: (of: string, required: string) => string;
    counted: (count: { met: number; of: number; need: string; lacking: readonly string[] }) => string;
    judged: (by: string, asks: string, verdict: boolean | undefined) => string;
    open: (of: string, asks: string, by: string) => string;
  };
  list: (parts: readonly string[]) => string;
  yes: string;
  no: string;
}
