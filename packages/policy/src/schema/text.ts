import { z } from "zod";

/** Identity of a node inside its list: kebab-case, never shown, never reused. */
export type Key = string;
export const Key: z.ZodType<Key> = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "fault:key");

/** Words for people, in both languages. */
export interface Text {
  zh: string;
  en: string;
}
export const Text: z.ZodType<Text> = z.strictObject({
  zh: z.string().min(1).max(4000),
  en: z.string().min(1).max(4000),
});

/** `it` is the record in scope; inside a tally within a tally `that` is the record of the outer one. */
const SUBJECTS =
  "host|director|person|team|center|parent|application|case|call|channel|field|region|tenant|stage|appealed|result|it|that";
const REF = new RegExp(`^(today|(${SUBJECTS})(\\.[a-z0-9]+(-[a-z0-9]+)*){1,2})$`);

/**
 * The name of a fact: `subject.attribute`, `stage.<key>.<attribute>`, `application.<form>.<field>`
 * or `today`. A name is resolved by lint and never parsed as an expression.
 */
export type Ref = string;
export const Ref: z.ZodType<Ref> = z.string().max(160).regex(REF, "fault:reference");

/** How strong a node's words are: 须 / 原则上 / 优先 / 力争. A node without force is mandatory. */
export type Force = (typeof FORCES)[number];
export const FORCES = ["mandatory", "in-principle", "preference", "aspiration"] as const;
export const Force: z.ZodType<Force> = z.enum(FORCES);

/** What an overlay may change below a node; inherited downward and only ever narrower. */
export type Lock = (typeof LOCKS)[number];
export const LOCKS = ["fixed", "labels", "values", "free"] as const;
export const Lock: z.ZodType<Lock> = z.enum(LOCKS);

/** A plain value that a fact or an answer can hold. */
export type Scalar = number | string | boolean;

/** A number with at most four decimal places. */
export type Decimal = number;
export const Decimal: z.ZodType<Decimal> = z
  .number()
  .refine((n) => Math.abs(n) < 1e12 && Number(n.toFixed(4)) === n, "fault:decimal");

export const Scalar: z.ZodType<Scalar> = z.union([Decimal, z.string().max(4000), z.boolean()]);
