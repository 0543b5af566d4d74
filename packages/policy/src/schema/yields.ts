import { z } from "zod";
import { Measure, value, type Value } from "./sorts.ts";
import { Decimal, Key, Ref } from "./text.ts";

export const COMBINE_SCORES = ["mean", "trimmed-mean", "median", "sum"] as const;
/** How several experts' scores become one. */
export type CombineScores = (typeof COMBINE_SCORES)[number];
export const COMBINE_VERDICTS = ["all", "two-thirds", "majority", "any"] as const;
/** How several experts' yes and no become one; two thirds are reached with just as many. */
export type CombineVerdicts = (typeof COMBINE_VERDICTS)[number];

export interface VerdictYield {
  kind: "verdict";
  about?: Key[];
  combine?: Value<CombineVerdicts>;
}
/**
 * A score: a panel's on a sheet, or `of` a measure, for example a blend of the scores of earlier stages. `result.score`
 * is the score that stands when the grade is given.
 */
export interface ScoreYield {
  kind: "score";
  sheet?: Value<Key>;
  combine?: Value<CombineScores>;
  of?: Measure;
}
/**
 * A place among the cases of one stage and year, the greatest `of` first, and among equals the greatest of what `then`
 * says, one after the other; separately for each value of `within`. The first `cut` places are chosen; where several
 * share the last place, it is undecided.
 */
export interface RankYield {
  kind: "rank";
  of: Measure;
  then?: { key: Key; of: Measure }[];
  within: Ref[];
  cut?: Value<Decimal>;
}
export interface GradeYield {
  kind: "grade";
  grading: Key;
}
export interface PlaceYield {
  kind: "place";
  of: "class" | "layer" | "support";
  list: Key;
}
/** What a stage brings forth. */
export type Yield = VerdictYield | ScoreYield | RankYield | GradeYield | PlaceYield;
export const Yield: z.ZodType<Yield> = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("verdict"),
    about: z.array(Key).exactOptional(),
    combine: value(z.enum(COMBINE_VERDICTS)).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("score"),
    sheet: value(Key).exactOptional(),
    combine: value(z.enum(COMBINE_SCORES)).exactOptional(),
    of: Measure.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("rank"),
    of: Measure,
    then: z
      .array(z.strictObject({ key: Key, of: Measure }))
      .min(1)
      .exactOptional(),
    within: z.array(Ref),
    cut: value(Decimal).exactOptional(),
  }),
  z.strictObject({ kind: z.literal("grade"), grading: Key }),
  z.strictObject({
    kind: z.literal("place"),
    of: z.enum(["class", "layer", "support"]),
    list: Key,
  }),
]);
