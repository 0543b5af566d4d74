import type { PolicySet } from "../contract/decision.ts";
import type { CaseFacts, CenterFacts, Filing, TenantFacts } from "../contract/facts.ts";
import type { Link } from "../contract/links.ts";
import type { DispatchAnswerRow, DispatchRow } from "../contract/rows.ts";
import { openLinks } from "../history/network-events.ts";
import { handedUp, recommendationKey } from "../network/handed-up.ts";

/** What a center hands to other spaces: recommendations upward, filings, and word to the center that it comes from. */
export const dispatchRows = (policies: PolicySet, center: CenterFacts): DispatchRow[] => [
  ...recommendationRows(center),
  ...center.cases.flatMap((kase) => kase.filings.flatMap((filing) => filingRows(center, kase, filing))),
  ...lineageRows(policies, center),
];

type Kept = Pick<DispatchRow, "root_id" | "party_id" | "promotion_key" | "case_id" | "acknowledged_on">;

const kept = (center: CenterFacts): Kept => ({
  root_id: center.id,
  party_id: center.host.party,
  promotion_key: null,
  case_id: null,
  acknowledged_on: null,
});

function recommendationRows(center: CenterFacts): DispatchRow[] {
  return center.recommendations.flatMap((one, at, all) => {
    if (one.addressee === undefined || one.handed === undefined) return [];
    const nth = all.slice(0, at).filter(({ promotion }) => promotion === one.promotion).length + 1;
    return [
      {
        ...kept(center),
        dispatch_key: recommendationKey(one.promotion, nth),
        to_space: one.addressee.space,
        kind: "recommendation" as const,
        promotion_key: one.promotion,
        title: one.to,
        words: one.opinion,
        on_day: one.on,
        body: one.handed,
      },
    ];
  });
}

/** One for each addressee that has a space; who has none stands as named in the case. */
function filingRows(center: CenterFacts, kase: CaseFacts, filing: Filing): DispatchRow[] {
  const { stage, to, words, on, handed, acknowledged } = filing;
  if (handed === undefined) return [];
  return to.flatMap(({ role, body }) => {
    const link = openLinks(center).find((one) => one.role === role && one.body === body);
    if (link?.space === undefined) return [];
    const answer = acknowledged.find((one) => one.to.role === role && one.to.body === body);
    return [
      {
        ...kept(center),
        dispatch_key: ["filing", kase.id, stage, role, ...(body === undefined ? [] : [body])].join(":"),
        to_space: link.space,
        kind: "filing" as const,
        case_id: kase.id,
        title: center.name,
        words,
        on_day: on,
        acknowledged_on: answer?.on ?? null,
        body: handed,
      },
    ];
  });
}

/** Once a center stands, the tenant of the center that it comes from is told, and reads what became of it. */
function lineageRows(policies: PolicySet, center: CenterFacts): DispatchRow[] {
  const { standing } = center;
  if (standing === undefined || standing === "applying" || standing === "declined") return [];
  return openLinks(center)
    .filter((link): link is Link & { tenant: number; center: string } => link.tenant !== undefined)
    .map((link) => ({
      ...kept(center),
      dispatch_key: `lineage:${link.center}`,
      to_space: link.tenant,
      kind: "lineage" as const,
      title: center.name,
      words: link.name,
      on_day: link.from,
      body: withoutDossier(handedUp(policies, center)),
    }));
}

const withoutDossier = ({ dossier: _dossier, ...body }: DispatchRow["body"]): DispatchRow["body"] => body;

/** The last word of a tenant on each dispatch that came in. */
export const answerRows = (tenant: TenantFacts): DispatchAnswerRow[] =>
  (tenant.answers ?? []).map(({ dispatch, party, outcome, words, on, by }) => ({
    to_space: dispatch.tenant,
    root_id: dispatch.root,
    dispatch_key: dispatch.key,
    party_id: party,
    outcome,
    words,
    on_day: on,
    by_name: by,
  }));
