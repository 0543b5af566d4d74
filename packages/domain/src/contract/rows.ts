// The rows that follow from a root's facts. Column names are the tables' own; `db` stores them as they are.
// A row is only ever what `project(policy, facts)` yields: replay must find the stored rows (rulings 6).
import type { CaseState, Collection, Key, Mark, Standing } from "@yichuang/policy";
import type { CalendarDate, Decimal, HatRole, Instant, RootKind, SpaceId, Uuid } from "./basics.ts";
import type { Answers, EntryContent } from "./events.ts";
import type { FactRecord } from "./facts.ts";
import type { DispatchKind, DispatchOutcome, HandedUp } from "./dispatches.ts";
import type { LinkRole } from "./links.ts";
import type { NetworkCenter } from "./network.ts";

/** `parties`: spaces that read the row because they are a party to its root. */
export interface CenterRow {
  center_id: Uuid;
  party_id: SpaceId;
  parties: SpaceId[];
  type_key: Key;
  name: string;
  host_name: string;
  host_uscc: string;
  director_name: string | null;
  policy_key: Key;
  policy_version: number;
  policy_hash: string;
  began_on: CalendarDate;
  cohort_year: number;
}

export interface CenterStateRow {
  center_id: Uuid;
  party_id: SpaceId;
  parties: SpaceId[];
  standing: Standing | null;
  grade_key: Key | null;
  grade_means: Key | null;
  score: Decimal | null;
  term_from: CalendarDate | null;
  term_to: CalendarDate | null;
  marks: Mark[];
}

export interface CenterSpanRow {
  center_id: Uuid;
  from_seq: number;
  party_id: SpaceId;
  parties: SpaceId[];
  from_day: CalendarDate;
  to_day: CalendarDate | null;
  standing: Standing;
  grade_key: Key | null;
}

export interface CaseRow {
  case_id: Uuid;
  root_kind: RootKind;
  root_id: Uuid;
  party_id: SpaceId;
  parties: SpaceId[];
  procedure_key: Key;
  purpose: Key;
  year: number;
  policy_hash: string;
  opened_on: CalendarDate;
  opened_by: Uuid | null;
}

export interface CaseStateRow {
  case_id: Uuid;
  party_id: SpaceId;
  parties: SpaceId[];
  title: string;
  purpose: Key;
  year: number;
  state: CaseState;
  /** the first stage that is not done */
  stage_key: Key | null;
  submitted_at: Instant | null;
  revision: number;
  score: Decimal | null;
  grade_key: Key | null;
  due_on: CalendarDate | null;
  marks: Mark[];
}

/** One act that is due from one actor. Kept until done or void; `opens_at` in the future means not shown as to-do yet. */
export interface ObligationRow {
  root_id: Uuid;
  /** stable inside its root: `procedure:year:stage:role`, with the case where there are several */
  obligation_key: string;
  party_id: SpaceId;
  /** the space whose people must act; 0 with `to_user` for an expert */
  to_space: SpaceId;
  to_role: HatRole;
  to_user: Uuid | null;
  act: Key;
  procedure_key: Key | null;
  stage_key: Key | null;
  duty_key: Key | null;
  case_id: Uuid | null;
  year: number;
  title: string;
  /** the stage's own label in the tenant's word */
  matter: string;
  opens_at: Instant;
  due_on: CalendarDate | null;
  state: "open" | "done" | "missed" | "void";
  done_on: CalendarDate | null;
  done_by: Uuid | null;
  days_late: number | null;
  urged_at: Instant | null;
}

export interface SubmissionRow {
  case_id: Uuid;
  stage_key: Key;
  revision: number;
  party_id: SpaceId;
  parties: SpaceId[];
  answers: Answers;
  submitted_at: Instant;
}

/** What the members of a panel may read. `readers` = assigned and not recused. */
export interface ReviewPacketRow {
  case_id: Uuid;
  stage_key: Key;
  readers: Uuid[];
  title: string;
  due_on: CalendarDate | null;
  body: { [part: string]: unknown };
}

export interface FindingRow {
  center_id: Uuid;
  finding_id: Uuid;
  party_id: SpaceId;
  case_id: Uuid;
  text: string;
  due_on: CalendarDate | null;
  found_on: CalendarDate;
  cleared_on: CalendarDate | null;
}

/** What is announced to a space: 抄送. */
export interface NoticeRow {
  root_id: Uuid;
  notice_key: string;
  party_id: SpaceId;
  to_space: SpaceId;
  case_id: Uuid | null;
  title: string;
  text: string;
  at: Instant;
}

/** A space that is a party to a root by a link, beside its own institution. */
export interface RootPartyRow {
  root_id: Uuid;
  link_key: Uuid;
  party_id: SpaceId;
  space_id: SpaceId;
  role: LinkRole;
  from_day: CalendarDate;
  to_day: CalendarDate | null;
}

/** What the network may see of a center, and which spaces read it because they are beside it. */
export interface NetworkCenterRow {
  center_id: Uuid;
  party_id: SpaceId;
  shown_to: SpaceId[];
  name: string;
  host_name: string;
  uscc: string;
  type_key: Key;
  tier: Key;
  /** the tenant's own word, so that fields of several tenants can be counted together */
  field: string;
  place: string;
  standing: Standing;
  grade_key: Key;
  body: Omit<NetworkCenter, "tenant" | "center" | "name" | "host" | "uscc" | "type" | "tier" | "standing">;
}

/** A center on the public register; nothing that is not public has a column. */
export interface PublicCenterRow {
  center_id: Uuid;
  party_id: SpaceId;
  name: string;
  host_name: string;
  type_key: Key;
  type_label: string;
  tier: Key;
  field: string;
  place: string;
  standing: Standing;
  /** the tenant's word for it */
  standing_word: string;
  since: CalendarDate;
  /** the day on which its term or its standing ends, where it is known */
  until: CalendarDate | null;
  above: string | null;
  waivers: { label: string; reason: string; until?: CalendarDate }[];
}

/** A period in which something is made public, for everybody who may object. */
export interface PublicNoticeRow {
  case_id: Uuid;
  stage_key: Key;
  party_id: SpaceId;
  name: string;
  host_name: string;
  matter: string;
  /** where it is made public, in the authority's words */
  place: string;
  from_day: CalendarDate;
  ends_on: CalendarDate;
  over: boolean;
}

/** What a root adds to a collection that looks beyond one root, for those who count it. */
export interface FactRecordRow {
  root_id: Uuid;
  collection: string;
  record_key: string;
  party_id: SpaceId;
  body: FactRecord;
}

export interface SettlementRow {
  settlement_id: Uuid;
  path: string;
  case_id: Uuid | null;
  year: number | null;
  value: unknown;
  reading: string;
  on_day: CalendarDate;
  by_name: string;
}

export interface DocumentRow {
  document_id: Uuid;
  kind: Key;
  number: string;
  title: string;
  issued_on: CalendarDate;
}

/** An entry of a register. What is personal is left out where everybody of the tenant may read it. */
export interface RegisterEntryRow {
  root_id: Uuid;
  entry_id: Uuid;
  root_kind: RootKind;
  party_id: SpaceId;
  register_key: Key;
  collection: Collection | null;
  title: string;
  answers: EntryContent["answers"];
  attributes: EntryContent["attributes"];
  fingerprint: string;
  state: "recorded" | "verified" | "struck";
  awaits: boolean;
  open_to_all: boolean;
  recorded_on: CalendarDate;
  recorded_by: string | null;
  changed_on: CalendarDate;
  /** who verified or struck it, when and why */
  ruled_on: CalendarDate | null;
  ruled_by: string | null;
  reason: string | null;
}

export interface ClaimRow {
  fingerprint: string;
  case_id: Uuid;
  party_id: SpaceId;
  root_id: Uuid;
  stage_key: Key;
  procedure_key: Key;
  year: number;
  register_key: Key;
  entry_id: Uuid;
  collection: Collection;
  title: string;
  share: Decimal | null;
  claimed_before: boolean;
}

/** What a root hands to another space. `acknowledged_on` where its addressee answers inside this root, as to a filing. */
export interface DispatchRow {
  root_id: Uuid;
  dispatch_key: string;
  party_id: SpaceId;
  to_space: SpaceId;
  kind: DispatchKind;
  promotion_key: Key | null;
  case_id: Uuid | null;
  title: string;
  words: string;
  on_day: CalendarDate;
  acknowledged_on: CalendarDate | null;
  body: HandedUp;
}

/** An addressee's word, in its own tenant; `to_space` is the sender of the dispatch, `party_id` whom it is about. */
export interface DispatchAnswerRow {
  to_space: SpaceId;
  root_id: Uuid;
  dispatch_key: string;
  party_id: SpaceId;
  outcome: DispatchOutcome;
  words: string;
  on_day: CalendarDate;
  by_name: string;
}

/** All rows of one root, by table. */
export interface RowSet {
  center: CenterRow[];
  center_state: CenterStateRow[];
  center_span: CenterSpanRow[];
  case_file: CaseRow[];
  case_state: CaseStateRow[];
  obligation: ObligationRow[];
  submission: SubmissionRow[];
  review_packet: ReviewPacketRow[];
  finding: FindingRow[];
  notice: NoticeRow[];
  settlement: SettlementRow[];
  document: DocumentRow[];
  register_entry: RegisterEntryRow[];
  claim: ClaimRow[];
  root_party: RootPartyRow[];
  fact_record: FactRecordRow[];
  network_center: NetworkCenterRow[];
  public_center: PublicCenterRow[];
  public_notice: PublicNoticeRow[];
  dispatch: DispatchRow[];
  dispatch_answer: DispatchAnswerRow[];
}

/** What changed between two projections: rows to put, keys to take away. */
export interface RowChanges {
  put: Partial<RowSet>;
  take: { [T in keyof RowSet]?: Partial<RowSet[T][number]>[] };
}

/** Key columns of each projected table, in the order of its primary key after `tenant_id`. */
export const ROW_KEYS = {
  center: ["center_id"],
  center_state: ["center_id"],
  center_span: ["center_id", "from_seq"],
  case_file: ["case_id"],
  case_state: ["case_id"],
  obligation: ["root_id", "obligation_key"],
  submission: ["case_id", "stage_key", "revision"],
  review_packet: ["case_id", "stage_key"],
  finding: ["center_id", "finding_id"],
  notice: ["root_id", "notice_key"],
  settlement: ["settlement_id"],
  document: ["document_id"],
  register_entry: ["root_id", "entry_id"],
  claim: ["fingerprint", "case_id"],
  root_party: ["root_id", "link_key"],
  fact_record: ["root_id", "collection", "record_key"],
  network_center: ["center_id"],
  public_center: ["center_id"],
  public_notice: ["case_id", "stage_key"],
  dispatch: ["root_id", "dispatch_key"],
  dispatch_answer: ["to_space", "root_id", "dispatch_key"],
} as const satisfies { [T in keyof RowSet]: readonly (keyof RowSet[T][number])[] };
