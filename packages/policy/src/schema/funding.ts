import { z } from "zod";
import { Actor } from "./actor.ts";
import { head, type Head } from "./head.ts";
import { Condition, Measure, value, type Value } from "./sorts.ts";
import { Decimal, Key } from "./text.ts";

export interface Payer {
  key: Key;
  actor: Actor;
  share?: Value<Decimal>;
}
const Payer: z.ZodType<Payer> = z.strictObject({
  key: Key,
  actor: Actor,
  share: value(Decimal).exactOptional(),
});

/** Money that a policy gives. `CNY-10k` is 万元. */
export interface Funding extends Head {
  for: Key[];
  amount: Measure;
  currency: "CNY" | "CNY-10k";
  most?: Value<Decimal>;
  paid: "once" | "yearly" | "by-term" | "by-grade" | "by-decision";
  years?: Value<Decimal>;
  payers: Payer[];
  when?: Condition;
}
export const Funding: z.ZodType<Funding> = z.strictObject({
  ...head,
  for: z.array(Key).min(1),
  amount: Measure,
  currency: z.enum(["CNY", "CNY-10k"]),
  most: value(Decimal).exactOptional(),
  paid: z.enum(["once", "yearly", "by-term", "by-grade", "by-decision"]),
  years: value(Decimal).exactOptional(),
  payers: z.array(Payer).min(1),
  when: Condition.exactOptional(),
});
