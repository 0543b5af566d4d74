// What a policy may look at from one place on one day. Made by `history/world-of.ts`, by scenarios and by tests.
import type {
  CalendarDate,
  Collection,
  Condition,
  Key,
  Period,
  Policy,
  Scalar,
  Value,
} from "@yichuang/policy";
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
  /** a fact as it was on an earlier day, where the history can say it; undefined is "not known" */
  factOn?: (ref: string, day: CalendarDate) => Scalar | Scalar[] | undefined;
  /** the earlier day that facts are asked for, while growth is measured */
  asOf?: CalendarDate;
  /** the period that tallies keep to where they name none of their own, with its path */
  period?: { value: Value<Period>; path: string };
  /** who counts, by collection: a sheet's own definition of staff, for example */
  counts?: readonly { of: Collection; where: Condition; path: string }[];
  /** the settlement of the open value at a path that binds today */
  settlement: (path: string) => Settlement | undefined;
  waiver: (path: string) => boolean;
  /** the named conditions and measures that are being evaluated, one calling the next */
  calls?: readonly string[];
  /** only truth is asked, once for each of many records: no sentences are made */
  silent?: true;
  /** the answer to a judged condition, by the named condition's key; undefined while it is awaited */
  judged?: (condition: Key) => boolean | undefined;
}

/**
 * The same world with one record in scope as `it`; what was `it` before is `that`. About a record a field that is not
 * filled equals nothing.
 */
export const withRecord = (world: World, record: FactRecord): World => ({
  ...world,
  fact: (ref) => {
    if (ref.startsWith("it.")) return record[ref.slice("it.".length)];
    return world.fact(ref.startsWith("that.") ? `it.${ref.slice("that.".length)}` : ref);
  },
});

/** Whether a reference names a field of a record in scope, and not a fact about a subject. */
export const isOfRecord = (ref: string): boolean => ref.startsWith("it.") || ref.startsWith("that.");

/** Lint refuses circles and long chains; what was never linted must not take the engine down. */
const MOST_CALLS = 64;

/** The world inside a named condition or measure; undefined where it leads back to itself, or nowhere near an end. */
export function calling(world: World, name: string): World | undefined {
  const calls = world.calls ?? [];
  return calls.includes(name) || calls.length >= MOST_CALLS
    ? undefined
    : { ...world, calls: [...calls, name] };
}
