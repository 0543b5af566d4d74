import { z } from "zod";

export const EVENT_KINDS = [
  // entry
  "opened",
  "submitted",
  "returned",
  "withdrawn",
  "signed",
  "recommended",
  "case-recommended",
  "closed",
  // review
  "assigned",
  "checked",
  "recused",
  "judged",
  "scored",
  "met",
  "meeting-held",
  "consented",
  "consent-ended",
  "concluded",
  "ranked",
  "proposed",
  "decided",
  // public
  "publicized",
  "publicity-ended",
  "objected",
  "objection-settled",
  "issued",
  "filed",
  "acknowledged",
  // life
  "designated",
  "term-started",
  "term-ended",
  "run-started",
  "run-ended",
  "standing-changed",
  "linked",
  "unlinked",
  "changed",
  // result
  "reported",
  "graded",
  "grade-adjusted",
  "placed",
  "missed",
  "applied-consequence",
  "appealed",
  // registers
  "recorded",
  "amended",
  "verified",
  "struck",
  "claimed",
  // supervision
  "urged",
  "inspected",
  "found",
  "cleared",
  "duty-judged",
  // sanction
  "barred",
  "bar-ended",
  "name-suspended",
  "name-restored",
  "suspension-ended",
  "finished",
  // money
  "funded",
  "withheld",
  "reclaimed",
  // policy
  "waived",
  "waiver-ended",
  "settled",
  "extended",
] as const;
/** What can happen to a case or a center. Closed: a case is its history of these. */
export type EventKind = (typeof EVENT_KINDS)[number];
export const EventKind: z.ZodType<EventKind> = z.enum(EVENT_KINDS);
