import { z } from "zod";
import { guardDocument } from "../parse/guard.ts";
import { CalendarDate, MomentLiteral } from "../schema/dates.ts";
import { Condition, Duration, Moment, Period, Window } from "../schema/sorts.ts";
import { Decimal, Key, Scalar, Text } from "../schema/text.ts";
import { COMBINE_SCORES, COMBINE_VERDICTS } from "../schema/yields.ts";
import type { OpenSort } from "./open-sort.ts";
import type { OpenValue } from "./open-values.ts";

const SCHEMA_OF_SORT: Record<OpenSort, z.ZodType> = {
  number: Decimal,
  duration: Duration,
  window: Window,
  moment: z.union([MomentLiteral, Moment]),
  day: CalendarDate,
  period: Period,
  item: Key,
  scalar: Scalar,
  lateness: z.enum(["refused", "accepted"]),
  "combine-scores": z.enum(COMBINE_SCORES),
  "combine-verdicts": z.enum(COMBINE_VERDICTS),
  condition: Condition,
  words: Text,
  other: z.unknown(),
};

/**
 * Whether a value may settle an open one: it has the sort of its place, lies within the bounds
 * and is one of the choices where the document gives them. A duration must be longer than none.
 */
export function acceptsSettlement(open: OpenValue, settled: unknown): boolean {
  // it comes from outside like a document does
  if (guardDocument(settled) !== undefined || !SCHEMA_OF_SORT[open.sort].safeParse(settled).success)
    return false;
  if (open.choices !== undefined) return open.choices.some((choice) => choice.then === settled);
  if (open.sort === "duration") return Duration.parse(settled).n > 0;
  if (typeof settled !== "number") return open.least === undefined && open.most === undefined;
  return settled >= (open.least ?? -Infinity) && settled <= (open.most ?? Infinity);
}
