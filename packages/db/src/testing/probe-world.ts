// A tenant with a life in it, a second tenant, rivals and experts, each with a session: what probes stand on.
import { createHash, randomBytes } from "node:crypto";
import type { HatRole, SpaceId } from "@yichuang/domain";
import type { Policy } from "@yichuang/policy";
import { openPools, type Pools, urlsByRole } from "../access/pools.ts";
import { type Credentials } from "../access/scope.ts";
import { createSession } from "../platform/identity.ts";
import { adoptPolicy, enrol, onboardAccount, onboardSpace } from "../platform/onboarding.ts";
import type { ClonedDatabase } from "./clone-database.ts";

export const TENANT = 100;
const OTHER_TENANT = 110;
export const HOSPITAL = 201;
export const RIVAL = 202;

export interface ProbeWorld {
  pools: Pools;
  /** credentials of somebody with a live session; each call signs in anew */
  as: (who: keyof typeof PEOPLE, tenant?: SpaceId) => Promise<Credentials & { user: string }>;
  close: () => Promise<void>;
}

const PEOPLE = {
  platform: { party: 1, role: "platform-admin" },
  officer: { party: TENANT, role: "officer" },
  admin: { party: TENANT, role: "tenant-admin" },
  "other-officer": { party: OTHER_TENANT, role: "officer" },
  hospital: { party: HOSPITAL, role: "institution-manager" },
  rival: { party: RIVAL, role: "institution-manager" },
  expert: { party: 1, role: "expert" },
  "unassigned-expert": { party: 1, role: "expert" },
} as const satisfies { [name: string]: { party: SpaceId; role: HatRole } };

const AT_HOME: { [who: string]: SpaceId } = { platform: 1, "other-officer": OTHER_TENANT };

export async function openProbeWorld(database: ClonedDatabase, policy: Policy): Promise<ProbeWorld> {
  const pools = openPools(urlsByRole(database.url));
  await onboardSpace(pools, { id: 1, kind: "platform", name: "platform" });
  for (const id of [TENANT, OTHER_TENANT]) {
    await onboardSpace(pools, { id, kind: "authority", name: `authority ${id}` });
    await adoptPolicy(pools, id, { policy, from: "2022-10-19" });
  }
  await onboardSpace(pools, {
    id: HOSPITAL,
    kind: "institution",
    name: "hospital",
    uscc: "12500102MB1A0001XC",
    grade: "3a",
  });
  await onboardSpace(pools, {
    id: RIVAL,
    kind: "institution",
    name: "rival",
    uscc: "12500102MB1A0002XD",
    grade: "2a",
  });
  for (const party of [HOSPITAL, RIVAL]) await enrol(pools, TENANT, party);
  const people = new Map<string, { user: string; hat: string }>();
  for (const [name, { party, role }] of Object.entries(PEOPLE)) {
    const pool = role === "expert" ? { pool: { tenant: TENANT } } : {};
    const { user, hats } = await onboardAccount(pools, {
      signIn: name,
      name,
      passwordHash: "-",
      hats: [{ party, role }],
      ...pool,
    });
    people.set(name, { user, hat: hats[0] ?? "" });
  }
  return {
    pools,
    as: async (who, tenant) => {
      const found = people.get(who);
      if (found === undefined) throw new Error(`nobody is called ${who}`);
      const sessionHash = createHash("sha256").update(randomBytes(16)).digest();
      await createSession(pools, {
        hash: sessionHash,
        user: found.user,
        diesAt: new Date(Date.now() + 3_600_000),
        idleMinutes: 30,
        address: "",
        agent: "",
      });
      return {
        sessionHash,
        hat: found.hat,
        tenant: tenant ?? AT_HOME[who] ?? TENANT,
        user: found.user,
      };
    },
    close: () => pools.close(),
  };
}
