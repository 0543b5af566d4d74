import type { SpaceId } from "../contract/basics.ts";
import type { PolicySet } from "../contract/decision.ts";
import type { CenterFacts, FactRecord, InstitutionFacts } from "../contract/facts.ts";
import type { FactRecordRow, RootPartyRow } from "../contract/rows.ts";
import { openLinks } from "../history/network-events.ts";
import { rootRecords } from "../network/root-records.ts";

/** The spaces that are parties to a root today, beside its own institution. A former party reads nothing further. */
export function partiesOf(root: CenterFacts | InstitutionFacts): SpaceId[] {
  if (root.kind !== "center") return [];
  const spaces = openLinks(root).flatMap(({ space }) => (space === undefined ? [] : [space]));
  return [...new Set(spaces)].filter((space) => space !== root.host.party).toSorted((a, b) => a - b);
}

export const rootPartyRows = (center: CenterFacts): RootPartyRow[] =>
  center.links.flatMap(({ key, role, space, from, to }) =>
    space === undefined
      ? []
      : [
          {
            root_id: center.id,
            link_key: key,
            party_id: center.host.party,
            space_id: space,
            role,
            from_day: from,
            to_day: to ?? null,
          },
        ],
  );

/** Only what is known: a row as it is stored. */
const known = (record: FactRecord): FactRecord =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));

export const factRecordRows = (policies: PolicySet, center: CenterFacts): FactRecordRow[] =>
  rootRecords(policies, center).map(({ collection, key, record }) => ({
    root_id: center.id,
    collection,
    record_key: key,
    party_id: center.host.party,
    body: known(record),
  }));
