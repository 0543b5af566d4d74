import { z } from "zod";
import { Actor } from "./actor.ts";
import { Change } from "./changes.ts";
import { Collection } from "./collection.ts";
import { head, type Head } from "./head.ts";
import { Condition, Measure, Period, value, type Value } from "./sorts.ts";
import { Decimal, Key, Text } from "./text.ts";

/** Points given by a person. */
export interface JudgedPoints {
  kind: "judged";
  by: Actor;
}
const JudgedPoints: z.ZodType<JudgedPoints> = z.strictObject({
  kind: z.literal("judged"),
  by: Actor,
});

/**
 * One indicator. `weight` is also its maximum. `slots` are the blank rows offered to the owner of
 * the level below; `more` says that the rows given are not all, so that they need not add up. `about` names the kinds of
 * achievement that an item looks at, where its points do not say so themselves.
 */
export interface Indicator extends Head {
  weight?: Value<Decimal>;
  items?: Indicator[];
  combine?: "sum" | "best";
  about?: Key[];
  slots?: number;
  more?: boolean;
  points?: JudgedPoints | Measure;
  gate?: Condition;
  floor?: Value<Decimal>;
  overflow?: Value<"lost" | "bonus">;
  bonus?: boolean;
  evidence?: { kinds?: Key[]; lacking: Value<"zero" | "accepted"> };
  absent?: Value<"share-out" | "zero" | "block">;
  period?: Value<Period>;
  unit?: string;
}
export const Indicator: z.ZodType<Indicator> = z.lazy(() =>
  z.strictObject({
    ...head,
    weight: value(Decimal).exactOptional(),
    items: z.array(Indicator).exactOptional(),
    combine: z.enum(["sum", "best"]).exactOptional(),
    about: z.array(Key).exactOptional(),
    slots: z.int().min(0).max(200).exactOptional(),
    more: z.boolean().exactOptional(),
    points: z.union([JudgedPoints, Measure]).exactOptional(),
    gate: Condition.exactOptional(),
    floor: value(Decimal).exactOptional(),
    overflow: value(z.enum(["lost", "bonus"])).exactOptional(),
    bonus: z.boolean().exactOptional(),
    evidence: z
      .strictObject({
        kinds: z.array(Key).exactOptional(),
        lacking: value(z.enum(["zero", "accepted"])),
      })
      .exactOptional(),
    absent: value(z.enum(["share-out", "zero", "block"])).exactOptional(),
    period: value(Period).exactOptional(),
    unit: z.string().max(40).exactOptional(),
  }),
);

/** Whose hand writes a level of the tree, and whether its rows carry weights. */
export interface SheetLevel {
  key: Key;
  label?: Text;
  owner: "authority" | "applicant" | "parent-center";
  weights: "required" | "optional" | "none";
}
const SheetLevel: z.ZodType<SheetLevel> = z.strictObject({
  key: Key,
  label: Text.exactOptional(),
  owner: z.enum(["authority", "applicant", "parent-center"]),
  weights: z.enum(["required", "optional", "none"]),
});

export interface SheetVariant extends Head {
  when: Condition;
  changes: Change[];
}
const SheetVariant: z.ZodType<SheetVariant> = z.strictObject({
  ...head,
  when: Condition,
  changes: z.array(Change).min(1),
});

/** Kinds of achievement that may not weigh most, for example papers where they are not to be the main basis. */
export interface Minor {
  kinds: Key[];
  because?: Key[];
}
const Minor: z.ZodType<Minor> = z.strictObject({
  kinds: z.array(Key).min(1),
  because: z.array(Key).exactOptional(),
});

/** An indicator tree. Rounding happens once, at its end; comparisons use the unrounded total. */
export interface Sheet extends Head {
  for: Key[];
  total: Value<Decimal>;
  unit: "percent" | "points";
  levels: SheetLevel[];
  items: Indicator[];
  more?: boolean;
  period?: Value<Period>;
  counts?: { key: Key; of: Collection; where: Condition }[];
  minor?: Minor;
  rounding?: { places: number; mode: "half-up" | "down" };
  variants?: SheetVariant[];
}
export const Sheet: z.ZodType<Sheet> = z.strictObject({
  ...head,
  for: z.array(Key).min(1),
  total: value(Decimal),
  unit: z.enum(["percent", "points"]),
  levels: z.array(SheetLevel).min(1),
  items: z.array(Indicator).min(1),
  more: z.boolean().exactOptional(),
  period: value(Period).exactOptional(),
  counts: z.array(z.strictObject({ key: Key, of: Collection, where: Condition })).exactOptional(),
  minor: Minor.exactOptional(),
  rounding: z
    .strictObject({ places: z.int().min(0).max(4), mode: z.enum(["half-up", "down"]) })
    .exactOptional(),
  variants: z.array(SheetVariant).exactOptional(),
});
