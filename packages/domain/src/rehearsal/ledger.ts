import type { Action } from "../contract/actions.ts";
import type { Uuid } from "../contract/basics.ts";
import type { Decision, Env, PolicySet } from "../contract/decision.ts";
import type { DomainEvent, HostFacts } from "../contract/events.ts";
import type { CenterFacts, Claimable, Facts, InstitutionFacts, TenantFacts } from "../contract/facts.ts";
import type { KnownParty } from "../contract/links.ts";
import { decide } from "../acts/decide.ts";
import { emptyInstitution, emptyTenant } from "../history/begin.ts";
import { claimRows } from "../projection/rows-of-registers.ts";
import { parentFacts } from "../network/parent-facts.ts";
import { sharedRecords } from "../network/shared-records.ts";
import { foldInto, placeEvents, whoOf } from "../history/place-events.ts";

/** An institution of a tenant: its root and what the registry says of it. */
export interface Registered {
  institution: Uuid;
  host: HostFacts;
}

/** A whole tenant in memory: every root, and the events that made it. For scenarios, rehearsals and tests. */
export interface Ledger {
  policies: PolicySet;
  registry: readonly Registered[];
  /** who is known beside the institutions */
  others?: readonly KnownParty[];
  tenant: TenantFacts;
  centers: readonly CenterFacts[];
  institutions: readonly InstitutionFacts[];
  events: readonly DomainEvent[];
}

export const emptyLedger = (policies: PolicySet, tenant: Uuid, registry: readonly Registered[]): Ledger => ({
  policies,
  registry,
  tenant: emptyTenant(tenant),
  centers: [],
  institutions: registry.map(({ institution, host }) => emptyInstitution(institution, host)),
  events: [],
});

/** The facts that a hat decides with: all centers, and the institution that acts or is acted upon. */
export function factsFor(ledger: Ledger, hat: Env["hat"], about?: Uuid): Facts {
  const named = ledger.institutions.find(
    (institution) => institution.id === about || institution.cases.some((kase) => kase.id === about),
  );
  const own = ledger.institutions.find((institution) => institution.host.party === hat.party);
  const institution = named ?? own;
  const centers = [...ledger.centers];
  return {
    tenant: ledger.tenant,
    centers,
    ...(institution === undefined ? {} : { institution, host: institution.host }),
    sets: sharedRecords(ledger.policies, centers),
    parents: centers.map(parentFacts),
    parties: [
      ...ledger.registry.map(({ host }) => ({
        space: host.party,
        name: host.name,
        uscc: host.uscc,
        kind: host.kind ?? "institution",
        host,
        ...(host.grade === undefined ? {} : { grade: host.grade }),
        ...(host.region === undefined ? {} : { region: host.region }),
      })),
      ...(ledger.others ?? []),
    ],
    claimable: claimableOf(ledger, hat.party),
  };
}

/** What an institution may claim: its own entries and the tenant's, with who claimed the same before. */
export function claimableOf(ledger: Ledger, party: number): Claimable {
  const bearers = [...ledger.centers, ...ledger.institutions];
  const own = [ledger.tenant, ...bearers.filter((root) => root.host.party === party)];
  const { tenant } = ledger.policies;
  return {
    entries: own.flatMap((root) =>
      root.entries.flatMap((entry) =>
        entry.of === undefined
          ? []
          : [{ ...entry, of: entry.of, fingerprint: entry.fingerprint ?? `entry|${entry.id}` }],
      ),
    ),
    claims: bearers
      .flatMap((root) => root.cases.flatMap((kase) => claimRows(root, kase)))
      .map(({ fingerprint, year, share, case_id, root_id }) => ({
        fingerprint,
        year,
        tenant,
        name: "主管部门",
        scope: "tenant" as const,
        ...(share === null ? {} : { share }),
        case: case_id,
        root: root_id,
      })),
  };
}

/** Asks for an act. What is decided is added to the ledger; what is refused or pending leaves it as it was. */
export function ask(ledger: Ledger, action: Action, env: Env): { ledger: Ledger; decision: Decision } {
  const facts = factsFor(ledger, env.hat, aboutOf(action));
  const decision = decide(ledger.policies, facts, { action, env });
  if (decision.kind !== "decided") return { ledger, decision };
  const placed = placeEvents(facts, decision.events, { at: env.now, who: whoOf(env) });
  const after = foldInto(facts, placed);
  const { institution } = after;
  return {
    decision,
    ledger: {
      ...ledger,
      tenant: after.tenant,
      centers: after.centers,
      institutions: ledger.institutions.map((one) => (one.id === institution?.id ? institution : one)),
      events: [...ledger.events, ...placed],
    },
  };
}

function aboutOf(action: Action): Uuid | undefined {
  if ("institution" in action && action.institution !== undefined) return action.institution;
  if ("root" in action) return action.root;
  if ("cases" in action) return action.cases[0];
  return "case" in action ? action.case : undefined;
}
