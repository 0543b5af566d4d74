import { z } from "zod";
import { Actor } from "./actor.ts";
import { head, type Head } from "./head.ts";
import { Condition, Duration, value, Window, type Value } from "./sorts.ts";
import { Stage } from "./stages.ts";
import { Key } from "./text.ts";

export const PURPOSES = [
  "entry",
  "report",
  "evaluation",
  "rectification",
  "inspection",
  "change",
  "recommendation",
  "filing",
  "regrouping",
  "appeal",
] as const;
/** What a procedure is for; instruments are report, evaluation, rectification, inspection, regrouping. */
export type Purpose = (typeof PURPOSES)[number];

/**
 * Who opens a case of the procedure, about whom, when, and how often. `every: cycle` comes round each `cycle` after the
 * designation; `center.cycle-ended-on` is the end of the cycle that ends in the year of the case.
 */
export interface Starts {
  by: Actor;
  who?: Condition;
  when: Value<Window>;
  every: "call" | "year" | "once" | "request" | "cycle";
  cycle?: Value<Duration>;
}

/** One life cycle of a policy. One run of it is a case. */
export interface Procedure extends Head {
  for: Key[];
  purpose: Purpose;
  over: "application" | "center" | "institution" | "tenant";
  starts: Starts;
  stages: Stage[];
}
export const Procedure: z.ZodType<Procedure> = z.strictObject({
  ...head,
  for: z.array(Key).min(1),
  purpose: z.enum(PURPOSES),
  over: z.enum(["application", "center", "institution", "tenant"]),
  starts: z.strictObject({
    by: Actor,
    who: Condition.exactOptional(),
    when: value(Window),
    every: z.enum(["call", "year", "once", "request", "cycle"]),
    cycle: value(Duration).exactOptional(),
  }),
  stages: z.array(Stage).min(1),
});
