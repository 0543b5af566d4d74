// What a person may ask for. One closed union: the API, the journeys and the abilities speak it.
import type { Key } from "@yichuang/policy";
import type { CalendarDate, Decimal, SpaceId, Uuid } from "./basics.ts";
import type { Addressee, Answers, DimensionAnswer, ReturnMark } from "./events.ts";
import type { DispatchOutcome, DispatchRef } from "./dispatches.ts";
import type { NamedParty } from "./links.ts";

interface InCase {
  case: Uuid;
}
interface AtStage extends InCase {
  stage: Key;
}

/**
 * Points of one line; `evidence` are the kinds that the expert accepted, or words where the item asks for any. An item that
 * asks for evidence may have it without points: a group, or a line whose points are computed.
 */
export interface ScoreInput {
  item: string;
  points?: Decimal;
  comment?: string;
  evidence?: string[];
}

interface OverCohort {
  procedure: Key;
  stage: Key;
  year: number;
}

export interface ActionBodies {
  /** opens a case. Over an application a new center root begins; `center` names an existing one for the others */
  "open-case": {
    procedure: Key;
    year: number;
    center?: Uuid;
    name?: string;
    institution?: Uuid;
    type?: Key;
    /** the decided case that an appeal is about */
    against?: Uuid;
    /** the center under which the new one stands, of a type that its own type names under `under` */
    parent?: Uuid;
    /** the space that recommends it */
    channel?: SpaceId;
    parties?: NamedParty[];
    /** the center of another tenant from which it comes: a recommendation of it must have been received */
    origin?: { tenant: SpaceId; center: Uuid };
  };
  /** signs as the actor that the stage asks for next; the last signature submits the draft that is handed in */
  sign: AtStage & { answers: Answers; opinion: string };
  submit: AtStage & { answers: Answers };
  withdraw: AtStage;
  return: AtStage & { reason: string; marks: ReturnMark[]; until?: CalendarDate };
  check: AtStage & { opinion: string };
  /** one meeting over several cases of a year */
  "hold-meeting": { procedure: Key; stage: Key; year: number; cases: Uuid[]; answers: Answers };
  assign: AtStage & { experts: { user: Uuid; name: string; party: SpaceId; unit: string }[] };
  recuse: AtStage & { reason: string };
  judge: AtStage & { condition: Key; verdict: boolean; dimensions: DimensionAnswer[]; opinion: string };
  score: AtStage & { items: ScoreInput[]; opinion: string };
  conclude: AtStage;
  propose: AtStage & { outcome: "approve" | "decline"; opinion: string };
  /** the word of whoever recommends a case at its stage; `recommend` is a center's way upward */
  "recommend-case": AtStage & { recommends: boolean; opinion: string };
  consent: AtStage & { given: boolean; words: string };
  "end-consent": AtStage & { words: string };
  publicize: AtStage & { from: CalendarDate; where: string };
  object: AtStage & { by: string; text: string };
  "settle-objection": AtStage & { objection: Uuid; upheld: boolean; reason: string };
  file: AtStage & { words: string };
  acknowledge: AtStage & { to: Addressee; words: string };
  /** lets a rule that holds in principle go for one case; `path` is the rule's node */
  waive: InCase & { path: string; reason: string; until?: CalendarDate };
  /** `item` where the decision puts the case into a class, a layer or a support; `answers` where it has a form */
  decide: AtStage & { outcome: "approve" | "decline"; opinion: string; item?: Key; answers?: Answers };
  /** gives every case of a procedure and year its place; `prefer` decides among equals at the cut */
  rank: OverCohort & { prefer?: Uuid[] };
  /** grades every case of a procedure and year at once, because a quota binds them together */
  grade: OverCohort & { opinion: string; prefer?: Uuid[] };
  /** opens the cases of a procedure for everyone to whom it applies in a year */
  "open-campaign": { procedure: Key; year: number };
  /** one official document over several cases: designates where the stage gives a standing */
  issue: {
    stage: Key;
    cases: Uuid[];
    document: { kind: Key; number: string; title: string; on: CalendarDate };
  };
  settle: {
    path: string;
    value: unknown;
    as: string;
    on: CalendarDate;
    year?: number;
    case?: Uuid;
    /** for `per: center`: the center whose institution settles it for those under it */
    center?: Uuid;
    pinHash?: string;
  };
  extend: { procedure: Key; stage: Key; year: number; case?: Uuid; until: CalendarDate; reason: string };
  inspect: {
    center: Uuid;
    procedure: Key;
    answers: Answers;
    findings: { text: string; kind?: Key; due?: CalendarDate }[];
  };
  clear: { center: Uuid; finding: Uuid; how: string };
  /** `addressee`: the space of the authority above; without one the center is recommended in words alone */
  recommend: { center: Uuid; promotion: Key; opinion: string; addressee?: SpaceId };
  /** an addressee says in its own space what it does with what came in */
  "answer-dispatch": { dispatch: DispatchRef; outcome: DispatchOutcome; words: string };
  /** puts a party beside a center, from a day on */
  link: { center: Uuid; party: NamedParty; on: CalendarDate; reason: string };
  /** ends a link on a day; what was done while it held stays */
  unlink: { center: Uuid; link: Uuid; on: CalendarDate; reason: string };
  /** says that a task which a consequence or an office gave is dealt with, and how */
  finish: { center: Uuid; obligation: string; how: string };
  /** records what a payer paid on an instalment */
  pay: { center: Uuid; funding: Key; instalment: string; payer: Key; amount: Decimal; on: CalendarDate };
  urge: { root: Uuid; obligation: string };
  /** whose duty it is: a center, an institution, or neither, where the tenant itself bears it */
  "judge-duty": {
    center?: Uuid;
    institution?: Uuid;
    duty: Key;
    year: number;
    met: boolean;
    opinion: string;
  };
  /** enters something into a register, on the root that bears it */
  record: { root: Uuid; register: Key; answers: { [field: string]: unknown } };
  amend: { root: Uuid; entry: Uuid; answers: { [field: string]: unknown } };
  verify: { root: Uuid; entry: Uuid; opinion: string };
  strike: { root: Uuid; entry: Uuid; reason: string };
  /** appends what time has caused up to today (rulings 4); asked by the job and before every act on the root */
  sweep: { root: Uuid };
}

export type ActionKind = keyof ActionBodies;
export type Action = { [K in ActionKind]: { kind: K } & ActionBodies[K] }[ActionKind];
