import type { PolicySet } from "../contract/decision.ts";
import type { CenterFacts, FactRecord } from "../contract/facts.ts";
import { rootRecords, type SharedCollection, SHARED_COLLECTIONS } from "./root-records.ts";

/** The shared collections of whole histories: what the database keeps as rows, for those who have all in memory. */
export function sharedRecords(
  policies: PolicySet,
  centers: readonly CenterFacts[],
): { [C in SharedCollection]: FactRecord[] } {
  const sets: { [C in SharedCollection]: FactRecord[] } = {
    designations: [],
    applications: [],
    recommendations: [],
    consents: [],
    bars: [],
  };
  for (const center of centers) {
    for (const { collection, record } of rootRecords(policies, center)) sets[collection].push(record);
  }
  return sets;
}

export const isShared = (collection: string): collection is SharedCollection =>
  SHARED_COLLECTIONS.some((shared) => shared === collection);

/** What the same host holds elsewhere in the same field, as `it.also`: a record cannot look at another one. */
export function withAlso(designations: readonly FactRecord[]): FactRecord[] {
  const held = Map.groupBy(designations, placeOf);
  return designations.map((record) => {
    const place = placeOf(record);
    const here = place === undefined ? undefined : held.get(place);
    const others = here?.filter((one) => one !== record) ?? [];
    const also = [...new Set(others.flatMap((one) => [one["tier"], one["type"]]))].filter(
      (word) => typeof word === "string",
    );
    return also.length === 0 || record["also"] !== undefined ? record : { ...record, also };
  });
}

const placeOf = ({ host, field }: FactRecord): string | undefined =>
  typeof host === "string" && typeof field === "string" ? `${host}\n${field}` : undefined;
