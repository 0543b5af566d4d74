// Where the probe runs: one authority and its institutions on a database of their own, the real server, clients signed in.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { hashPassword } from "@yichuang/auth";
import {
  adoptPolicy,
  beginDemo,
  enrol,
  migrate,
  onboardAccount,
  onboardSpace,
  openPools,
  type Pools,
} from "@yichuang/db";
import { type HatRole, usccFault } from "@yichuang/domain";
import { createServer } from "@yichuang/server";
import { PASSWORD } from "../demo/people.ts";
import { type Actor, type DatabaseUrls, signInAs } from "../journey/world.ts";
import { scarcePolicy } from "./pack.ts";

export const TENANT = 10;
/** The day on which everything happens. */
export const TODAY = "2024-03-01";
const CITIES = ["甲市", "乙市"];

export interface Institution {
  party: number;
  uscc: string;
  name: string;
  city: string;
}

const withCheckDigit = (first17: string): string => {
  const digits = "0123456789ABCDEFGHJKLMNPQRTUWXY".split("");
  return first17 + (digits.find((digit) => usccFault(first17 + digit) === undefined) ?? "");
};

export const INSTITUTIONS: readonly Institution[] = Array.from({ length: 12 }, (_none, at) => ({
  party: 100 + at,
  uscc: withCheckDigit(`129900000000000${String(at).padStart(2, "0")}`),
  name: `第${at + 1}医院`,
  city: CITIES[at % CITIES.length] ?? "",
}));

/** A client of the probe: a person with a session of their own. */
export interface Client {
  name: string;
  actor: Actor;
  institution: Institution | undefined;
}

export interface Arena {
  pools: Pools;
  clients: Client[];
  close: () => Promise<void>;
}

/** Half of the clients speak for institutions, two of each at least where there are enough; the others are clerks. */
const roleOf = (at: number): HatRole =>
  at % 2 === 0 ? "institution-manager" : at % 8 === 1 ? "officer" : "leader";

export async function openArena(urls: DatabaseUrls, clients: number): Promise<Arena> {
  await migrate({ adminUrl: urls.adminUrl });
  const pools = openPools({ ...urls, max: Math.min(clients, 64) });
  await beginDemo(pools, `${TODAY}T01:00:00.000Z`);
  await onboardSpace(pools, { id: 1, kind: "platform", name: "医创平台" });
  await onboardSpace(pools, { id: TENANT, kind: "authority", name: "示例省厅", tier: "provincial" });
  for (const { party, ...registered } of INSTITUTIONS) {
    await onboardSpace(pools, { id: party, kind: "institution", province: "示例省", ...registered });
    await enrol(pools, TENANT, party);
  }
  await adoptPolicy(pools, TENANT, { policy: scarcePolicy(), from: "2024-01-01" });
  const filesDir = mkdtempSync(path.join(tmpdir(), "yichuang-probe-"));
  const server = await createServer({ pools, filesDir, secure: false });
  const address = await server.listen({ host: "127.0.0.1", port: 0 });
  const passwordHash = await hashPassword(PASSWORD);
  const signedIn = await Promise.all(
    Array.from({ length: clients }, async (_none, at): Promise<Client> => {
      const role = roleOf(at);
      const institution =
        role === "institution-manager" ? INSTITUTIONS[(at / 2) % INSTITUTIONS.length] : undefined;
      const name = `client-${at}`;
      const hats = [{ party: institution?.party ?? TENANT, role }];
      await onboardAccount(pools, { signIn: name, name, passwordHash, hats });
      return { name, institution, actor: await signInAs(address, { signIn: name, at: TENANT }) };
    }),
  );
  return {
    pools,
    clients: signedIn,
    close: async () => {
      await server.close();
      await pools.close();
      rmSync(filesDir, { recursive: true, force: true });
    },
  };
}
