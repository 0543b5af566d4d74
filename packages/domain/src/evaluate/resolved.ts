// What a value comes to on a day: known, open, or waiting for a fact.
import type { Ref, Text } from "@yichuang/policy";
import type { OpenRef, Settlement } from "../contract/verdict.ts";
import type { Interval } from "./interval.ts";

export interface Known<T> {
  kind: "known";
  value: T;
  /** the wording of the reading, where it was inferred */
  read?: Text;
  /** the settlement that it rests on */
  settlement?: Settlement;
  /** where the value stands, if not at the path that was asked: inside a case or a reading */
  at?: string;
}
export interface StillOpen<T> {
  kind: "open";
  open: OpenRef;
  /** every value that it can come to, where they are few */
  among?: T[];
  /** where every value lies that it can come to. Bounds of this value, not of the open value that it hangs on */
  between?: Interval;
}
export interface Missing {
  kind: "missing";
  ref: Ref;
  /** where the value lies whatever the fact turns out to be */
  between?: Interval;
}
export type Resolved<T> = Known<T> | StillOpen<T> | Missing;

export const known = <T>(value: T): Known<T> => ({ kind: "known", value });

/** What keeps a value unknown, without what it might come to: for a result that is computed from it. */
export const unknownFrom = (unknown: StillOpen<unknown> | Missing): StillOpen<never> | Missing =>
  unknown.kind === "open" ? { kind: "open", open: unknown.open } : { kind: "missing", ref: unknown.ref };

/** The path of a value's parts, for what is open inside it. `path` is where it was asked for. */
export const placeOf = (value: Known<unknown>, path: string): string => value.at ?? path;
