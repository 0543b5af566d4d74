// From what the database hands over to what the domain decides with.
import { type Entered, type Loaded, type LoadRequest, type Scope, uuidv7 } from "@yichuang/db";
import {
  dayOf,
  emptyInstitution,
  emptyTenant,
  type Env,
  type Facts,
  type Hat,
  type Holidays,
  type InstitutionFacts,
  type PolicySet,
  reachesAbove,
  reachesBranches,
  type RootFacts,
} from "@yichuang/domain";
import { policySetOf } from "../policies.ts";

export interface StageSet {
  policies: PolicySet;
  facts: Facts;
  env: Env;
}

const present = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;

export async function setStage(scope: Scope, who: Entered, loaded: Loaded): Promise<StageSet> {
  const { now, ...hat } = who;
  const policies = await policySetOf(scope, loaded, {
    tenant: who.tenant,
    today: dayOf(now),
    own: who.party === who.tenant,
  });
  return {
    policies,
    facts: factsOf(loaded),
    env: { now, hat, ids: () => uuidv7(), holidays: holidaysOf(loaded) },
  };
}

/** What else must be loaded where a policy lets an act reach the centers above or under those it is about. */
export function reachOf(policies: PolicySet, { host }: Loaded): Partial<LoadRequest> | undefined {
  const above = reachesAbove(policies);
  const branches = reachesBranches(policies);
  if (!above && !branches) return undefined;
  return {
    ...(above ? { above } : {}),
    ...(branches ? { branches } : {}),
    ...(host === null ? {} : { party: host.party }),
  };
}

const OF_AN_INSTITUTION: readonly Hat["role"][] = ["institution-manager", "center-director", "contact"];

/** Whether an institution stands in its own space, where it keeps its ledger. */
export const isOwnSpace = ({ role, party, tenant }: Pick<Hat, "role" | "party" | "tenant">): boolean =>
  party === tenant && OF_AN_INSTITUTION.includes(role);

function factsOf(loaded: Loaded): Facts {
  const roots: RootFacts[] = loaded.roots.map((root) => root.facts).filter(present);
  const institution = roots.find((root) => root.kind === "institution") ?? institutionOf(loaded);
  return {
    tenant: loaded.tenant.facts ?? emptyTenant(loaded.tenant.id),
    centers: roots.filter((root) => root.kind === "center"),
    sets: loaded.sets,
    ...(loaded.claimable === undefined ? {} : { claimable: loaded.claimable }),
    parents: loaded.parents,
    parties: loaded.parties,
    ...loaded.dispatches,
    seats: loaded.seats,
    ...(present(institution) ? { institution } : {}),
    ...(loaded.host === null ? {} : { host: loaded.host }),
  };
}

/** The institution that acts or is acted upon; one without any event yet is there all the same. */
function institutionOf({ institution, host }: Loaded): InstitutionFacts | undefined {
  if (institution === null) return undefined;
  if (institution.facts !== null) return institution.facts;
  return host === null ? undefined : emptyInstitution(institution.id, host);
}

function holidaysOf(loaded: Loaded): Holidays {
  const holidays: Holidays = {};
  for (const { year, day, kind } of loaded.holidays) {
    const table = (holidays[year] ??= { off: [], work: [] });
    table[kind].push(day);
  }
  return holidays;
}
