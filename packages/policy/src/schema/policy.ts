import { z } from "zod";
import { Body, Clause, PolicyDocument } from "./bodies.ts";
import { Cap } from "./caps.ts";
import { Consequence } from "./consequences.ts";
import { CalendarDate } from "./dates.ts";
import { Duty, Promotion } from "./duties.ts";
import { Form } from "./forms.ts";
import { Funding } from "./funding.ts";
import { Grading } from "./gradings.ts";
import { NamedCondition, NamedMeasure } from "./named.ts";
import { Name } from "./names.ts";
import { Procedure } from "./procedures.ts";
import { Register } from "./registers.ts";
import { Sheet } from "./sheets.ts";
import { value, type Value } from "./sorts.ts";
import { Key, Text } from "./text.ts";
import { CenterType, Fact, List, Word } from "./vocabulary.ts";

/** From when and until when the version holds; `public`: it was published openly. */
export interface InForce {
  from: Value<CalendarDate>;
  to?: Value<CalendarDate>;
  trial?: boolean;
  effect?: Text;
  public?: boolean;
}
export const InForce: z.ZodType<InForce> = z.strictObject({
  from: value(CalendarDate),
  to: value(CalendarDate).exactOptional(),
  trial: z.boolean().exactOptional(),
  effect: Text.exactOptional(),
  public: z.boolean().exactOptional(),
});

/** One version of a tenant's policy: the document that the engine interprets. */
export interface Policy {
  language: 1;
  kind: "policy";
  id: Key;
  version: number;
  title: Text;
  tier: Key;
  region: string;
  inForce: InForce;
  bodies: Body[];
  documents: PolicyDocument[];
  clauses: Clause[];
  words: Word[];
  lists: List[];
  facts: Fact[];
  types: CenterType[];
  conditions: NamedCondition[];
  measures: NamedMeasure[];
  caps: Cap[];
  forms: Form[];
  registers: Register[];
  sheets: Sheet[];
  gradings: Grading[];
  procedures: Procedure[];
  consequences: Consequence[];
  funding: Funding[];
  duties: Duty[];
  promotions: Promotion[];
  names: Name[];
}
export const Policy: z.ZodType<Policy> = z.strictObject({
  language: z.literal(1),
  kind: z.literal("policy"),
  id: Key,
  version: z.int().positive(),
  title: Text,
  tier: Key,
  region: z.string().min(1).max(40),
  inForce: InForce,
  bodies: z.array(Body).min(1),
  documents: z.array(PolicyDocument).min(1),
  clauses: z.array(Clause),
  words: z.array(Word),
  lists: z.array(List),
  facts: z.array(Fact),
  types: z.array(CenterType).min(1),
  conditions: z.array(NamedCondition),
  measures: z.array(NamedMeasure),
  caps: z.array(Cap),
  forms: z.array(Form),
  registers: z.array(Register),
  sheets: z.array(Sheet),
  gradings: z.array(Grading),
  procedures: z.array(Procedure),
  consequences: z.array(Consequence),
  funding: z.array(Funding),
  duties: z.array(Duty),
  promotions: z.array(Promotion),
  names: z.array(Name),
});
