// What a value comes to on a day: known, open, or waiting for a fact.
import type { Ref, Text } from "@yichuang/policy";
import type { OpenRef, Settlement } from "../contract/verdict.ts";

export interface Known<T> {
  kind: "known";
  value: T;
  /** the wording of the reading, where it was inferred */
  read?: Text;
  /** the settlement that it rests on */
  settlement?: Settlement;
}
export interface StillOpen<T> {
  kind: "open";
  open: OpenRef;
  /** every value that it can come to, where they are few */
  among?: T[];
}
export interface Missing {
  kind: "missing";
  ref: Ref;
}
export type Resolved<T> = Known<T> | StillOpen<T> | Missing;

export const known = <T>(value: T): Known<T> => ({ kind: "known", value });

/** What keeps a value unknown, without what it might come to: for a result that is computed from it. */
export const unknownFrom = (unknown: StillOpen<unknown> | Missing): StillOpen<never> | Missing =>
  unknown.kind === "open" ? { kind: "open", open: unknown.open } : unknown;
