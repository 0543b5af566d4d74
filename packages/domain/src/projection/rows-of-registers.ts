import type { SpaceId } from "../contract/basics.ts";
import type {
  CaseFacts,
  CenterFacts,
  InstitutionFacts,
  RegisterEntry,
  RootFacts,
} from "../contract/facts.ts";
import type { ClaimRow, RegisterEntryRow } from "../contract/rows.ts";

/** The entries that a root bears; one that everybody may read does without what is personal. */
export function entryRows(root: RootFacts, tenant: SpaceId): RegisterEntryRow[] {
  const party = root.kind === "tenant" ? tenant : root.host.party;
  return root.entries.map((entry) => ({
    root_id: root.id,
    entry_id: entry.id,
    root_kind: root.kind,
    party_id: party,
    register_key: entry.register,
    collection: entry.of ?? null,
    title: entry.title,
    answers: entry.open ? entry.answers : { ...entry.answers, ...entry.personal },
    attributes: entry.attributes,
    fingerprint: markOf(entry),
    state: entry.state,
    awaits: entry.awaits,
    open_to_all: entry.open,
    recorded_on: entry.on,
    recorded_by: entry.by?.name ?? null,
    changed_on: entry.changedOn,
    ruled_on: (entry.struck ?? entry.verified)?.on ?? null,
    ruled_by: (entry.struck ?? entry.verified)?.by ?? null,
    reason: entry.struck?.reason ?? entry.verified?.opinion ?? null,
  }));
}

/** What makes an entry the same as another; where nothing does, the entry itself. */
const markOf = ({ fingerprint, id }: RegisterEntry): string => fingerprint ?? `entry|${id}`;

/** What a case claims; what was taken back is claimed no longer. */
export function claimRows(root: CenterFacts | InstitutionFacts, kase: CaseFacts): ClaimRow[] {
  if (kase.state === "withdrawn") return [];
  const claims = kase.claims.flatMap(({ stage, claims: made }) => made.map((claim) => ({ stage, claim })));
  const each = new Map(claims.map((one) => [one.claim.fingerprint, one]));
  return [...each.values()].map(({ stage, claim }) => ({
    fingerprint: claim.fingerprint,
    case_id: kase.id,
    party_id: root.host.party,
    root_id: root.id,
    stage_key: stage,
    procedure_key: kase.procedure,
    year: kase.year,
    register_key: claim.register,
    entry_id: claim.entry,
    collection: claim.of,
    title: claim.title,
    share: claim.share ?? null,
    claimed_before: claim.earlier.length > 0,
  }));
}
