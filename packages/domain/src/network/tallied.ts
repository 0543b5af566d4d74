// Records beyond one root that a condition counts: who decides by such a count must see what another has just added to it.
import { type Policy, walk } from "@yichuang/policy";
import { ownRecords, type SharedCollection, SHARED_COLLECTIONS } from "./root-records.ts";
import type { Changed } from "./seats.ts";

const known = new WeakMap<Policy, SharedCollection[]>();

/** The shared collections that a policy's conditions tally, themselves or by a named measure; caps have scopes of their own. */
function talliedBy(policy: Policy): SharedCollection[] {
  const before = known.get(policy);
  if (before !== undefined) return before;
  const { conditions, measures, procedures } = policy;
  const counted = new Set<unknown>();
  const asked: object[] = [{ conditions, procedures }];
  for (const part of asked) {
    for (const { node } of walk(part)) {
      // whatever else stands in an `of` is no collection
      if ("of" in node) counted.add(node.of);
      const measure = "measure" in node ? measures.find(({ key }) => key === node.measure) : undefined;
      if (measure !== undefined && !asked.includes(measure)) asked.push(measure);
    }
  }
  const found = SHARED_COLLECTIONS.filter((collection) => counted.has(collection));
  known.set(policy, found);
  return found;
}

/**
 * One scope for each collection that a condition tallies and that an act changes: of two such acts at once, the second
 * one decides anew. It orders all of them in a tenant; a rule that may be looser is better said as a cap.
 */
export const scopesTallied = (changed: readonly Changed[]): string[] =>
  changed.flatMap(({ policy, before, after }) =>
    talliedBy(policy)
      .filter((collection) => {
        const had = before === undefined ? [] : ownRecords(policy, before, collection);
        return JSON.stringify(had) !== JSON.stringify(ownRecords(policy, after, collection));
      })
      .map((collection) => `tally:${collection}`),
  );
