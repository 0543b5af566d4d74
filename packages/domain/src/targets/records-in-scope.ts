import type { Uuid } from "../contract/basics.ts";
import type { CenterFacts, FactRecord, InstitutionFacts, RegisterEntry } from "../contract/facts.ts";
import { recordsOf } from "../history/collections.ts";
import { claimRecord, counts, entryRecord } from "../history/register-records.ts";
import { isShared } from "../network/shared-records.ts";
import type { Bearer, Board } from "./board.ts";

type Root = CenterFacts | InstitutionFacts;

/**
 * The records of a collection that are a bearer's: a center's own and its institution's, an institution's with those
 * of its centers, a tenant's all. What dossiers claim of ledgers that lie elsewhere counts each thing once.
 */
export function recordsInScope(board: Board, bearer: Bearer, collection: string): FactRecord[] {
  const { policy, today, now, holidays, tenant, sets } = board;
  const place = { policy, today, now, holidays, tenant: { ...tenant, entries: [] }, sets };
  const handed = isShared(collection) || sets[collection] !== undefined;
  const roots = rootsOf(board, bearer);
  const histories = handed
    ? recordsOf(bearer === undefined ? place : { ...place, root: alone(bearer) }, collection)
    : roots.flatMap((root) => recordsOf({ ...place, root: alone(root) }, collection));
  return [...histories, ...entered(board, bearer, collection), ...claimed(roots, board, collection)];
}

/** The root without its entries, which are told with their titles. */
const alone = (root: Root): Root => ({ ...root, entries: [] });

/** What every bearer asks of the same board: whose a root is, and what is entered in it. */
interface Index {
  centersOf: Map<number, CenterFacts[]>;
  institutionOf: Map<number, InstitutionFacts>;
  entered: Set<Uuid>;
}
const indexes = new WeakMap<Board, Index>();

function indexOf(board: Board): Index {
  const known = indexes.get(board);
  if (known !== undefined) return known;
  const { centers, institutions, tenant } = board;
  const centersOf = new Map<number, CenterFacts[]>();
  for (const center of centers) {
    const others = centersOf.get(center.host.party);
    if (others === undefined) centersOf.set(center.host.party, [center]);
    else others.push(center);
  }
  const made = {
    centersOf,
    institutionOf: new Map(institutions.map((one) => [one.host.party, one])),
    entered: new Set(
      [tenant, ...centers, ...institutions].flatMap(({ entries }) => entries.map(({ id }) => id)),
    ),
  };
  indexes.set(board, made);
  return made;
}

function rootsOf(board: Board, bearer: Bearer): Root[] {
  if (bearer === undefined) return [...board.centers, ...board.institutions];
  if (bearer.kind === "center") return [bearer];
  return [bearer, ...(indexOf(board).centersOf.get(bearer.host.party) ?? [])];
}

/** Entries of registers, each with its title and the unit that it belongs to. */
function entered(board: Board, bearer: Bearer, collection: string): FactRecord[] {
  const { tenant, today } = board;
  const roots = rootsOf(board, bearer);
  const institution =
    bearer?.kind === "center" ? indexOf(board).institutionOf.get(bearer.host.party) : undefined;
  const own = institution === undefined ? [] : [institution];
  const record = (entry: RegisterEntry, unit?: string): FactRecord => ({
    name: entry.title,
    unit,
    ...entryRecord(entry, today),
  });
  const wanted = (entry: RegisterEntry): boolean => entry.of === collection && counts(entry);
  const ofTenant = bearer === undefined ? tenant.entries.filter(wanted).map((entry) => record(entry)) : [];
  const ofRoots = [...roots, ...own].flatMap((root) =>
    root.entries.filter(wanted).map((entry) => record(entry, root.host.name)),
  );
  return [...ofTenant, ...ofRoots];
}

function claimed(roots: readonly Root[], board: Board, collection: string): FactRecord[] {
  const { today } = board;
  const { entered: here } = indexOf(board);
  const found = new Map<string, FactRecord>();
  for (const root of roots) {
    for (const claim of root.cases.flatMap((kase) => kase.claims.flatMap((one) => one.claims))) {
      if (claim.of !== collection || here.has(claim.entry)) continue;
      found.set(claim.fingerprint, { name: claim.title, unit: root.host.name, ...claimRecord(claim, today) });
    }
  }
  return [...found.values()];
}
