// What happened. A root is its history: events are the only thing that `evolve` reads, so each carries all that follows from it.
import type { ActorRole, Collection, Key, PersonValue, Scalar, Standing } from "@yichuang/policy";
import type { CalendarDate, Decimal, Instant, PolicyPin, RootRef, SpaceId, Uuid, Who } from "./basics.ts";
import type { DispatchOutcome, DispatchRef, HandedUp } from "./dispatches.ts";
import type { NewLink } from "./links.ts";
import type { Settlement } from "./verdict.ts";

/** Answers of a form: section key -> field key -> value. The value's shape follows the field's kind (policy/src/schema). */
export type Answers = { [section: string]: { [field: string]: unknown } };

export interface HostFacts {
  /** the institution's space */
  party: SpaceId;
  uscc: string;
  name: string;
  /** item of the policy's list of institution grades */
  grade?: Key;
  kind?: string;
  ownership?: string;
  legalPerson?: boolean;
  region?: string;
  province?: string;
  city?: string;
  /** the region in which it lies, as exact as the registry knows it */
  regionCode?: string;
  beds?: number;
  university?: string;
}

/** One line of a score: kept whole, so that a stranger can add it up again. `points` = min(max(raw, floor), weight) unless gated. */
export interface ScoreTerm {
  /** path of keys inside the sheet, e.g. `output/transfer` or `output/transfer/<applicant's row key>` */
  item: string;
  label: string;
  weight?: Decimal;
  raw?: Decimal;
  floor?: Decimal;
  points: Decimal;
  /** what lies above the weight and is kept as a bonus */
  over?: Decimal;
  /** stands outside the total */
  bonus?: true;
  /** how a group puts its parts together; a line has none */
  combine?: "sum" | "best";
  /** how it came about: judged, computed, gated, floored, capped, absent, shared-out, no-evidence, sum, best */
  how: Key;
  comment?: string;
  /** what was accepted as evidence, where the item asks for it */
  evidence?: string[];
}

/** Yes/no on one dimension, with the expert's word. */
export interface DimensionAnswer {
  item: Key;
  met: boolean;
  opinion: string;
}

export interface Goal {
  key: Key;
  text: string;
  target?: string;
  due?: CalendarDate;
  met?: boolean;
  result?: string;
}

/** A place in a submission that the authority sends back, with its reason. `field` = `section/field`. */
export interface ReturnMark {
  field: string;
  reason: string;
}

/** An authority or another party that a stage addresses; `body` is one of the policy's bodies. */
export interface Addressee {
  role: ActorRole;
  body?: Key;
}

/** One value of a center that was changed by a decision. */
export interface Change {
  ref: string;
  from?: Scalar | PersonValue;
  to: Scalar | PersonValue;
}

interface InCase {
  case: Uuid;
}
interface AtStage extends InCase {
  stage: Key;
}

/** What an entry of a register says: its fields, what it is called, and what of it counts. */
export interface EntryContent {
  title: string;
  answers: { [field: string]: unknown };
  /** personal fields, which a public register does not show */
  personal: { [field: string]: unknown };
  /** attributes of its collection (`it.…`) */
  attributes: { [attribute: string]: Scalar | Scalar[] };
  /** equal where two entries are one and the same thing, in whatever register they stand */
  fingerprint?: string;
}

/** The fact that something was claimed before: where and when, and no more than that. */
export interface EarlierClaim {
  tenant: SpaceId;
  name: string;
  year: number;
}

/** One entry of a register in a case, as it stood when it was claimed. */
export interface Claim {
  register: Key;
  entry: Uuid;
  of: Collection;
  title: string;
  attributes: EntryContent["attributes"];
  fingerprint: string;
  share?: Decimal;
  /** claims of the same thing before this one, in the tenant or in its tier as the register says */
  earlier: EarlierClaim[];
}

/** Body of each kind of event. A kind is never removed and never changes its meaning. */
export interface EventBodies {
  opened: InCase & {
    procedure: Key;
    purpose: Key;
    year: number;
    pin: PolicyPin;
    /** only when the root begins with it */
    center?: { type: Key; name: string; host: HostFacts };
    /** only when an institution's root begins with it */
    host?: HostFacts;
    /** the decided case of the same root that an appeal is about */
    against?: Uuid;
    /** who is a party from the beginning: parent center, channel, joint institutions … */
    links?: NewLink[];
    /** the case whose consequence started it, its deadline where one is known */
    startedBy?: Uuid;
    dueOn?: CalendarDate;
  };
  submitted: AtStage & {
    form?: Key;
    revision: number;
    answers: Answers;
    /** facts that the form's fields write: `application.name`, `center.director` … */
    writes: { [ref: string]: Scalar | PersonValue };
    goals?: Goal[];
    daysLate: number;
    /** true when this ends the stage (all signatures are there) */
    done: boolean;
  };
  signed: AtStage & { as: Key; opinion: string; done: boolean };
  withdrawn: AtStage;
  returned: AtStage & { reason: string; marks: ReturnMark[]; until?: CalendarDate };
  checked: AtStage & { opinion: string };
  met: AtStage & { meeting: Uuid; done: boolean };
  "meeting-held": {
    meeting: Uuid;
    procedure: Key;
    stage: Key;
    year: number;
    form: Key;
    answers: Answers;
    cases: Uuid[];
  };
  /** a party's word on a case at its `recommend` stage; a center's own way upward is `recommended` */
  "case-recommended": AtStage & { recommends: boolean; opinion: string };
  consented: AtStage & { given: boolean; words: string };
  "consent-ended": AtStage & { words: string };
  publicized: AtStage & { from: CalendarDate; endsOn: CalendarDate; where: string };
  /** time's own: the last day is over and no objection is open. `upheld` says that one was found right */
  "publicity-ended": AtStage & { upheld: boolean };
  objected: AtStage & { objection: Uuid; by: string; text: string };
  "objection-settled": AtStage & { objection: Uuid; upheld: boolean; reason: string };
  /** `handed` is the center as it went out with the filing */
  filed: AtStage & { to: Addressee[]; words: string; handed?: HandedUp };
  acknowledged: AtStage & { to: Addressee; words: string };
  assigned: AtStage & { experts: { user: Uuid; name: string; party: SpaceId; unit: string }[] };
  recused: AtStage & { user: Uuid; name: string; reason: string; rule: "own-institution" | "declared" };
  judged: AtStage & { condition: Key; verdict: boolean; dimensions: DimensionAnswer[]; opinion: string };
  scored: AtStage & { sheet: Key; terms: ScoreTerm[]; total: Decimal; bonus?: Decimal; opinion: string };
  /** the authority sums a review up: the panel's verdict or the combined score */
  concluded: AtStage & { verdict?: boolean; condition?: Key; score?: Decimal; combine?: Key; of: number };
  proposed: AtStage & { outcome: "approve" | "decline"; opinion: string };
  /** `answers` where the decision has a form of its own */
  decided: AtStage & { outcome: "approved" | "declined" | "concluded"; opinion: string; answers?: Answers };
  issued: AtStage & {
    document: { id: Uuid; kind: Key; number: string; title: string; on: CalendarDate };
    done: boolean;
  };
  designated: AtStage & { on: CalendarDate };
  "standing-changed": { case?: Uuid; from?: Standing; to: Standing; on: CalendarDate; cause: string };
  "term-started": AtStage & { on: CalendarDate; endsOn: CalendarDate };
  /** `stage` is left out in histories of one running stage */
  "term-ended": { case: Uuid; stage?: Key; on: CalendarDate };
  /** a stage that lasts and is not the term: a probation, a preparation. Time's own, both of them */
  "run-started": AtStage & { endsOn: CalendarDate };
  "run-ended": AtStage;
  /** what a decided change writes; nothing is written before */
  changed: AtStage & { changes: Change[] };
  appealed: AtStage & { against: Uuid; upheld: boolean; opinion: string };
  reported: AtStage & { procedure: Key; year: number; daysLate: number };
  /** a place among the cases of one stage and year. `chosen` is left out where the cut leaves it undecided */
  ranked: AtStage & {
    place: number;
    tied: number;
    of: number;
    value: Decimal;
    within: { [ref: string]: string };
    cut?: number;
    chosen?: boolean;
    /** who was preferred among equals, where the authority said so */
    preferred?: boolean;
    done: boolean;
  };
  /** without a score where the grade is given by default, for example for absence */
  graded: AtStage & { grading: Key; score?: Decimal; grade: Key; means?: Key; fired: string };
  /** comes before `graded`: an adjustment or a quota lowers what the score alone would give */
  "grade-adjusted": AtStage & {
    grading: Key;
    from: Key;
    to: Key;
    /** path of the adjustment or quota */
    cause: string;
    /** under a quota: the place among those who would have the grade, and how many may */
    quota?: { place: number; tied: number; of: number; most: number };
  };
  /** a decision puts the case into an item of a list */
  placed: AtStage & { of: Key; list: Key; item: Key };
  "applied-consequence": InCase & {
    consequence: Key;
    effect: Key;
    does: Key;
    /** list item of a support, procedure that was started, whom it was announced to … */
    with?: { [name: string]: Scalar };
  };
  /** `from` these types until the end of a day; without one until it is settled how long it lasts */
  barred: InCase & {
    bar: Uuid;
    who: "host" | "director" | "team";
    /** whose name it is */
    name: string;
    uscc: string;
    person?: string;
    from: Key[];
    until?: CalendarDate;
    consequence: Key;
    effect: Key;
  };
  "bar-ended": { bar: Uuid };
  "name-suspended": InCase & { until?: CalendarDate; cause: string };
  "name-restored": InCase & { cause: string };
  "suspension-ended": Record<never, never>;
  /** money that was paid, by one payer on one instalment */
  funded: { funding: Key; instalment: string; payer: Key; amount: Decimal; paidOn: CalendarDate };
  /** what is due from that day on is not paid; `final` where it will never be */
  withheld: InCase & { funding: Key; final: boolean; cause: string };
  /** what was paid is asked back, and nothing more is paid */
  reclaimed: InCase & { funding: Key; cause: string };
  /** a task that a consequence or an office gave is dealt with */
  finished: { obligation: string; how: string };
  inspected: AtStage & { answers: Answers };
  found: InCase & { finding: Uuid; text: string; kind?: Key; due?: CalendarDate };
  cleared: { finding: Uuid; case: Uuid; how: string };
  /** `addressee` where the authority above has a space: it gets what is `handed` up */
  recommended: {
    promotion: Key;
    to: string;
    opinion: string;
    addressee?: { space: SpaceId; name: string };
    handed?: HandedUp;
  };
  /** an addressee's word on what came in, in its own tenant; `party` is the institution that it is about */
  "dispatch-answered": {
    dispatch: DispatchRef;
    title: string;
    party: SpaceId;
    outcome: DispatchOutcome;
    words: string;
  };
  /** `host` only when an institution's root begins with it */
  urged: { obligation: string; to: SpaceId; host?: HostFacts };
  missed: { obligation: string; due: CalendarDate; case?: Uuid; procedure?: Key; host?: HostFacts };
  settled: Settlement;
  extended: { procedure: Key; stage: Key; year: number; case?: Uuid; until: CalendarDate; reason: string };
  waived: InCase & { path: string; reason: string; until?: CalendarDate };
  "waiver-ended": InCase & { path: string };
  /** a duty's judgement for one year, by the authority */
  "duty-judged": { duty: Key; year: number; met: boolean; opinion: string; host?: HostFacts };
  /** a party comes in; `case` where a dossier or a decision named it */
  linked: { case?: Uuid; link: NewLink; on: CalendarDate; reason?: string };
  unlinked: { case?: Uuid; link: Uuid; on: CalendarDate; reason?: string };
  closed: InCase & { why: Key };
  /** an entry of a register; it counts once it is verified where it `awaits` that. `open`: everybody of the tenant reads it */
  recorded: EntryContent & {
    entry: Uuid;
    register: Key;
    of?: Collection;
    awaits: boolean;
    open: boolean;
    host?: HostFacts;
  };
  amended: EntryContent & { entry: Uuid; register: Key; from: EntryContent };
  verified: { entry: Uuid; register: Key; opinion: string };
  /** an entry stays and no longer counts */
  struck: { entry: Uuid; register: Key; reason: string };
  /** what a stage of a case claims; `of` are the collections that its form asks for, so that none is an answer too */
  claimed: AtStage & { of: Collection[]; claims: Claim[] };
}

export type DomainEventKind = keyof EventBodies;

/** An event before it has a place in its stream. `onDay` is the legal day, `at` is stamped by the database's clock. */
export type NewEvent = {
  [K in DomainEventKind]: {
    root: RootRef;
    kind: K;
    onDay: CalendarDate;
    body: EventBodies[K];
    /** paths of the policy nodes that were consulted */
    consulted: string[];
    /** nobody did it: it came with its day (rulings 4) */
    byTime?: true;
  };
}[DomainEventKind];

/** An event in its place. Time's own events have no `who`. */
export type DomainEvent = NewEvent & { seq: number; at: Instant; who?: Who };
