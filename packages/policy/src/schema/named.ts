import { z } from "zod";
import { head, type Head } from "./head.ts";
import { Condition, Measure } from "./sorts.ts";
import { Key } from "./text.ts";

const CONDITION_SUBJECTS = ["host", "person", "team", "center", "application", "network"] as const;

/** A condition with a name and one force; `for` lists the types that it binds. */
export interface NamedCondition extends Head {
  for: Key[];
  of: (typeof CONDITION_SUBJECTS)[number];
  test: Condition;
}
export const NamedCondition: z.ZodType<NamedCondition> = z.strictObject({
  ...head,
  for: z.array(Key).min(1),
  of: z.enum(CONDITION_SUBJECTS),
  test: Condition,
});

const MEASURE_SUBJECTS = ["host", "person", "center", "field", "region", "tenant"] as const;

/** A figure for boards and reports. */
export interface NamedMeasure extends Head {
  of: (typeof MEASURE_SUBJECTS)[number];
  unit: string;
  every?: "year" | "always";
  is: Measure;
}
export const NamedMeasure: z.ZodType<NamedMeasure> = z.strictObject({
  ...head,
  of: z.enum(MEASURE_SUBJECTS),
  unit: z.string().max(40),
  every: z.enum(["year", "always"]).exactOptional(),
  is: Measure,
});
