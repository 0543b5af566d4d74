import type { Mark } from "@yichuang/policy";
import type { PolicySet } from "../contract/decision.ts";
import type { CaseFacts, CenterFacts, InstitutionFacts } from "../contract/facts.ts";
import type { CaseRow, CaseStateRow, ObligationRow, SubmissionRow } from "../contract/rows.ts";
import { caseDueOn } from "../history/case-due.ts";
import { policyOfPin } from "../history/pinned-policy.ts";
import type { Asking } from "../obligations/due.ts";
import { firstOpenStageOf } from "../obligations/of-case.ts";
import { stageAsked } from "../obligations/of-stage.ts";
import type { CaseAsked } from "../obligations/place.ts";
import { caseAsked } from "../obligations/place.ts";

import { partiesOf } from "./rows-of-network.ts";

type Bearer = CenterFacts | InstitutionFacts;

export const caseRow = (root: Bearer, kase: CaseFacts): CaseRow => ({
  case_id: kase.id,
  root_kind: root.kind,
  root_id: root.id,
  party_id: root.host.party,
  parties: partiesOf(root),
  procedure_key: kase.procedure,
  purpose: kase.purpose,
  year: kase.year,
  policy_hash: kase.pin.hash,
  opened_on: kase.openedOn,
  opened_by: kase.openedBy?.user ?? null,
});

/** Where a case stands. `obligations` are those of its root, which say what of it was missed. */
export function caseStateRow(
  policies: PolicySet,
  { root, kase, obligations }: { root: Bearer; kase: CaseFacts; obligations: readonly ObligationRow[] },
): CaseStateRow {
  const asking: Asking = { root, policy: policyOfPin(policies, kase.pin), tenant: policies.tenant };
  const at = caseAsked(asking, kase);
  const stage = at === undefined || kase.state === "closed" ? undefined : firstOpenStageOf(at);
  const handedIn = kase.submissions.filter((submission) => submission.done);
  const due = at === undefined || stage === undefined ? undefined : stageAsked(at, stage).due;
  return {
    case_id: kase.id,
    party_id: root.host.party,
    parties: partiesOf(root),
    title: root.kind === "center" ? root.name : root.host.name,
    purpose: kase.purpose,
    year: kase.year,
    state: kase.state,
    stage_key: stage?.key ?? null,
    submitted_at: handedIn.at(-1)?.at ?? null,
    revision: handedIn.at(-1)?.revision ?? 0,
    score: kase.result?.score ?? null,
    grade_key: kase.result?.grade ?? null,
    due_on: due ?? null,
    marks: at === undefined ? [] : marksOf(at, obligations),
  };
}

function marksOf(at: CaseAsked, obligations: readonly ObligationRow[]): Mark[] {
  const { kase } = at;
  const marks: Mark[] = [];
  const late = obligations.some((row) => row.case_id === kase.id && row.state === "missed");
  if (late) marks.push("overdue");
  if (kase.waivers.length > 0) marks.push("waived");
  if (kase.extensions.length > 0) marks.push("extended");
  if (kase.claims.some(({ claims }) => claims.some(({ earlier }) => earlier.length > 0))) {
    marks.push("claimed-twice");
  }
  if (waitsForDeadline(at)) marks.push("open");
  return marks;
}

/** A case that a consequence started, and whose length nobody has settled yet (FL-30). */
const waitsForDeadline = ({ kase, place, world }: CaseAsked): boolean =>
  kase.startedBy !== undefined && kase.state !== "closed" && caseDueOn(place, world) === undefined;

/** Only what was handed in whole is anybody else's to read. */
export const submissionRows = (root: Bearer, kase: CaseFacts): SubmissionRow[] =>
  kase.submissions
    .filter((submission) => submission.done)
    .map((submission) => ({
      case_id: kase.id,
      stage_key: submission.stage,
      revision: submission.revision,
      party_id: root.host.party,
      // a stage that was opened again is between the institution and the authority
      parties: kase.stages[submission.stage]?.doneOn === undefined ? [] : partiesOf(root),
      answers: submission.answers,
      submitted_at: submission.at,
    }));
