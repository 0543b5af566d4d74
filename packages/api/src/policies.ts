// Policies by hash: immutable once published, so a server keeps them for ever.
import { findPolicy, type Loaded, pinOf, type Scope } from "@yichuang/db";
import type { CalendarDate, PolicySet } from "@yichuang/domain";
import type { Policy } from "@yichuang/policy";
import { ledgerPolicy } from "@yichuang/policy/ledger";
import { notFound } from "./app-error.ts";

const known = new Map<string, Policy>();

/** A version by its hash. */
export async function getPolicy(scope: Scope, hash: string): Promise<Policy> {
  const cached = known.get(hash);
  if (cached !== undefined) return cached;
  const { policy } = await scope.read({ policy: findPolicy(hash) });
  if (policy === null) throw notFound();
  known.set(hash, policy);
  return policy;
}

type Adoption = Loaded["adoptions"][number];

/** The version in force on a day; before the first one, the first. */
function adoptionOn(adoptions: readonly Adoption[], day: CalendarDate): Adoption {
  const inForce = adoptions.filter(({ from, to }) => from <= day && (to === null || day <= to));
  const adoption = inForce.at(-1) ?? adoptions[0];
  if (adoption === undefined) throw notFound();
  return adoption;
}

/** The policies that a decision may need: the one in force, and those that the loaded cases are pinned to. */
export async function policySetOf(
  scope: Scope,
  loaded: Loaded,
  at: { tenant: number; today: CalendarDate; own?: boolean },
): Promise<PolicySet> {
  if (at.own === true && loaded.adoptions.length === 0) return ledgerSet(at.tenant);
  const adoption = adoptionOn(loaded.adoptions, at.today);
  const pinned = loaded.roots.flatMap(({ facts }) =>
    facts === null || facts.kind === "tenant" ? [] : facts.cases.map((kase) => kase.pin.hash),
  );
  const own = (loaded.institution?.facts?.cases ?? []).map((kase) => kase.pin.hash);
  const ofYears = loaded.calls.filter(
    ({ policy, version }) => policy === adoption.policy && version === adoption.version,
  );
  const hashes = [...new Set([adoption.hash, ...ofYears.map(({ hash }) => hash), ...pinned, ...own])];
  const entries = await Promise.all(
    hashes.map(async (hash) => [hash, await getPolicy(scope, hash)] as const),
  );
  const byHash = Object.fromEntries(entries);
  const policy = await getPolicy(scope, adoption.hash);
  return {
    tenant: at.tenant,
    current: { pin: { policy: adoption.policy, version: adoption.version, hash: adoption.hash }, policy },
    byHash,
    calls: await Promise.all(
      ofYears.map(async ({ year, call, hash }) => ({
        year,
        pin: { policy: adoption.policy, version: adoption.version, hash, call },
        policy: await getPolicy(scope, hash),
      })),
    ),
  };
}

/**
 * A space that runs no policy: the platform says what the ledger of an institution holds. An authority without a policy
 * acts under the same document, which lets it answer what comes in and no more.
 */
function ledgerSet(tenant: number): PolicySet {
  const policy = ledgerPolicy();
  return { tenant, current: { pin: pinOf(policy), policy }, byHash: {} };
}
