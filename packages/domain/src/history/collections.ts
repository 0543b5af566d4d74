import type { Goal } from "../contract/events.ts";
import type { CenterFacts, FactRecord } from "../contract/facts.ts";
import { NETWORK_ROLES } from "../contract/links.ts";
import type { SharedCollection } from "../network/root-records.ts";
import { ownRecords } from "../network/root-records.ts";
import { isShared, withAlso } from "../network/shared-records.ts";
import type { FactPlace } from "./fact-place.ts";
import { fromRegisters } from "./register-records.ts";
import { openLinks } from "./network-events.ts";

/** The records of a collection: what histories hold, what is handed in, and what registers or a case's claims add. */
export function recordsOf(place: FactPlace, collection: string): FactRecord[] {
  return [...fromHistory(place, collection), ...fromRegisters(place, collection)];
}

function fromHistory(place: FactPlace, collection: string): FactRecord[] {
  const { root } = place;
  const handed = place.sets?.[collection];
  if (handed !== undefined && isShared(collection)) return sharedOf(place, { collection, handed });
  if (handed !== undefined) return handed;
  if (collection === "reports") return (root?.reports ?? []).map(reportRecord);
  if (root?.kind !== "center") return [];
  if (collection === "evaluations") return root.evaluations.map(evaluationRecord);
  if (collection === "findings") return openFindings(root);
  if (collection === "consents" || collection === "recommendations" || collection === "bars")
    return ownRecords(place.policy, root, collection);
  if (collection === "goals") return root.goals.map(goalRecord);
  if (collection === "changes") return root.changes.flatMap(changeRecords);
  if (collection === "members") return membersOf(root);
  return [];
}

/** What was changed by decision stays in sight, one record per value (policy-language I). */
const changeRecords = ({ on, changes }: CenterFacts["changes"][number]): FactRecord[] =>
  changes.map(({ ref }) => ({ kind: ref, on }));

/** The records of all roots. A root's own are read from its history, because they may be older where they are kept. */
function sharedOf(
  { root, policy }: FactPlace,
  { collection, handed }: { collection: SharedCollection; handed: FactRecord[] },
): FactRecord[] {
  const records =
    root?.kind === "center"
      ? [...handed.filter((record) => record["root"] !== root.id), ...ownRecords(policy, root, collection)]
      : handed;
  return collection === "designations" ? withAlso(records) : records;
}

/** The network of a center: its own institution leads where nobody else does. */
function membersOf(root: CenterFacts): FactRecord[] {
  const links = openLinks(root).filter((link) => NETWORK_ROLES.some((role) => role === link.role));
  const { host } = root;
  const own = links.some((link) => link.role === "lead")
    ? []
    : [{ institution: host.uscc, name: host.name, role: "lead", grade: host.grade, tier: undefined }];
  return [
    ...own,
    ...links.map((link) => ({
      institution: link.uscc ?? link.name,
      name: link.name,
      role: link.role,
      grade: link.grade,
      tier: link.tier,
    })),
  ];
}

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
    .map((finding) => ({
      text: finding.text,
      kind: finding.kind,
      on: finding.on,
      due: finding.due,
      host: center.host.uscc,
    }));

export const goalRecord = (goal: Goal): FactRecord => ({
  text: goal.text,
  target: goal.target,
  due: goal.due,
  met: goal.met,
});
