// Allowed, refused or pending, and why: a value, never an exception.
import type {
  ActorRole,
  Clause,
  Force,
  Key,
  OpenScope,
  Ref,
  Text,
  Violation as PolicyViolation,
} from "@yichuang/policy";
import type { CalendarDate, Instant, Uuid } from "./basics.ts";

/** An open value that decides an outcome: which one, who may settle it and where. */
export interface OpenRef {
  /** path of the value in its policy, e.g. `procedures/entry/stages/collect/late` */
  path: string;
  asks: Text;
  per: OpenScope;
  least?: number;
  most?: number;
  choices?: { key: Key; label: Text }[];
  /** who settles it */
  by: ActorRole;
}

/** A dated decision about an open value. Never edited, only superseded; binds from `on`. */
export interface Settlement {
  id: Uuid;
  path: string;
  /** the value in the place's own sort: number, key, Duration, Window, Condition … */
  value: unknown;
  /** the wording of the reading, as the authority writes it */
  as: string;
  on: CalendarDate;
  by: { name: string; unit: string };
  /** only for `per: call` */
  year?: number;
  /** only for `per: case` */
  case?: Uuid;
  /** only for `per: center`: the center that settles it for all under it */
  center?: Uuid;
}

/** Why an act is refused or pending. Sentences are made in `policy/wording` from `code` and `params`. */
export type Violation = PolicyViolation & {
  /** the clauses that forbid, ready to show; empty means a rule of the platform */
  clauses: Clause[];
  force?: Force;
  /** path of the policy node that was consulted */
  path?: string;
  /** the open value that would decide it */
  open?: OpenRef;
  /** the settlement that decided it */
  settlement?: Settlement;
  /** when the act becomes possible, where that is known */
  earliest?: Instant;
  /** the form field, e.g. `overview/text` */
  field?: string;
  /** the condition's explanation, leaf by leaf */
  ruling?: Ruling;
};

export type Verdict =
  | { kind: "allowed" }
  | { kind: "refused"; violations: Violation[] }
  /** the outcome depends on an open value or a judgement that is still to come */
  | { kind: "pending"; violations: Violation[] };

export type Truth = "true" | "false" | "unknown";

/** The explanation of a condition: mirrors its tree, leaf by leaf (policy-model 8). */
export interface Ruling {
  path: string;
  kind: string;
  truth: Truth;
  said: Text;
  label?: Text;
  because: Key[];
  force?: Force;
  got?: string;
  required?: string;
  /** why unknown: an open value, a fact that is missing, a judgement that is awaited */
  open?: OpenRef;
  missing?: Ref;
  awaiting?: Text;
  /** the records that a tally counted */
  records?: { [attribute: string]: unknown }[];
  parts: Ruling[];
}
