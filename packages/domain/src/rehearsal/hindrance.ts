import type { ViolationCode } from "@yichuang/policy";
import type { Violation } from "../contract/verdict.ts";

/** What only says that something was done, or that its turn is still to come, holds nobody up. */
const NO_HINDRANCE = new Set<ViolationCode>([
  "already-done",
  "entered-already",
  "nothing-to-act-on",
  "not-assigned",
  "not-your-case",
  "not-your-role",
  "someone-opened-it",
  "stage-done",
  "stage-not-reached",
  "wrong-state",
]);
/** What follows from being held up: it never hides the reason for it. */
const FOLLOWS = new Set<ViolationCode>([
  // what cannot be decided alone is not yet ready to be decided together
  "in-cohort",
  "late-refused",
  "signature-missing",
  "term-not-ended",
  "window-closed",
  "window-not-open",
]);

/** Why something could not be done, as far as it tells more than what is known before. */
export function tellingReasons(
  violations: readonly Violation[],
  before: readonly Violation[] | undefined,
): Violation[] {
  const telling = violations.filter(({ code }) => !NO_HINDRANCE.has(code));
  const reasons = telling.filter(({ code }) => !FOLLOWS.has(code));
  return reasons.length > 0 || before !== undefined ? reasons : telling;
}
