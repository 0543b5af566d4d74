// The two pure functions at the heart, as types: `decide` and `evolve`.
import type { CalendarDate, Policy } from "@yichuang/policy";
import type { Hat, Instant, Key, PolicyPin, SpaceId, Uuid } from "./basics.ts";
import type { Action, ActionKind } from "./actions.ts";
import type { NewEvent } from "./events.ts";
import type { Facts, RootFacts } from "./facts.ts";
import type { Verdict, Violation } from "./verdict.ts";

/** The policies that a decision may need: the one in force today and those that the loaded cases are pinned to. */
export interface PolicySet {
  /** whose policies they are: the space of the authority */
  tenant: SpaceId;
  current: { pin: PolicyPin; policy: Policy };
  /** what holds instead in the years for which a call was adopted: the version in force with the call applied */
  calls?: { year: number; pin: PolicyPin; policy: Policy }[];
  byHash: { [hash: string]: Policy };
}

/** A year's special days. A year that is not listed has no table, and working-day sums in it are refused. */
export interface Holidays {
  [year: number]: { off: CalendarDate[]; work: CalendarDate[] };
}

/** What is handed in, so that the engine stays pure. */
export interface Env {
  now: Instant;
  hat: Hat;
  ids: () => Uuid;
  holidays: Holidays;
}

/** The database checks these against its own clock after the locks, and refuses the commit where they no longer hold. */
export interface Holds {
  notBefore?: Instant;
  notAfter?: Instant;
  /** scopes of seats that were counted, with the version that the count saw: locked in order, refused where one moved */
  seats?: { scope: string; seen: number }[];
}

export type Decision =
  | { kind: "decided"; events: NewEvent[]; holds: Holds }
  | Exclude<Verdict, { kind: "allowed" }>;

export type Decide = (policies: PolicySet, facts: Facts, request: { action: Action; env: Env }) => Decision;
/** Folds one event into the root it belongs to; `undefined` begins a root. */
export type Evolve = (facts: RootFacts | undefined, event: import("./events.ts").DomainEvent) => RootFacts;

/** One act that a hat sees at a place, and whether it may do it now. A role that never has the act gets no entry. */
export interface Ability {
  act: ActionKind;
  case?: Uuid;
  procedure?: Key;
  stage?: Key;
  /** the rule that could be waived */
  path?: string;
  register?: Key;
  verdict: Verdict;
  /** what a yes would run into: seats that are taken, a name that is given */
  told?: Violation[];
}

export type { Violation };
