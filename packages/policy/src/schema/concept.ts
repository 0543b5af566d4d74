import { z } from "zod";
import { MEANINGS, STANDINGS } from "./states.ts";

const ACTS = [
  "act.apply", "act.designate", "act.decide", "act.publish", "act.report", "act.accept",
  "act.evaluate", "act.rectify", "act.revoke", "act.inspect", "act.recommend", "act.announce",
  "act.support", "act.file",
] as const;
const TIERS = ["tier.national", "tier.provincial", "tier.municipal", "tier.district"] as const;
const NOUNS = [
  "center", "institution", "authority", "application", "term", "report", "self-assessment",
  "acceptance", "sheet", "duty-check", "rectification", "designation",
] as const;

const FIXED = new Set<string>([
  ...STANDINGS.map((standing) => `standing.${standing}`),
  ...MEANINGS.map((meaning) => `grade.${meaning}`),
  ...ACTS,
  ...TIERS,
  ...NOUNS,
]);

/** The concepts that have a word on every tenant's screens. */
export const CONCEPTS: readonly string[] = [...FIXED];

/**
 * A concept of the platform: a member of `CONCEPTS`, or `indicator.<key>` for the words that a
 * tenant uses for one of its own indicators.
 */
export type Concept = string;
export const Concept: z.ZodType<Concept> = z
  .string()
  .max(100)
  .refine(
    (text) => FIXED.has(text) || /^indicator\.[a-z0-9]+(-[a-z0-9]+)*$/.test(text),
    "not a concept of the platform; use standing.*, grade.*, act.*, tier.*, indicator.* or one of the listed nouns",
  );
