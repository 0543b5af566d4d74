import type { Goal } from "../contract/events.ts";
import type { CenterFacts, FactRecord } from "../contract/facts.ts";
import type { FactPlace } from "./fact-place.ts";
import { fromRegisters } from "./register-records.ts";

/** The records of a collection: what histories hold, what is handed in, and what registers or a case's claims add. */
export function recordsOf(place: FactPlace, collection: string): FactRecord[] {
  return [...fromHistory(place, collection), ...fromRegisters(place, collection)];
}

function fromHistory(place: FactPlace, collection: string): FactRecord[] {
  const handed = place.sets?.[collection];
  if (handed !== undefined) return handed;
  const { root } = place;
  if (collection === "reports") return (root?.reports ?? []).map(reportRecord);
  if (root?.kind !== "center") return [];
  if (collection === "evaluations") return root.evaluations.map(evaluationRecord);
  if (collection === "findings") return openFindings(root);
  if (collection === "goals") return root.goals.map(goalRecord);
  if (collection === "changes") return root.changes.flatMap(changeRecords);
  return [];
}

/** What was changed by decision stays in sight, one record per value (policy-language I). */
const changeRecords = ({ on, changes }: CenterFacts["changes"][number]): FactRecord[] =>
  changes.map(({ ref }) => ({ kind: ref, on }));

const reportRecord = (report: CenterFacts["reports"][number]): FactRecord => ({
  procedure: report.procedure,
  year: report.year,
  on: report.on,
  accepted: true,
});

const evaluationRecord = (evaluation: CenterFacts["evaluations"][number]): FactRecord => ({
  procedure: evaluation.procedure,
  score: evaluation.score,
  grade: evaluation.grade,
  means: evaluation.means,
  on: evaluation.on,
});

/** A finding that was cleared leaves the collection (policy-model 4). */
const openFindings = (center: CenterFacts): FactRecord[] =>
  center.findings
    .filter((finding) => finding.cleared === undefined)
    .map((finding) => ({ text: finding.text, on: finding.on, due: finding.due, host: center.host.uscc }));

export const goalRecord = (goal: Goal): FactRecord => ({
  text: goal.text,
  target: goal.target,
  due: goal.due,
  met: goal.met,
});
