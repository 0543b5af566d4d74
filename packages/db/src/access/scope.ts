// The only way to a tenant's rows: session, hat and tenant go through the door with every round trip (rulings 18).
import type { Claimable, Hat, Instant } from "@yichuang/domain";
import type { Pool } from "pg";
import { type CommitAnswer, type CommitRequest, commitStatement } from "./commit.ts";
import { claimableStatement, loadStatement, type Loaded, type LoadRequest } from "./load.ts";
import { runOneSync } from "./one-sync.ts";
import type { Pools } from "./pools.ts";
import { jsonStatement, type Statement } from "./statement.ts";

/** Who the door let in, and the time that it is. */
export type Entered = Hat & { now: Instant };

export type Statements = { [name: string]: Statement<unknown> };
export type Answers<S extends Statements> = { [K in keyof S]: S[K] extends Statement<infer T> ? T : never };

export interface Scope {
  /** one round trip: the door and the statements, in one transaction */
  read: <S extends Statements>(statements: S) => Promise<{ who: Entered } & Answers<S>>;
  /** the facts of a decision; they never leave the API as they are */
  load: (request: LoadRequest) => Promise<{ who: Entered; loaded: Loaded }>;
  /** the only write of events and of what follows from them */
  commit: (request: CommitRequest) => Promise<CommitAnswer>;
  /** one audit row for what was denied (rulings 20) */
  deny: (action: string, object: string) => Promise<void>;
}

/** The door refused: no session, or not this hat in this tenant. "Not yours" and "not there" are the same. */
export class DoorClosedError extends Error {
  constructor(options?: ErrorOptions) {
    super("not signed in for this", options);
    this.name = "DoorClosedError";
  }
}

export interface Credentials {
  sessionHash: Buffer;
  hat: string;
  tenant: number;
}

export function withScope(pools: Pools, credentials: Credentials): Scope {
  const { sessionHash, hat, tenant } = credentials;
  const door = jsonStatement<Entered>("select ctx.enter($1, $2, $3)", [sessionHash, hat, tenant]);
  return scopeBehind(pools.app, door);
}

/** Time's own acts in a tenant: the worker's door. */
export function withService(pools: Pools, tenant: number): Scope {
  return scopeBehind(pools.worker, jsonStatement<Entered>("select ctx.enter_service($1)", [tenant]));
}

function scopeBehind(pool: Pool, door: Statement<Entered>): Scope {
  const run = async (...statements: Statement<unknown>[]): Promise<unknown[]> => {
    const client = await pool.connect();
    let failed: Error | undefined;
    try {
      const answers = await runOneSync(client, [door, ...statements]);
      return answers.map((answer): unknown => (answer === null || answer === "" ? null : JSON.parse(answer)));
    } catch (error) {
      failed = error instanceof Error ? error : new Error("the database did not answer", { cause: error });
      if ("code" in failed && failed.code === "28000") throw new DoorClosedError({ cause: failed });
      throw failed;
    } finally {
      client.release(failed !== undefined && !("code" in failed) ? failed : undefined);
    }
  };
  return {
    read: async <S extends Statements>(statements: S) => {
      const names = Object.keys(statements);
      const [who, ...answers] = await run(...Object.values(statements));
      const named = Object.fromEntries(names.map((name, at) => [name, answers[at]]));
      return { who, ...named } as { who: Entered } & Answers<S>;
    },
    load: async (request) => {
      const { entries = [], ...rest } = request;
      const claims = entries.length === 0 ? [] : [claimableStatement({ entries })];
      const [who, loaded, claimable] = await run(loadStatement(rest), ...claims);
      const claimed = claims.length === 0 ? {} : { claimable: claimable as Claimable };
      return { who: who as Entered, loaded: { ...(loaded as Loaded), ...claimed } };
    },
    commit: async (request) => {
      const [, answer] = await run(commitStatement(request));
      return answer as CommitAnswer;
    },
    deny: async (action, object) => {
      await run(jsonStatement("select audit.append($1, $2, 'denied', '')::text", [action, object]));
    },
  };
}
