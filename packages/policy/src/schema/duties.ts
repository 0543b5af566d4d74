import { z } from "zod";
import { Actor } from "./actor.ts";
import { head, type Head } from "./head.ts";
import { Condition, value, Window, type Value } from "./sorts.ts";
import { Key, Text } from "./text.ts";

/**
 * What a bearer must do or reach. A target is a duty whose `must` compares a measure. `form` is
 * the dossier in which the bearer shows it. `parts` are the targets that the text says this one is the sum of.
 */
export interface Duty extends Head {
  for?: Key[];
  bearer: "tenant" | "institution" | "center" | "host" | "joint";
  who?: Condition;
  must: Condition;
  when: Value<Window>;
  every: "year" | "once" | "always";
  form?: Key;
  parts?: Key[];
}
export const Duty: z.ZodType<Duty> = z.strictObject({
  ...head,
  for: z.array(Key).exactOptional(),
  bearer: z.enum(["tenant", "institution", "center", "host", "joint"]),
  who: Condition.exactOptional(),
  must: Condition,
  when: value(Window),
  every: z.enum(["year", "once", "always"]),
  form: Key.exactOptional(),
  parts: z.array(Key).min(2).exactOptional(),
});

/** A way up: from these types to a type of a higher tier, by whose recommendation and when. */
export interface Promotion extends Head {
  from: Key[];
  to: { tier: Key; type: Text; authority?: Text };
  by: Actor;
  when: Condition;
}
export const Promotion: z.ZodType<Promotion> = z.strictObject({
  ...head,
  from: z.array(Key).min(1),
  to: z.strictObject({ tier: Key, type: Text, authority: Text.exactOptional() }),
  by: Actor,
  when: Condition,
});
