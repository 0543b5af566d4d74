// Who is asking. The only place that knows Lucia; its cookie and its tokens are used, its reader and its clock are not.
import {
  countFailures,
  createSession,
  endOwnSession,
  endSession,
  findAccount,
  findSession,
  type HatRow,
  listHats,
  listSessions,
  type OwnSessionRow,
  type Pools,
  recordAttempt,
  type SessionRow,
  touchSession,
} from "@yichuang/db";
import { Lucia, TimeSpan } from "lucia";
import { cookieName, readToken } from "./cookie.ts";
import { hashPassword, verifyNobody, verifyPassword } from "./password.ts";
import { hashOf, sessionAdapter } from "./session-adapter.ts";
import { LIMITS, throttle } from "./throttle.ts";

const ABSOLUTE_HOURS = 8;
const IDLE_MINUTES = { administrator: 15, everybody: 30 } as const;

export interface SignInRequest {
  signIn: string;
  password: string;
  address: string;
  agent: string;
  /** the session that this one replaces */
  before: Buffer | undefined;
}
export type SignInAnswer =
  | { kind: "signed-in"; cookie: string; user: string; name: string }
  | { kind: "refused"; left: number }
  | { kind: "closed"; minutes: number };

export interface Auth {
  signIn: (request: SignInRequest) => Promise<SignInAnswer>;
  signOut: (hash: Buffer) => Promise<string>;
  /** the SHA-256 of the one valid token in a cookie header */
  sessionHash: (cookieHeader: string | undefined) => Buffer | undefined;
  who: (hash: Buffer) => Promise<SessionRow | undefined>;
  hats: (hash: Buffer) => Promise<HatRow[]>;
  sessions: (hash: Buffer) => Promise<OwnSessionRow[]>;
  revoke: (hash: Buffer, other: string) => Promise<boolean>;
  /** what is kept of a password that an administrator gives */
  hashPassword: (password: string) => Promise<string>;
  /** moves the idle end; at most one write a minute */
  touch: (hash: Buffer) => Promise<void>;
}

export function createAuth(pools: Pools, { secure }: { secure: boolean }): Auth {
  const device = new Map<string, { address: string; agent: string; idleMinutes: number }>();
  const lucia = new Lucia(
    sessionAdapter(pools, async (session) => {
      const from = device.get(session.id) ?? { address: "", agent: "", idleMinutes: IDLE_MINUTES.everybody };
      await createSession(pools, {
        hash: hashOf(session.id),
        user: session.userId,
        diesAt: session.expiresAt,
        ...from,
      });
    }),
    {
      sessionExpiresIn: new TimeSpan(ABSOLUTE_HOURS, "h"),
      sessionCookie: {
        name: cookieName(secure),
        expires: false,
        attributes: { secure, sameSite: "lax", path: "/" },
      },
    },
  );

  const begin = async (user: string, request: SignInRequest, idleMinutes: number): Promise<string> => {
    if (request.before !== undefined) await endSession(pools, request.before);
    const token = newToken();
    device.set(token, { address: request.address, agent: request.agent, idleMinutes });
    try {
      await lucia.createSession(user, {}, { sessionId: token });
    } finally {
      device.delete(token);
    }
    return lucia.createSessionCookie(token).serialize();
  };

  return {
    signIn: (request) => signInWith(pools, begin, request),
    signOut: async (hash) => {
      await endSession(pools, hash);
      return lucia.createBlankSessionCookie().serialize();
    },
    sessionHash: (header) => {
      const token = readToken(header, secure);
      return token === undefined ? undefined : hashOf(token);
    },
    who: (hash) => findSession(pools, hash),
    hats: (hash) => listHats(pools, hash),
    hashPassword,
    sessions: (hash) => listSessions(pools, hash),
    revoke: (hash, other) => endOwnSession(pools, hash, other),
    touch: (hash) => touchSession(pools, hash),
  };
}

type Begin = (user: string, request: SignInRequest, idleMinutes: number) => Promise<string>;

/** Counts first, then looks: a closed account costs no hash, an unknown one costs the same as a known one. */
async function signInWith(pools: Pools, begin: Begin, request: SignInRequest): Promise<SignInAnswer> {
  const { signIn, address, password } = request;
  const state = throttle(await countFailures(pools, signIn, address));
  if (state.kind === "closed") return { kind: "closed", minutes: LIMITS.minutes };
  const account = await findAccount(pools, signIn);
  const right =
    account === undefined
      ? await verifyNobody(password)
      : await verifyPassword(account.password_hash, password);
  await recordAttempt(pools, { signIn, address, succeeded: right });
  if (account === undefined || !right) return { kind: "refused", left: state.left - 1 };
  const idle = account.administrator ? IDLE_MINUTES.administrator : IDLE_MINUTES.everybody;
  return {
    kind: "signed-in",
    cookie: await begin(account.user_id, request, idle),
    user: account.user_id,
    name: account.name,
  };
}

/** 40 characters of base 32: 200 bits. */
function newToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(40));
  return [...bytes].map((byte) => "abcdefghijklmnopqrstuvwxyz234567"[byte % 32]).join("");
}

declare module "lucia" {
  interface Register {
    Lucia: Lucia;
    DatabaseUserAttributes: { name: string; signIn: string };
  }
}
