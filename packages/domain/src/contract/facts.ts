// The fold of a root's history. Plain JSON: it is cached as `root_facts` and rebuilt by replay.
import type { CaseState, Collection, Key, PersonValue, Scalar, Standing } from "@yichuang/policy";
import type { CalendarDate, Decimal, Instant, PolicyPin, RootRef, SpaceId, Uuid, Who } from "./basics.ts";
import type {
  Addressee,
  Answers,
  Change,
  DimensionAnswer,
  Claim,
  EntryContent,
  EventBodies,
  Goal,
  HostFacts,
  ReturnMark,
  ScoreTerm,
} from "./events.ts";
import type { DispatchAnswer, HandedUp, ReceivedDispatch } from "./dispatches.ts";
import type { KnownParty, Link } from "./links.ts";
import type { Settlement } from "./verdict.ts";

export interface StageFacts {
  /** a stage that lasts (`run`) has begun */
  startedOn?: CalendarDate;
  /** the day on which a stage that lasts, and is not the term, will end */
  endsOn?: CalendarDate;
  doneOn?: CalendarDate;
  doneAt?: Instant;
  /** whose act ended it; nobody where time did */
  doneBy?: Uuid;
  daysLate?: number;
}

export interface Assignment {
  stage: Key;
  user: Uuid;
  name: string;
  party: SpaceId;
  unit: string;
  recused?: { reason: string; rule: "own-institution" | "declared" };
}

/** What came of one stage of a case. */
export interface StageResult {
  score?: Decimal;
  /** the place among the cases of the year; `tied` share it, of `of` in all */
  rank?: { place: number; tied: number; of: number; value: Decimal; within: { [ref: string]: string } };
  /** chosen by the cut; not there while it is undecided */
  chosen?: boolean;
  grade?: Key;
  /** the item that the case was put into: a class, a layer, a support */
  placed?: { of: Key; item: Key };
}

export interface CaseFacts {
  id: Uuid;
  root: RootRef;
  procedure: Key;
  purpose: Key;
  year: number;
  pin: PolicyPin;
  state: CaseState;
  openedOn: CalendarDate;
  openedAt: Instant;
  openedBy?: Who;
  startedBy?: Uuid;
  /** the decided case that an appeal is about */
  against?: Uuid;
  dueOn?: CalendarDate;
  stages: { [stage: Key]: StageFacts };
  /** every revision in order; one that is not `done` still lacks a signature and is nobody else's to read */
  submissions: {
    stage: Key;
    form?: Key;
    revision: number;
    answers: Answers;
    at: Instant;
    daysLate: number;
    done: boolean;
  }[];
  signatures: { stage: Key; as: Key; who: Who; opinion: string; at: Instant; revision: number }[];
  returns: { stage: Key; reason: string; marks: ReturnMark[]; until?: CalendarDate; who: Who; at: Instant }[];
  checks: { stage: Key; opinion: string; who: Who; at: Instant }[];
  assignments: Assignment[];
  judgements: {
    stage: Key;
    condition: Key;
    user: Uuid;
    verdict: boolean;
    dimensions: DimensionAnswer[];
    opinion: string;
    at: Instant;
  }[];
  scores: {
    stage: Key;
    user: Uuid;
    sheet: Key;
    terms: ScoreTerm[];
    total: Decimal;
    opinion: string;
    at: Instant;
  }[];
  /** answers to judged conditions once concluded */
  judged: { [condition: Key]: boolean };
  verdicts: { [stage: Key]: boolean };
  results: { [stage: Key]: StageResult };
  proposals: { stage: Key; outcome: "approve" | "decline"; opinion: string; who: Who; at: Instant }[];
  decisions: {
    stage: Key;
    outcome: "approved" | "declined" | "concluded";
    opinion: string;
    answers?: Answers;
    who: Who;
    at: Instant;
  }[];
  /** the last day of each kind of event, `decided-on` … */
  dates: { [attribute: string]: CalendarDate };
  recommendations: { stage: Key; recommends: boolean; opinion: string; who: Who; at: Instant }[];
  consents: Consent[];
  publicities: Publicity[];
  objections: Objection[];
  filings: Filing[];
  documents: EventBodies["issued"]["document"][];
  /** what stands in the end: the score that the grade was given on, or the latest one before it */
  result?: {
    score?: Decimal;
    rank?: number;
    grade?: Key;
    means?: Key;
    fired?: string;
    /** what an adjustment or a quota lowered before the grade was given */
    lowered?: { from: Key; to: Key; cause: string }[];
    on?: CalendarDate;
  };
  settlements: Settlement[];
  extensions: { stage: Key; until: CalendarDate; reason: string }[];
  waivers: { path: string; reason: string; until?: CalendarDate; who: Who }[];
  /** what its dossiers claim, by the stage that they were handed in at */
  claims: { stage: Key; of: Collection[]; claims: Claim[] }[];
}

/** An entry of a register as it stands today. */
export interface RegisterEntry extends EntryContent {
  id: Uuid;
  register: Key;
  of?: Collection;
  state: "recorded" | "verified" | "struck";
  /** does not count before somebody has verified it */
  awaits: boolean;
  open: boolean;
  on: CalendarDate;
  changedOn: CalendarDate;
  by?: Who;
  verified?: { on: CalendarDate; by: string; opinion: string };
  struck?: { on: CalendarDate; by: string; reason: string };
}

/** What a third party recorded itself. One that has ended no longer counts. */
export interface Consent {
  stage: Key;
  given: boolean;
  words: string;
  who: Who;
  at: Instant;
  on: CalendarDate;
  ended?: { words: string; on: CalendarDate };
}

export interface Publicity {
  stage: Key;
  from: CalendarDate;
  /** the last day, included */
  endsOn: CalendarDate;
  where: string;
  /** where the case returns to when it is over */
  before: CaseState;
  who: Who;
  over: boolean;
}

export interface Objection {
  id: Uuid;
  stage: Key;
  by: string;
  text: string;
  who: Who;
  on: CalendarDate;
  settled?: { upheld: boolean; reason: string; who: Who; on: CalendarDate };
}

export interface Filing {
  stage: Key;
  to: Addressee[];
  words: string;
  handed?: HandedUp;
  who: Who;
  on: CalendarDate;
  acknowledged: { to: Addressee; words: string; who: Who; on: CalendarDate }[];
}

export interface Finding {
  id: Uuid;
  case: Uuid;
  text: string;
  /** what it is, where the policy asks for it: fraud, misuse of money … */
  kind?: Key;
  due?: CalendarDate;
  on: CalendarDate;
  cleared?: { on: CalendarDate; how: string };
}

/** What the authority said about a duty of a year. */
export interface JudgedDuty {
  duty: Key;
  year: number;
  met: boolean;
  opinion: string;
  on: CalendarDate;
}

export interface CenterFacts {
  kind: "center";
  id: Uuid;
  seq: number;
  type: Key;
  name: string;
  host: HostFacts;
  /** facts that forms wrote, by reference */
  values: { [ref: string]: Scalar | PersonValue };
  standing?: Standing;
  /** half-open days [from, to) */
  spans: { from: CalendarDate; to?: CalendarDate; standing: Standing; grade?: Key; seq: number }[];
  /** `center.designated-on`, `center.term-started-on`, `center.term-ended-on` … */
  dates: { [ref: string]: CalendarDate };
  /** the day on which the running term ends; `term-ended` is time's own event */
  termEndsOn?: CalendarDate;
  goals: Goal[];
  /** parties beside the center's own institution, ended ones too */
  links: Link[];
  /** open values that this center settles for those under it (`per: center`) */
  settlements: Settlement[];
  grade?: Key;
  means?: Key;
  score?: Decimal;
  cases: CaseFacts[];
  evaluations: { case: Uuid; procedure: Key; score?: Decimal; grade: Key; means?: Key; on: CalendarDate }[];
  reports: { case: Uuid; procedure: Key; year: number; on: CalendarDate; daysLate: number }[];
  findings: Finding[];
  consequences: (EventBodies["applied-consequence"] & { on: CalendarDate })[];
  bars: (Omit<EventBodies["barred"], "case"> & { case: Uuid; on: CalendarDate; ended?: CalendarDate })[];
  nameSuspended?: { on: CalendarDate; until?: CalendarDate };
  money: {
    funded: (EventBodies["funded"] & { on: CalendarDate })[];
    withheld: { funding: Key; final: boolean; on: CalendarDate }[];
    reclaimed: { funding: Key; on: CalendarDate }[];
  };
  /** who was named to an office, in order; a renewal is a further entry of the same holder */
  offices: { office: "director" | "lead-host"; holder: string; on: CalendarDate; case?: Uuid }[];
  finished: { obligation: string; how: string; on: CalendarDate; by?: Uuid }[];
  /** what the center was promised to be supported with */
  supports: { case: Uuid; list?: Key; item: Key; on: CalendarDate }[];
  recommendations: (EventBodies["recommended"] & { on: CalendarDate })[];
  /** what decided changes wrote, in order */
  changes: { case: Uuid; on: CalendarDate; changes: Change[] }[];
  duties?: JudgedDuty[];
  missed: { obligation: string; due: CalendarDate }[];
  urged: { obligation: string; to: SpaceId; at: Instant }[];
  entries: RegisterEntry[];
}

export interface InstitutionFacts {
  kind: "institution";
  id: Uuid;
  seq: number;
  host: HostFacts;
  values: { [ref: string]: Scalar | PersonValue };
  cases: CaseFacts[];
  reports: CenterFacts["reports"];
  duties: JudgedDuty[];
  missed: CenterFacts["missed"];
  urged: CenterFacts["urged"];
  entries: RegisterEntry[];
}

export interface TenantFacts {
  kind: "tenant";
  id: Uuid;
  seq: number;
  settlements: Settlement[];
  extensions: {
    procedure: Key;
    stage: Key;
    year: number;
    until: CalendarDate;
    reason: string;
    on: CalendarDate;
  }[];
  meetings: (EventBodies["meeting-held"] & { on: CalendarDate; who: Who })[];
  /** numbers of issued documents, so that none is given twice */
  documents: EventBodies["issued"]["document"][];
  /** the last word on each dispatch that came in */
  answers?: (EventBodies["dispatch-answered"] & { on: CalendarDate; by: string })[];
  duties?: JudgedDuty[];
  entries: RegisterEntry[];
}

export type RootFacts = CenterFacts | InstitutionFacts | TenantFacts;

/** A record of a collection; attributes are `it.…` in conditions. */
export interface FactRecord {
  [attribute: string]: Scalar | Scalar[] | undefined;
}

/** What a center under another may see of it: its place, and what it has settled for those under it. */
export interface ParentFacts {
  id: Uuid;
  type: Key;
  name: string;
  standing?: Standing;
  field?: string;
  grade?: Key;
  host: HostFacts;
  settlements: Settlement[];
}

/** Everything that a decision may look at. `db` loads exactly what `factsNeeded` names. */
export interface Facts {
  tenant: TenantFacts;
  centers: CenterFacts[];
  institution?: InstitutionFacts;
  /** the institution that acts or is acted upon, as its registry says today */
  host?: HostFacts;
  /** collections that are not inside one root: designations, applications … */
  sets: { [collection: string]: FactRecord[] };
  /** the entries that an act claims, as their registers say today, and who claimed the same before */
  claimable?: Claimable;
  /** centers that the loaded ones, or the act, name as theirs */
  parents?: ParentFacts[];
  /** how often each scope of seats was taken from, as a commit compares it */
  seats?: { [scope: string]: number };
  /** spaces that the act names, as the registry says today */
  parties?: KnownParty[];
  /** dispatches to this tenant that the act names */
  received?: ReceivedDispatch[];
  /** what others have said to dispatches of the loaded roots */
  answered?: DispatchAnswer[];
}

/** An entry that can be claimed: of a register of the tenant, or of the institution's own ledger. */
export type ClaimableEntry = Pick<
  RegisterEntry,
  "id" | "register" | "title" | "attributes" | "state" | "awaits"
> & {
  of: Collection;
  fingerprint: string;
};

export interface Claimable {
  entries: ClaimableEntry[];
  claims: {
    fingerprint: string;
    tenant: SpaceId;
    name: string;
    year: number;
    share?: Decimal;
    /** whether the tenant is this one, or one of the same tier */
    scope: "tenant" | "tier" | "other";
    /** in this tenant only */
    case?: Uuid;
    root?: Uuid;
  }[];
}
