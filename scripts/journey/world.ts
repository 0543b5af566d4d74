// The real server on a real database for one journey, with clients that sign in as the demonstration's people.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { AppRouter } from "@yichuang/api";
import { sweepAll } from "@yichuang/api";
import { advanceDemo, migrate, openPools, type PoolUrls, type Pools, uuidv7 } from "@yichuang/db";
import type { FileValue } from "@yichuang/policy";
import { createServer } from "@yichuang/server";
import { createTRPCClient, httpLink, type TRPCClient } from "@trpc/client";
import { DEMO_ACCOUNTS, DEMO_FROM, DEMO_TO, resetToBeginning, seedDemo } from "../demo/seed.ts";
import { PASSWORD } from "../demo/people.ts";

export interface Worn {
  hat: string;
  tenant: number;
}

/** A person who is signed in and wears one hat. */
export interface Actor {
  api: TRPCClient<AppRouter>;
  as: Worn;
  me: { party: number; role: string; user: string };
  /** stores a small file and gives what an answer keeps of it */
  upload: (name: string) => Promise<FileValue>;
}

export interface JourneyWorld {
  address: string;
  pools: Pools;
  /** signs in once and keeps the session; `at` is the tenant to act in, where the hat reaches into several */
  actor: (signIn: string, role?: string, at?: number) => Promise<Actor>;
  /** moves the clock to 09:00 of a day and lets time's own acts happen */
  /** without signing in */
  anybody: () => Actor["api"];
  day: (day: string) => Promise<void>;
  close: () => Promise<void>;
}

export interface DatabaseUrls extends PoolUrls {
  adminUrl: string;
}

export async function openWorld(urls: DatabaseUrls, webDir?: string): Promise<JourneyWorld> {
  await migrate({ adminUrl: urls.adminUrl });
  const pools = openPools(urls);
  await seedDemo(pools);
  const filesDir = mkdtempSync(path.join(tmpdir(), "yichuang-files-"));
  const server = await createServer({
    pools,
    filesDir,
    secure: false,
    demo: {
      accounts: DEMO_ACCOUNTS,
      from: DEMO_FROM,
      to: DEMO_TO,
      advanceTo: async (day) => {
        await advanceDemo(pools, `${day}T01:00:00.000Z`);
      },
      reset: () => resetToBeginning(pools),
    },
    ...(webDir === undefined ? {} : { webDir }),
  });
  const address = await server.listen({ host: "127.0.0.1", port: 0 });
  const actors = new Map<string, Promise<Actor>>();
  return {
    address,
    pools,
    actor: (signIn, role, at) => {
      const key = `${signIn}/${role ?? ""}/${at ?? ""}`;
      const known = actors.get(key) ?? signInAs(address, { signIn, role, at });
      actors.set(key, known);
      return known;
    },
    anybody: () => visit(address).api,
    day: async (day) => {
      await advanceDemo(pools, `${day}T01:00:00.000Z`);
      await sweepAll(pools);
    },
    close: async () => {
      await server.close();
      await pools.close();
      rmSync(filesDir, { recursive: true, force: true });
    },
  };
}

/** The smallest paper that is one. */
const PAPER = Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");

interface SignIn {
  signIn: string;
  role?: string | undefined;
  at?: number | undefined;
}

/** A client as a browser is one: it keeps the cookie that it is given. */
function visit(address: string): { api: Actor["api"]; cookie: () => string } {
  let cookie = "";
  const api = createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: `${address}/trpc`,
        headers: () => ({ cookie, origin: address }),
        fetch: async (input, init) => {
          const answer = await fetch(input, init as RequestInit);
          const set = answer.headers.get("set-cookie");
          if (set !== null) cookie = set.split(";")[0] ?? "";
          return answer;
        },
      }),
    ],
  });
  return { api, cookie: () => cookie };
}

/** Signs in over the API and wears a hat. */
export async function signInAs(address: string, { signIn, role, at }: SignIn): Promise<Actor> {
  const { api, cookie } = visit(address);
  await api.session.signIn.mutate({ signIn, password: PASSWORD });
  const { user, hats } = await api.session.me.query();
  const hat = hats.find(
    (one) => (role === undefined || one.role === role) && (at === undefined || one.tenant === at),
  );
  if (user === null || hat === undefined) throw new Error(`${signIn} has no hat ${role ?? ""} ${at ?? ""}`);
  const party = hat.role === "expert" ? 0 : hat.party;
  const as = { hat: hat.hat, tenant: hat.tenant };
  return {
    api,
    as,
    me: { party, role: hat.role, user: user.id },
    upload: async (name) => {
      const asked = new URLSearchParams({ hat: as.hat, tenant: String(as.tenant), name });
      const stored = await fetch(`${address}/files?${asked.toString()}`, {
        method: "POST",
        headers: { origin: address, cookie: cookie(), "content-type": "application/octet-stream" },
        body: PAPER,
      });
      const { id } = (await stored.json()) as { id: string };
      return { id, name, size: PAPER.length };
    },
  };
}

export const newKey = (): string => uuidv7();
