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

const isOf = (root: Root, party: number): boolean => root.host.party === party;

function rootsOf({ centers, institutions }: Board, bearer: Bearer): Root[] {
  if (bearer === undefined) return [...centers, ...institutions];
  if (bearer.kind === "center") return [bearer];
  return [bearer, ...centers.filter((center) => isOf(center, bearer.host.party))];
}

/** Entries of registers, each with its title and the unit that it belongs to. */
function entered(board: Board, bearer: Bearer, collection: string): FactRecord[] {
  const { institutions, tenant, today } = board;
  const roots = rootsOf(board, bearer);
  const own = bearer?.kind === "center" ? institutions.filter((one) => isOf(one, bearer.host.party)) : [];
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
  const { centers, institutions, tenant, today } = board;
  const here = new Set(
    [tenant, ...centers, ...institutions].flatMap((root) => root.entries.map(({ id }) => id)),
  );
  const found = new Map<string, FactRecord>();
  for (const root of roots) {
    for (const claim of root.cases.flatMap((kase) => kase.claims.flatMap((one) => one.claims))) {
      if (claim.of !== collection || here.has(claim.entry)) continue;
      found.set(claim.fingerprint, { name: claim.title, unit: root.host.name, ...claimRecord(claim, today) });
    }
  }
  return [...found.values()];
}
