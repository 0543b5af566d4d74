import { z } from "zod";
import { head, type Head } from "./head.ts";
import { Condition, value, type Value } from "./sorts.ts";
import { Decimal, Key, Ref } from "./text.ts";

export interface GradeAdjustment extends Head {
  when: Condition;
  down: number;
}
const GradeAdjustment: z.ZodType<GradeAdjustment> = z.strictObject({
  ...head,
  when: Condition,
  down: z.int().min(1).max(20),
});

/**
 * How many of a cohort have a grade: no more than `most`, or with `least` that one or a lower one, to which the last are
 * put. A number of cases, or a `share` of the cohort between 0 and 1; unless said, `most` is cut down and `least` up.
 */
export interface GradeQuota extends Head {
  grade: Key;
  per: Ref[];
  most?: Value<Decimal>;
  least?: Value<Decimal>;
  as: "count" | "share";
  rounding?: "down" | "up" | "half-up";
}
const GradeQuota: z.ZodType<GradeQuota> = z.strictObject({
  ...head,
  grade: Key,
  per: z.array(Ref),
  most: value(Decimal).exactOptional(),
  least: value(Decimal).exactOptional(),
  as: z.enum(["count", "share"]),
  rounding: z.enum(["down", "up", "half-up"]).exactOptional(),
});

/** How a result becomes an item of a list of grades: cases in order, then adjust, then quotas. */
export interface Grading extends Head {
  list: Key;
  grade: Value<Key>;
  adjust?: GradeAdjustment[];
  quotas?: GradeQuota[];
}
export const Grading: z.ZodType<Grading> = z.strictObject({
  ...head,
  list: Key,
  grade: value(Key),
  adjust: z.array(GradeAdjustment).exactOptional(),
  quotas: z.array(GradeQuota).exactOptional(),
});
