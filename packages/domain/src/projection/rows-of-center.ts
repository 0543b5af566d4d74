import type { Mark } from "@yichuang/policy";
import type { CenterFacts } from "../contract/facts.ts";
import type { CenterRow, CenterSpanRow, CenterStateRow, FindingRow } from "../contract/rows.ts";
import { partiesOf } from "./rows-of-network.ts";
import { directorOf } from "../acts/actor.ts";

/** The identity of a center, as its first case began it. */
export function centerRows(center: CenterFacts): CenterRow[] {
  const [first] = center.cases;
  if (first === undefined) return [];
  return [
    {
      center_id: center.id,
      party_id: center.host.party,
      parties: partiesOf(center),
      type_key: center.type,
      name: center.name,
      host_name: center.host.name,
      host_uscc: center.host.uscc,
      director_name: directorOf(center)?.name ?? null,
      policy_key: first.pin.policy,
      policy_version: first.pin.version,
      policy_hash: first.pin.hash,
      began_on: first.openedOn,
      cohort_year: first.year,
    },
  ];
}

export const centerStateRows = (center: CenterFacts): CenterStateRow[] => [
  {
    center_id: center.id,
    party_id: center.host.party,
    parties: partiesOf(center),
    standing: center.standing ?? null,
    grade_key: center.grade ?? null,
    grade_means: center.means ?? null,
    score: center.score ?? null,
    term_from: center.dates["center.term-started-on"] ?? null,
    term_to: center.termEndsOn ?? center.dates["center.term-ended-on"] ?? null,
    marks: marksOf(center),
  },
];

function marksOf(center: CenterFacts): Mark[] {
  const marks: Mark[] = [];
  if (center.nameSuspended !== undefined) marks.push("name-suspended");
  if (center.bars.some((bar) => bar.ended === undefined)) marks.push("barred");
  if (center.findings.some((finding) => finding.cleared === undefined)) marks.push("violation");
  return marks;
}

export const spanRows = (center: CenterFacts): CenterSpanRow[] =>
  center.spans.map((span) => ({
    center_id: center.id,
    from_seq: span.seq,
    party_id: center.host.party,
    parties: partiesOf(center),
    from_day: span.from,
    to_day: span.to ?? null,
    standing: span.standing,
    grade_key: span.grade ?? null,
  }));

export const findingRows = (center: CenterFacts): FindingRow[] =>
  center.findings.map((finding) => ({
    center_id: center.id,
    finding_id: finding.id,
    party_id: center.host.party,
    case_id: finding.case,
    text: finding.text,
    due_on: finding.due ?? null,
    found_on: finding.on,
    cleared_on: finding.cleared?.on ?? null,
  }));
