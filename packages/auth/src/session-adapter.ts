// Lucia's seven methods over the database's definer functions. Only the SHA-256 of a token reaches the database.
import { createHash } from "node:crypto";
import { endSession, endSessionsOf, findSession, type Pools } from "@yichuang/db";
import type { Adapter, DatabaseSession, DatabaseUser } from "lucia";

export const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();

/** Sessions are made with more than Lucia knows (address, idle time), so creating one is `sign-in.ts`'s. */
export function sessionAdapter(pools: Pools, create: (session: DatabaseSession) => Promise<void>): Adapter {
  return {
    getSessionAndUser: async (token): Promise<[DatabaseSession | null, DatabaseUser | null]> => {
      const row = await findSession(pools, hashOf(token));
      if (row === undefined) return [null, null];
      const session = { id: token, userId: row.user_id, expiresAt: row.dies_at, attributes: {} };
      return [session, { id: row.user_id, attributes: { name: row.name, signIn: row.sign_in } }];
    },
    // a list of devices is asked for by hash, see listSessions; a token cannot be had back
    getUserSessions: async () => [],
    setSession: create,
    // the absolute end never moves; the idle end is moved by touching
    updateSessionExpiration: async () => {},
    deleteSession: (token) => endSession(pools, hashOf(token)),
    deleteUserSessions: (user) => endSessionsOf(pools, user),
    // creating a session deletes the dead ones of the same person
    deleteExpiredSessions: async () => {},
  };
}
