// From what the database hands over to what the domain decides with.
import { type Entered, type Loaded, type Scope, uuidv7 } from "@yichuang/db";
import {
  dayOf,
  emptyTenant,
  type Env,
  type Facts,
  type Holidays,
  type HostFacts,
  type PolicySet,
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
  const policies = await policySetOf(scope, loaded, { tenant: who.tenant, today: dayOf(now) });
  return {
    policies,
    facts: factsOf(loaded),
    env: { now, hat, ids: () => uuidv7(), holidays: holidaysOf(loaded) },
  };
}

function factsOf(loaded: Loaded): Facts {
  const roots: RootFacts[] = loaded.roots.map((root) => root.facts).filter(present);
  const institution = roots.find((root) => root.kind === "institution") ?? loaded.institution?.facts;
  return {
    tenant: loaded.tenant.facts ?? emptyTenant(loaded.tenant.id),
    centers: roots.filter((root) => root.kind === "center"),
    sets: loaded.sets,
    ...(present(institution) ? { institution } : {}),
    ...(loaded.host === null ? {} : { host: hostOf(loaded.host) }),
  };
}

const hostOf = ({ grade, ...host }: NonNullable<Loaded["host"]>): HostFacts => ({
  ...host,
  ...(grade === null ? {} : { grade }),
});

function holidaysOf(loaded: Loaded): Holidays {
  const holidays: Holidays = {};
  for (const { year, day, kind } of loaded.holidays) {
    const table = (holidays[year] ??= { off: [], work: [] });
    table[kind].push(day);
  }
  return holidays;
}
