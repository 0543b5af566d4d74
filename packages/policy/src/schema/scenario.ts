import { z } from "zod";
import { Collection } from "./collection.ts";
import { CalendarDate, MomentLiteral } from "./dates.ts";
import { EventKind } from "./event-kind.ts";
import { Json } from "./changes.ts";
import { Decimal, Key, Ref, Scalar, Text } from "./text.ts";

/** One record of a collection: attribute -> value, the attributes of `COLLECTION_ATTRIBUTES`. */
export interface ScenarioRecord {
  [attribute: string]: Scalar;
}

/**
 * A year's special days, as the platform keeps them: days off, and days of a weekend that are worked. Working days are
 * counted through years that have a table only.
 */
export interface HolidayTable {
  off: CalendarDate[];
  work: CalendarDate[];
}
const HolidayTable: z.ZodType<HolidayTable> = z.strictObject({
  off: z.array(CalendarDate),
  work: z.array(CalendarDate),
});

/**
 * What is known. `now` is a moment in Asia/Shanghai (a day alone is its beginning), `settled` are
 * settlements in force, by the path of the open value, `holidays` the special days by year.
 */
export interface ScenarioGiven {
  now: MomentLiteral;
  facts?: { [ref: Ref]: Scalar };
  sets?: { [collection: string]: ScenarioRecord[] };
  settled?: { path: string; value: Json }[];
  holidays?: { [year: string]: HolidayTable };
}
const ScenarioGiven: z.ZodType<ScenarioGiven> = z.strictObject({
  now: MomentLiteral,
  facts: z.record(Ref, Scalar).exactOptional(),
  sets: z.partialRecord(Collection, z.array(z.record(Key, Scalar))).exactOptional(),
  settled: z.array(z.strictObject({ path: z.string(), value: Json })).exactOptional(),
  holidays: z.record(z.string().regex(/^\d{4}$/, "fault:year"), HolidayTable).exactOptional(),
});

/**
 * What must come out, one kind per sort of node. `at` is the path of the node; one of the `conditions` or `measures` stands
 * for what it says.
 * - `condition`: the truth of a condition
 * - `grade`: the grade; or `could` lists what is still possible while a value is open
 * - `window`: whether a Value of Window holds now; `undecided` while it is open
 * - `consequences`: which ones fire on an event in a procedure, and which only may
 * - `measure`: the figure, as a decimal text; `null` while it is unknown
 * - `moment`: the day on which a Value of Moment falls
 * - `stage`: whether a stage has been reached, given the stages that are done
 * - `score`: the total of a sheet, given points per item path (`output/transfer`; `null` does not apply) and the kinds of
 *   evidence that were accepted, as decimal text; `null` while a line is not scored or an open value can change it
 * - `form`: the fields (`section/field`) that a dossier still lacks
 * - `starts`: whether a procedure may be opened now
 */
export type ScenarioExpectation =
  | { kind: "condition"; at: string; truth: "true" | "false" | "unknown" }
  | { kind: "grade"; at: string; grade?: Key; could?: Key[] }
  | { kind: "window"; at: string; state: "before" | "open" | "closed" | "undecided" }
  | { kind: "consequences"; on: EventKind; in: Key; fires: Key[]; may?: Key[] }
  | { kind: "measure"; at: string; value: string | null }
  | { kind: "moment"; at: string; on: string }
  | { kind: "stage"; at: string; done: Key[]; reached: boolean }
  | {
      kind: "score";
      at: string;
      points: { [item: string]: Decimal | null };
      evidence?: { [item: string]: Key[] };
      total: string | null;
    }
  | { kind: "form"; at: string; answers: { [section: string]: { [field: string]: Json } }; gaps: string[] }
  | { kind: "starts"; at: string; may: "yes" | "no" | "undecided" };

const at = z.string().min(1).max(1000);
const ScenarioExpectation: z.ZodType<ScenarioExpectation> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("condition"), at, truth: z.enum(["true", "false", "unknown"]) }),
  z
    .strictObject({
      kind: z.literal("grade"),
      at,
      grade: Key.exactOptional(),
      could: z.array(Key).min(2).exactOptional(),
    })
    .refine(({ grade, could }) => (grade === undefined) !== (could === undefined), "fault:grade-or-could"),
  z.strictObject({ kind: z.literal("window"), at, state: z.enum(["before", "open", "closed", "undecided"]) }),
  z.strictObject({
    kind: z.literal("consequences"),
    on: EventKind,
    in: Key,
    fires: z.array(Key),
    may: z.array(Key).exactOptional(),
  }),
  z.strictObject({ kind: z.literal("measure"), at, value: z.string().nullable() }),
  z.strictObject({ kind: z.literal("moment"), at, on: z.string() }),
  z.strictObject({ kind: z.literal("stage"), at, done: z.array(Key), reached: z.boolean() }),
  z.strictObject({
    kind: z.literal("score"),
    at,
    points: z.record(z.string(), Decimal.nullable()),
    evidence: z.record(z.string(), z.array(Key)).exactOptional(),
    total: z.string().nullable(),
  }),
  z.strictObject({
    kind: z.literal("form"),
    at,
    answers: z.record(Key, z.record(Key, Json)),
    gaps: z.array(z.string()),
  }),
  z.strictObject({ kind: z.literal("starts"), at, may: z.enum(["yes", "no", "undecided"]) }),
]);

/**
 * A worked example of a policy that a lawyer can read: what is known -> what must come out.
 * `touches` names further nodes that the example stands for.
 */
export interface Scenario {
  key: Key;
  label: Text;
  touches?: string[];
  given: ScenarioGiven;
  expect: ScenarioExpectation;
}
export const Scenario: z.ZodType<Scenario> = z.strictObject({
  key: Key,
  label: Text,
  touches: z.array(z.string()).exactOptional(),
  given: ScenarioGiven,
  expect: ScenarioExpectation,
});

/** The examples of one policy; they stand beside its pack. */
export interface ScenarioBook {
  policy: Key;
  scenarios: Scenario[];
}
export const ScenarioBook: z.ZodType<ScenarioBook> = z.strictObject({
  policy: Key,
  scenarios: z.array(Scenario),
});
