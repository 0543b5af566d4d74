import type { ActorRole, HatRole } from "../schema/actor.ts";
import type { CalendarDate } from "../schema/dates.ts";
import type { OpenScope } from "../schema/sorts.ts";
import type { CaseState, Standing } from "../schema/states.ts";
import type { Text } from "../schema/text.ts";

/** An instant as ISO 8601 in UTC with milliseconds, `2022-10-23T15:59:59.999Z`. */
export type Instant = string;

/** What is wrong with the shape of an answer. */
export type FieldFault =
  | "uscc-shape"
  | "uscc-check-digit"
  | "email"
  | "phone"
  | "identity"
  | "share"
  | "not-in-register"
  | "date"
  | "number"
  | "choice"
  | "too-small"
  | "unknown-field"
  | "not-marked"
  | "shape";

export type AdministrationFault =
  | "not-a-draft"
  | "no-day"
  | "nobody-asked"
  | "second-person"
  | "version-taken"
  | "too-early"
  | "in-force"
  | "not-adopted"
  | "call-taken"
  | "no-such-parent"
  | "name-taken"
  | "no-such-hat"
  | "sign-in-taken"
  | "region-code"
  | "region-taken"
  | "region-in-itself"
  | "region-has-parts"
  | "zone-elsewhere"
  | "no-region-above"
  | "no-such-region"
  | "no-such-predecessor"
  | "no-such-successor"
  | "no-such-center"
  | "center-taken"
  | "uscc-wrong"
  | "days-reversed"
  | "ended-already"
  | "rehearsal-too-long";

/**
 * Why an act is refused or pending: one entry per code, with what its sentence needs. Labels are
 * the tenant's own words; instants are UTC and are shown in Asia/Shanghai.
 */
export interface ViolationParams {
  /** the window opens later */
  "window-not-open": { stage: Text; opens: Instant; closes?: Instant };
  /** the window is over; `next` is when it opens again */
  "window-closed": { stage: Text; closed: Instant; next?: Instant };
  /** late, and whether late ones are accepted is open */
  "late-undecided": { stage: Text; closed: Instant; asks: Text; by: ActorRole };
  /** late, and late ones are refused, by the text or by a settlement of that day */
  "late-refused": { stage: Text; closed: Instant; settledOn?: CalendarDate; next?: Instant };
  "not-your-role": { act: Text; roles: HatRole[] };
  "not-your-case": { what: Text };
  /** the stages that come before and are not done yet */
  "stage-not-reached": { stage: Text; awaits: Text[] };
  "stage-done": { stage: Text; on?: CalendarDate };
  "wrong-state": { state: CaseState; allowed: CaseState[] };
  /** `waivableBy`: the rule holds in principle, and this actor may let it go */
  "condition-false": { condition: Text; said?: Text; waivableBy?: ActorRole };
  "condition-pending": { condition: Text; awaiting?: Text };
  "open-value": { asks: Text; by: ActorRole; per: OpenScope; could?: Text[] };
  "field-missing": { section: Text; field: Text; hint?: Text };
  "field-too-long": {
    field: Text;
    most: number;
    now: number;
    unit: "characters" | "files" | "megabytes" | "rows";
  };
  "field-invalid": { field: Text; fault: FieldFault };
  /** the rows below an item weigh `sum`, the item itself `most` */
  "weight-sum": { item: Text; sum: string; most: string };
  "signature-missing": { by: ActorRole };
  recused: { reason: string };
  "conflict-of-interest": { institution: string };
  "already-done": { what: Text; on?: CalendarDate };
  "panel-incomplete": { have: number; need: number };
  "not-assigned": { stage: Text };
  "term-not-ended": { act: Text; earliest: CalendarDate };
  "standing-wrong": { standing?: Standing; word?: Text; allowed: Text[] };
  "someone-opened-it": { what: Text; by?: string; on?: CalendarDate };
  "settlement-out-of-bounds": { asks: Text; least?: number; most?: number; choices?: Text[] };
  "urge-too-soon": { next: Instant };
  "not-late": { what: Text; due?: CalendarDate };
  "document-number-taken": { number: string; title?: string; on?: CalendarDate };
  /** a working day of a year whose holidays are not published yet is never guessed */
  "no-holiday-table": { stage: Text; year: number };
  /** a cap is full; `holders` are those who have its seats */
  "seats-taken": { cap: Text; most?: string; taken: number; holders: string[]; waivableBy?: ActorRole };
  /** one holder has had an office for as many terms in a row as may be */
  "terms-used-up": { office: Text; holder: string; most: string; waivableBy?: ActorRole };
  /** a name that the policy composes otherwise */
  "name-not-as-composed": { name: string; expected: string };
  "name-taken": { name: string; holder: string };
  /** decided over all cases of a year together, not one by one */
  "in-cohort": { stage: Text };
  /** equals stand at a limit: `room` of them may have it, and nobody has said who is preferred */
  "tie-undecided": { what: Text; names: string[]; room: number };
  /** may not apply until a day has passed */
  barred: { who: string; until: CalendarDate; why: Text };
  "nothing-to-act-on": { what: Text };
  /** the register holds the same thing already */
  "entered-already": { register: Text; title: string; on?: CalendarDate };
  "entry-struck": { title: string; reason: string; on?: CalendarDate };
  /** the centers that claim an entry have more than the whole of it */
  "shares-over-whole": { title: string; sum: string };
  /** what stands in the way of an administrator's act on tenants, people and versions */
  administration: { why: AdministrationFault };
}

export type ViolationCode = keyof ViolationParams;

/** A code with its params. The domain adds the clauses, the path and the open value. */
export type Violation<Code extends ViolationCode = ViolationCode> = {
  [C in Code]: { code: C; params: ViolationParams[C] };
}[Code];
