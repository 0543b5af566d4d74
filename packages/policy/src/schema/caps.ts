import { z } from "zod";
import { head, type Head } from "./head.ts";
import { Condition, value, type Value } from "./sorts.ts";
import { Decimal, Key, Ref } from "./text.ts";

/** Among the records that agree with the candidate on every `per`, no more than `most`. */
export interface Cap extends Head {
  for: Key[];
  counts: "designations" | "applications" | "recommendations";
  where?: Condition;
  per: Ref[];
  distinct?: Value<Ref | "case">;
  most: Value<Decimal>;
}
export const Cap: z.ZodType<Cap> = z.strictObject({
  ...head,
  for: z.array(Key).min(1),
  counts: z.enum(["designations", "applications", "recommendations"]),
  where: Condition.exactOptional(),
  per: z.array(Ref),
  distinct: value<Ref | "case">(z.union([z.literal("case"), Ref])).exactOptional(),
  most: value(Decimal),
});
