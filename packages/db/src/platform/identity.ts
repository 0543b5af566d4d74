// What the sign-in asks of the database. Session tokens arrive here only as SHA-256.
import type { HatRole, SpaceId, Uuid } from "@yichuang/domain";
import type { Pools } from "../access/pools.ts";

export interface AccountRow {
  user_id: Uuid;
  name: string;
  password_hash: string;
  administrator: boolean;
}
export interface SessionRow {
  user_id: Uuid;
  name: string;
  sign_in: string;
  dies_at: Date;
}
export interface HatRow {
  hat: Uuid;
  role: HatRole;
  party: SpaceId;
  unit: string;
  unit_kind: "platform" | "authority" | "institution";
  tenant: SpaceId;
  tenant_name: string;
}
export interface FailureCounts {
  of_both: number;
  of_account: number;
  of_address: number;
  known_address: boolean;
}
export interface OwnSessionRow {
  id: string;
  created_at: Date;
  seen_at: Date;
  address: string;
  agent: string;
  mine: boolean;
}

async function rowsOf<Row extends object>(
  pools: Pools,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const { rows } = await pools.app.query<Row>(text, [...values]);
  return rows;
}

export const findAccount = async (pools: Pools, signIn: string): Promise<AccountRow | undefined> =>
  (await rowsOf<AccountRow>(pools, "select * from auth.find_account($1)", [signIn]))[0];

export interface SessionToCreate {
  hash: Buffer;
  user: Uuid;
  diesAt: Date;
  idleMinutes: number;
  address: string;
  agent: string;
}
export const createSession = async (pools: Pools, session: SessionToCreate): Promise<void> => {
  const { hash, user, diesAt, idleMinutes, address, agent } = session;
  await rowsOf(pools, "select auth.create_session($1, $2, $3, $4::interval, $5, $6)", [
    hash,
    user,
    diesAt,
    `${idleMinutes} minutes`,
    address,
    agent,
  ]);
};
export const findSession = async (pools: Pools, hash: Buffer): Promise<SessionRow | undefined> =>
  (await rowsOf<SessionRow>(pools, "select * from auth.find_session($1)", [hash]))[0];
export const touchSession = async (pools: Pools, hash: Buffer): Promise<void> => {
  await rowsOf(pools, "select auth.touch_session($1)", [hash]);
};
export const endSession = async (pools: Pools, hash: Buffer): Promise<void> => {
  await rowsOf(pools, "select auth.end_session($1)", [hash]);
};
export const endSessionsOf = async (pools: Pools, user: Uuid): Promise<void> => {
  await rowsOf(pools, "select auth.end_sessions_of($1)", [user]);
};
/** Ends another session of the same person; false where it is none of theirs. */
export const endOwnSession = async (pools: Pools, hash: Buffer, other: string): Promise<boolean> =>
  (await rowsOf<{ done: boolean }>(pools, "select auth.end_own_session($1, $2) as done", [hash, other]))[0]
    ?.done ?? false;
export const listSessions = (pools: Pools, hash: Buffer): Promise<OwnSessionRow[]> =>
  rowsOf<OwnSessionRow>(pools, "select * from auth.list_sessions($1)", [hash]);
export const listHats = (pools: Pools, hash: Buffer): Promise<HatRow[]> =>
  rowsOf<HatRow>(pools, "select * from auth.list_hats($1)", [hash]);
export const recordAttempt = async (
  pools: Pools,
  attempt: { signIn: string; address: string; succeeded: boolean },
): Promise<void> => {
  await rowsOf(pools, "select auth.record_attempt($1, $2, $3)", [
    attempt.signIn,
    attempt.address,
    attempt.succeeded,
  ]);
};
export async function countFailures(pools: Pools, signIn: string, address: string): Promise<FailureCounts> {
  const [found] = await rowsOf<FailureCounts>(pools, "select * from auth.failures($1, $2)", [
    signIn,
    address,
  ]);
  return found ?? { of_both: 0, of_account: 0, of_address: 0, known_address: false };
}
