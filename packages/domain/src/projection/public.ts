// What everybody may read: the register of centers, and what is made public before it is decided.
import { findProcedure, wordFor } from "@yichuang/policy";
import type { PolicySet } from "../contract/decision.ts";
import type { CenterFacts } from "../contract/facts.ts";
import type { PublicCenterRow, PublicNoticeRow } from "../contract/rows.ts";
import { labelOf } from "../acts/violation.ts";
import { leadOf } from "../history/lead.ts";
import { policyOfCenter, policyOfPin } from "../history/pinned-policy.ts";
import { publishedRows } from "./published.ts";

/** A line of the register for every center that is published to the network, without its grade and its score. */
export const publicCenterRows = (policies: PolicySet, center: CenterFacts): PublicCenterRow[] =>
  publishedRows(policies, center).flatMap(({ center_id, party_id, name, host_name, body, ...row }) => {
    const [first] = body.spans;
    const last = body.spans.at(-1);
    if (first === undefined || last === undefined) return [];
    const above = body.links.find(({ role, to }) => role === "parent-center" && to === undefined);
    const over = row.standing === "revoked" || row.standing === "exited";
    return [
      {
        center_id,
        party_id,
        name,
        host_name,
        type_key: row.type_key,
        type_label: body.typeLabel,
        tier: row.tier,
        field: row.field,
        place: row.place,
        standing: row.standing,
        standing_word: wordFor(policyOfCenter(policies, center), `standing.${row.standing}`).zh,
        since: body.designatedOn ?? first.from,
        until: (over ? last.from : body.termEndsOn) ?? null,
        above: above?.name ?? null,
        waivers: body.waivers.map(({ path: _path, ...waiver }) => waiver),
      },
    ];
  });

/** Every period of publicity of a center's cases; who is designated as a person is named on paper, not here. */
export function publicNoticeRows(policies: PolicySet, center: CenterFacts): PublicNoticeRow[] {
  const type = policyOfCenter(policies, center).types.find(({ key }) => key === center.type);
  if (type?.subject === "person") return [];
  return center.cases.flatMap((kase) => {
    const procedure = findProcedure(policyOfPin(policies, kase.pin), kase.procedure);
    const latest = new Map(kase.publicities.map((one) => [one.stage, one]));
    return [...latest.values()].map(({ stage, where, from, endsOn, over }) => ({
      case_id: kase.id,
      stage_key: stage,
      party_id: center.host.party,
      name: center.name,
      host_name: leadOf(center).name,
      matter: procedure === undefined ? kase.procedure : labelOf(procedure).zh,
      place: where,
      from_day: from,
      ends_on: endsOn,
      over,
    }));
  });
}
