// The platform brings spaces, policies and people in. Each act is a definer function granted to the worker only.
import { createHash, randomBytes } from "node:crypto";
import { canonicalize, type Policy } from "@yichuang/policy";
import type { HatRole, PolicyPin, SpaceId, Uuid } from "@yichuang/domain";
import type { Pools } from "../access/pools.ts";

export interface SpaceToOnboard {
  id: SpaceId;
  kind: "platform" | "authority" | "institution";
  name: string;
  parent?: SpaceId;
  tier?: string;
  region?: string;
  uscc?: string;
  grade?: string;
  /** what the registry says of an institution beside its grade */
  type?: string;
  ownership?: string;
  legalPerson?: boolean;
  district?: string;
  province?: string;
  city?: string;
  beds?: number;
  university?: string;
}

/** A UUIDv7 of now: ids lead with the time, so that indexes grow at one end. */
export function uuidv7(now = Date.now()): Uuid {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now, 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** SHA-256 (hex) of a document's canonical form: the identity of a version. */
export const hashPolicy = (policy: Policy): string =>
  createHash("sha256").update(canonicalize(policy)).digest("hex");

export const pinOf = (policy: Policy): PolicyPin => ({
  policy: policy.id,
  version: policy.version,
  hash: hashPolicy(policy),
});

const call = async (pools: Pools, text: string, values: readonly unknown[]): Promise<void> => {
  await pools.worker.query(text, [...values]);
};

export const onboardSpace = (pools: Pools, space: SpaceToOnboard): Promise<void> =>
  call(pools, "select app.onboard_space($1)", [JSON.stringify({ ...space, root: uuidv7() })]);

/** An institution, or another authority, may act in a tenant. */
export const enrol = (pools: Pools, tenant: SpaceId, party: SpaceId): Promise<void> =>
  call(pools, "select app.enrol($1, $2, $3)", [tenant, party, uuidv7()]);

/** A tenant adopts a version of a policy, in force from a day on. */
export const adoptPolicy = (
  pools: Pools,
  tenant: SpaceId,
  { policy, from }: { policy: Policy; from: string },
): Promise<void> => {
  const { hash, version } = pinOf(policy);
  const adoption = { policy: policy.id, version, hash, body: policy, from };
  return call(pools, "select app.adopt($1, $2)", [tenant, JSON.stringify(adoption)]);
};

export const putHolidays = (
  pools: Pools,
  days: { year: number; day: string; kind: "off" | "work" }[],
): Promise<void> => call(pools, "select app.put_holidays($1)", [JSON.stringify(days)]);

export interface AccountToOnboard {
  signIn: string;
  name: string;
  passwordHash: string;
  hats: { party: SpaceId; role: HatRole }[];
  /** experts: in whose pool, and who employs them */
  pool?: { tenant: SpaceId; employer?: SpaceId };
}

/** A person with hats; answers the ids in the order of the hats. */
export async function onboardAccount(
  pools: Pools,
  account: AccountToOnboard,
): Promise<{ user: Uuid; hats: Uuid[] }> {
  const user = uuidv7();
  await call(pools, "select auth.add_account($1, $2, $3, $4)", [
    user,
    account.signIn,
    account.name,
    account.passwordHash,
  ]);
  const hats: Uuid[] = [];
  for (const { party, role } of account.hats) {
    const hat = uuidv7();
    await call(pools, "select auth.add_hat($1, $2, $3, $4)", [hat, user, party, role]);
    hats.push(hat);
  }
  if (account.pool !== undefined) {
    await call(pools, "select auth.add_to_pool($1, $2, $3)", [
      account.pool.tenant,
      user,
      account.pool.employer ?? null,
    ]);
  }
  return { user, hats };
}

/** Whether anybody is there yet. */
export async function isEmpty(pools: Pools): Promise<boolean> {
  const { rows } = await pools.worker.query<{ n: number }>("select count(*)::int as n from app.space");
  return rows[0]?.n === 0;
}

/** Authorities that run a policy. */
export async function listTenants(pools: Pools): Promise<{ id: SpaceId; name: string }[]> {
  const { rows } = await pools.worker.query<{ id: SpaceId; name: string }>(
    "select tenant_id as id, name from app.space where kind = 'authority' order by tenant_id",
  );
  return rows;
}
