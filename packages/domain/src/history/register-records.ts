import { CalendarDate } from "@yichuang/policy";
import type { Claim } from "../contract/events.ts";
import type { FactRecord, RegisterEntry } from "../contract/facts.ts";
import type { FactPlace } from "./fact-place.ts";
import { leadOf } from "./lead.ts";

/**
 * The records that registers hold. In a case that claims records of the collection they are the ones that it claims;
 * elsewhere those of the root itself and of its institution, or the tenant's own where there is no root.
 */
export function fromRegisters(place: FactPlace, collection: string): FactRecord[] {
  const claiming = (place.kase?.claims ?? []).filter(({ of }) => of.some((one) => one === collection));
  if (claiming.length > 0) {
    return claiming
      .flatMap(({ claims }) => claims.filter(({ of }) => of === collection))
      .map((claim) => claimRecord(claim, place.today));
  }
  return entriesAt(place)
    .filter((entry) => entry.of === collection && counts(entry))
    .map((entry) => entryRecord(entry, place.today));
}

/** What an entry says as a record of its collection. */
export const entryRecord = ({ attributes }: Pick<RegisterEntry, "attributes">, today: CalendarDate) =>
  recordOf(attributes, today);

function entriesAt({ root, institution, tenant }: FactPlace): RegisterEntry[] {
  if (root === undefined) return tenant?.entries ?? [];
  const own =
    root.kind === "center" && institution?.host.party === leadOf(root).party ? institution.entries : [];
  return [...root.entries, ...own];
}

/** What waits to be verified does not count, and what was struck counts no longer. */
export const counts = (entry: Pick<RegisterEntry, "state" | "awaits">): boolean =>
  entry.state === "verified" || (entry.state === "recorded" && !entry.awaits);

export const claimRecord = (
  { attributes, share }: Pick<Claim, "attributes" | "share">,
  today: CalendarDate,
) => recordOf(share === undefined ? attributes : { ...attributes, share }, today);

/** An age is kept as the day of birth, and told in full years of the day that asks. */
function recordOf(attributes: Claim["attributes"], today: CalendarDate): FactRecord {
  const born = CalendarDate.safeParse(attributes["age"]);
  return born.success ? { ...attributes, age: fullYears(born.data, today) } : attributes;
}

function fullYears(born: CalendarDate, today: CalendarDate): number {
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4));
  return today.slice(5) < born.slice(5) ? years - 1 : years;
}
