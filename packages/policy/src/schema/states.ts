import { z } from "zod";

export const STANDINGS = [
  "applying",
  "declined",
  "cultivating",
  "building",
  "established",
  "deferred",
  "warned",
  "rectifying",
  "revoked",
  "exited",
] as const;
/** Where a center stands. The tenant's word for it comes from `words`. */
export type Standing = (typeof STANDINGS)[number];
export const Standing: z.ZodType<Standing> = z.enum(STANDINGS);
export const isStanding = (word: string): word is Standing => STANDINGS.some((standing) => standing === word);

export const CASE_STATES = [
  "draft",
  "submitted",
  "returned",
  "in-review",
  "in-publicity",
  "decided",
  "closed",
  "withdrawn",
] as const;
/** Where one run of a procedure stands. */
export type CaseState = (typeof CASE_STATES)[number];
export const CaseState: z.ZodType<CaseState> = z.enum(CASE_STATES);

export const MARKS = [
  "name-suspended",
  "barred",
  "overdue",
  "violation",
  "waived",
  "extended",
  "claimed-twice",
  "open",
] as const;
/** What stands beside a standing or a case state without replacing it. */
export type Mark = (typeof MARKS)[number];
export const Mark: z.ZodType<Mark> = z.enum(MARKS);

export const MEANINGS = ["top", "good", "pass", "weak", "fail", "deferred"] as const;
/** The common meaning of a tenant's grade word, best first. */
export type Meaning = (typeof MEANINGS)[number];
export const Meaning: z.ZodType<Meaning> = z.enum(MEANINGS);
export const isMeaning = (word: string): word is Meaning => MEANINGS.some((meaning) => meaning === word);
