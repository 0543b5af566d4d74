// What a policy may look at from one place on one day. Made by `history/world-of.ts`, by scenarios and by tests.
import type { CalendarDate, Key, Policy, Scalar } from "@yichuang/policy";
import type { Instant } from "../contract/basics.ts";
import type { Holidays } from "../contract/decision.ts";
import type { FactRecord } from "../contract/facts.ts";
import type { Settlement } from "../contract/verdict.ts";

export interface World {
  today: CalendarDate;
  now: Instant;
  policy: Policy;
  holidays: Holidays;
  /** a fact by reference; undefined is "not known" */
  fact: (ref: string) => Scalar | Scalar[] | undefined;
  set: (collection: string) => FactRecord[];
  /** the settlement of the open value at a path that binds today */
  settlement: (path: string) => Settlement | undefined;
  waiver: (path: string) => boolean;
  /** the answer to a judged condition, by the named condition's key; undefined while it is awaited */
  judged?: (condition: Key) => boolean | undefined;
}

/** The same world with one record in scope as `it`. About a record a field that is not filled equals nothing. */
export const withRecord = (world: World, record: FactRecord): World => ({
  ...world,
  fact: (ref) => (ref.startsWith("it.") ? record[ref.slice(3)] : world.fact(ref)),
});
