import { z } from "zod";
import { Actor } from "./actor.ts";
import { Collection } from "./collection.ts";
import { MomentLiteral, MonthDay } from "./dates.ts";
import { Decimal, Force, Key, Lock, Ref, Scalar, Text } from "./text.ts";

// The sorts below refer to each other (a value has cases, a case has a condition, a condition
// compares a measure, a measure has values), therefore they stand in one file.

/** One possible reading of something that the text leaves open. */
export interface Choice {
  key: Key;
  label: Text;
  then: Scalar;
}
const Choice: z.ZodType<Choice> = z.strictObject({ key: Key, label: Text, then: Scalar });

export const OPEN_SCOPES = ["policy", "call", "case", "center"] as const;
/** Where an open value is settled: for the whole policy, one year's call, one case, or all that hangs under a center. */
export type OpenScope = (typeof OPEN_SCOPES)[number];

/**
 * What is unsaid, where it is settled (`per`), by whom, and what it can be at all. `per: center` is settled by one
 * center for all that hangs under it, for example the conditions that a provincial center sets for its branches.
 */
export interface OpenTerms {
  asks: Text;
  per: OpenScope;
  by?: Actor;
  least?: Decimal;
  most?: Decimal;
  choices?: Choice[];
}
export const OpenTerms: z.ZodType<OpenTerms> = z.strictObject({
  asks: Text,
  per: z.enum(OPEN_SCOPES),
  by: Actor.exactOptional(),
  least: Decimal.exactOptional(),
  most: Decimal.exactOptional(),
  choices: z.array(Choice).min(1).exactOptional(),
});

/** A value that the text leaves unsaid: an interval or a set, not a hole. */
export interface Open {
  open: OpenTerms;
}
export const Open: z.ZodType<Open> = z.strictObject({ open: OpenTerms });

/** A value that was inferred; `as` states the reading. */
export interface Reading<T> {
  read: T;
  as: Text;
}

/** One case of a value: the first case whose condition holds gives `then`. */
export interface Case<T> {
  key: Key;
  when: Condition;
  then: Value<T>;
  because?: Key[];
}
export interface Cases<T> {
  cases: Case<T>[];
  otherwise?: Value<T>;
}

/** A plain T, or open, or read, or chosen by cases. */
export type Value<T> = T | Open | Reading<T> | Cases<T>;

/** The schema of a Value of T, given the schema of T. */
export function value<T>(plain: z.ZodType<T>): z.ZodType<Value<T>> {
  const self: z.ZodType<Value<T>> = z.lazy(() => z.union([plain, Open, reading, cases]));
  const reading: z.ZodType<Reading<T>> = z.strictObject({ read: plain, as: Text }) as z.ZodType<Reading<T>>;
  const oneCase = z.strictObject({
    key: Key,
    when: z.lazy(() => Condition),
    then: self,
    because: z.array(Key).exactOptional(),
  });
  const cases = z.strictObject({
    cases: z.array(oneCase).min(1),
    otherwise: self.exactOptional(),
  }) as z.ZodType<Cases<T>>;
  return self;
}

export const isOpen = (v: unknown): v is Open => hasOwn(v, "open");
export const isReading = <T>(v: Value<T>): v is Reading<T> => hasOwn(v, "read") && hasOwn(v, "as");
export const isCases = <T>(v: Value<T>): v is Cases<T> => hasOwn(v, "cases");
/** The value without the mark of a reading, for code that does not care whether it was inferred. */
export const unread = <T>(v: Value<T>): T | Open | Cases<T> => (isReading(v) ? v.read : v);
const hasOwn = (v: unknown, field: string): boolean =>
  typeof v === "object" && v !== null && Object.hasOwn(v, field) && !Object.hasOwn(v, "kind");

/** A span of time. Month arithmetic clamps; `cycle` is the instrument's next round. */
export interface Duration {
  n: number;
  unit: "day" | "working-day" | "month" | "year" | "cycle";
}
export const Duration: z.ZodType<Duration> = z.strictObject({
  n: z.int().min(-1200).max(1200),
  unit: z.enum(["day", "working-day", "month", "year", "cycle"]),
});

/** A moment counted from a date fact, for example one month after `center.term-ended-on`. */
export interface RelativeMoment {
  from: Ref;
  plus?: Value<Duration>;
  snap?: "year-start" | "year-end" | "day-end";
}
const RelativeMoment: z.ZodType<RelativeMoment> = z.strictObject({
  from: Ref,
  plus: value(Duration).exactOptional(),
  snap: z.enum(["year-start", "year-end", "day-end"]).exactOptional(),
});
/** A literal moment or one counted from a fact. A date as an end means the end of that day. */
export type Moment = MomentLiteral | RelativeMoment;
export const Moment: z.ZodType<Moment> = z.union([MomentLiteral, RelativeMoment]);

/** From a moment to a moment, both ends included. */
export interface Period {
  from?: Value<Moment>;
  to?: Value<Moment>;
}
export const Period: z.ZodType<Period> = z.strictObject({
  from: value(Moment).exactOptional(),
  to: value(Moment).exactOptional(),
});

/** When something may be done. A `yearly` window whose `to` lies before `from` ends a year later. */
export type Window =
  | { kind: "yearly"; from: MonthDay; to: MonthDay }
  | { kind: "between"; from?: Value<Moment>; to?: Value<Moment> }
  | { kind: "anytime" };
export const Window: z.ZodType<Window> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("yearly"), from: MonthDay, to: MonthDay }),
  z.strictObject({
    kind: z.literal("between"),
    from: value(Moment).exactOptional(),
    to: value(Moment).exactOptional(),
  }),
  z.strictObject({ kind: z.literal("anytime") }),
]);

export interface FactMeasure {
  kind: "fact";
  fact: Ref;
  at?: Value<Moment>;
}
export interface TallyMeasure {
  kind: "tally";
  of: Collection;
  where?: Condition;
  among?: Condition;
  during?: Value<Period>;
  each?: Measure;
  by: "count" | "sum" | "best" | "mean" | "streak";
  per?: Ref;
}
export interface RatioMeasure {
  kind: "ratio";
  of: Measure;
  to: Measure;
}
export interface ChangeMeasure {
  kind: "change";
  of: Measure;
  since: Duration;
  as: "amount" | "share";
}
export interface LineMeasure {
  kind: "line";
  of: Measure;
  at: Value<Decimal>;
  gives: Value<Decimal>;
  side: "above" | "below" | "both";
  every: Value<Decimal>;
  step: Value<Decimal>;
  partial: Value<"exact" | "whole-steps" | "begun-steps">;
}
export interface BlendMeasure {
  kind: "blend";
  parts: { key: Key; of: Measure; weight: Decimal }[];
  missing: Value<"share-out" | "zero" | "block">;
}
export interface NamedMeasureRef {
  kind: "named";
  measure: Key;
}
export type MeasureNode =
  | FactMeasure
  | TallyMeasure
  | RatioMeasure
  | ChangeMeasure
  | LineMeasure
  | BlendMeasure
  | NamedMeasureRef;
/** How much? A number, one of the measure kinds, or a Value of these. */
export type Measure = Value<Decimal | MeasureNode>;

const lazyMeasure: z.ZodType<Measure> = z.lazy(() => Measure);
const lazyCondition: z.ZodType<Condition> = z.lazy(() => Condition);

const MeasureNode: z.ZodType<MeasureNode> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("fact"), fact: Ref, at: value(Moment).exactOptional() }),
  z.strictObject({
    kind: z.literal("tally"),
    of: Collection,
    where: lazyCondition.exactOptional(),
    among: lazyCondition.exactOptional(),
    during: value(Period).exactOptional(),
    each: lazyMeasure.exactOptional(),
    by: z.enum(["count", "sum", "best", "mean", "streak"]),
    per: Ref.exactOptional(),
  }),
  z.strictObject({ kind: z.literal("ratio"), of: lazyMeasure, to: lazyMeasure }),
  z.strictObject({
    kind: z.literal("change"),
    of: lazyMeasure,
    since: Duration,
    as: z.enum(["amount", "share"]),
  }),
  z.strictObject({
    kind: z.literal("line"),
    of: lazyMeasure,
    at: value(Decimal),
    gives: value(Decimal),
    side: z.enum(["above", "below", "both"]),
    every: value(Decimal),
    step: value(Decimal),
    partial: value(z.enum(["exact", "whole-steps", "begun-steps"])),
  }),
  z.strictObject({
    kind: z.literal("blend"),
    parts: z.array(z.strictObject({ key: Key, of: lazyMeasure, weight: Decimal })).min(1),
    missing: value(z.enum(["share-out", "zero", "block"])),
  }),
  z.strictObject({ kind: z.literal("named"), measure: Key }),
]);
export const Measure: z.ZodType<Measure> = value<Decimal | MeasureNode>(z.union([Decimal, MeasureNode]));

/** Who may waive a node that holds in principle, and how long the waiver lasts. */
export interface Waiver {
  by: Actor;
  lasts?: Duration;
}
export const Waiver: z.ZodType<Waiver> = z.strictObject({
  by: Actor,
  lasts: Duration.exactOptional(),
});

export const COMPARE_OPERATORS = [
  "equal",
  "not-equal",
  "at-least",
  "at-most",
  "more-than",
  "less-than",
  "one-of",
  "none-of",
  "between",
  "about",
  "known",
] as const;
export type CompareOperator = (typeof COMPARE_OPERATORS)[number];

/** What a measure is compared with: a value, a set, another fact, or a moment. */
export type Than = Value<Scalar> | Scalar[] | { kind: "fact"; fact: Ref } | RelativeMoment;

/** What a condition carries beside its kind. A condition inside a list has a key. */
export interface ConditionHead {
  key?: Key;
  label?: Text;
  because?: Key[];
  force?: Force;
  lock?: Lock;
  waiver?: Waiver;
}
export interface CompareCondition extends ConditionHead {
  kind: "compare";
  of: Measure;
  is: CompareOperator;
  than?: Than;
  within?: Value<Decimal>;
}
export interface AllCondition extends ConditionHead {
  kind: "all";
  of: Condition[];
}
export interface AnyCondition extends ConditionHead {
  kind: "any";
  of: Condition[];
}
export interface SomeCondition extends ConditionHead {
  kind: "some";
  least: Value<Decimal>;
  of: Condition[];
}
export interface NotCondition extends ConditionHead {
  kind: "not";
  of: Condition;
}
/** A named reviewer answers yes or no. `aspects` is a list whose items are answered one by one. */
export interface JudgedCondition extends ConditionHead {
  kind: "judged";
  by: Actor;
  asks: Text;
  aspects?: Key;
  evidence?: Key[];
}
export interface NamedConditionRef extends ConditionHead {
  kind: "named";
  condition: Key;
}
/** The whole condition is unsaid; settling it stores a condition. */
export interface UnstatedCondition extends ConditionHead {
  kind: "unstated";
  open: OpenTerms;
}
/** Is it so? Typed data with three-valued truth, never an expression. */
export type Condition =
  | CompareCondition
  | AllCondition
  | AnyCondition
  | SomeCondition
  | NotCondition
  | JudgedCondition
  | NamedConditionRef
  | UnstatedCondition;

const conditionHead = {
  key: Key.exactOptional(),
  label: Text.exactOptional(),
  because: z.array(Key).exactOptional(),
  force: Force.exactOptional(),
  lock: Lock.exactOptional(),
  waiver: Waiver.exactOptional(),
};
const Than: z.ZodType<Than> = z.union([
  value(Scalar),
  z.array(Scalar).min(1),
  z.strictObject({ kind: z.literal("fact"), fact: Ref }),
  RelativeMoment,
]);
export const Condition: z.ZodType<Condition> = z.discriminatedUnion("kind", [
  z.strictObject({
    ...conditionHead,
    kind: z.literal("compare"),
    of: lazyMeasure,
    is: z.enum(COMPARE_OPERATORS),
    than: Than.exactOptional(),
    within: value(Decimal).exactOptional(),
  }),
  z.strictObject({ ...conditionHead, kind: z.literal("all"), of: z.array(lazyCondition) }),
  z.strictObject({ ...conditionHead, kind: z.literal("any"), of: z.array(lazyCondition).min(1) }),
  z.strictObject({
    ...conditionHead,
    kind: z.literal("some"),
    least: value(Decimal),
    of: z.array(lazyCondition).min(1),
  }),
  z.strictObject({ ...conditionHead, kind: z.literal("not"), of: lazyCondition }),
  z.strictObject({
    ...conditionHead,
    kind: z.literal("judged"),
    by: Actor,
    asks: Text,
    aspects: Key.exactOptional(),
    evidence: z.array(Key).exactOptional(),
  }),
  z.strictObject({ ...conditionHead, kind: z.literal("named"), condition: Key }),
  z.strictObject({ ...conditionHead, kind: z.literal("unstated"), open: OpenTerms }),
]);
