// Connections by role. Nobody who serves requests owns a table or passes by row security.
import { Pool } from "pg";

export interface PoolUrls {
  /** connects as yc_app (or a role that was granted it) */
  appUrl: string;
  /** connects as yc_worker */
  workerUrl: string;
  /** connects as yc_public: the pages that everybody reads */
  publicUrl: string;
  max?: number;
}

/** The three addresses, where each role's own is made in one way. */
export const urlsByRole = (url: (role: string) => string): PoolUrls => ({
  appUrl: url("yc_app"),
  workerUrl: url("yc_worker"),
  publicUrl: url("yc_public"),
});

export interface Pools {
  app: Pool;
  worker: Pool;
  everybody: Pool;
  close: () => Promise<void>;
}

const open = (connectionString: string, max: number): Pool => {
  const pool = new Pool({ connectionString, max, options: "-c timezone=UTC" });
  // a connection that dies while idle must not end the process; its next user gets a fresh one
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
};

export function openPools({ appUrl, workerUrl, publicUrl, max = 10 }: PoolUrls): Pools {
  const app = open(appUrl, max);
  const worker = open(workerUrl, 2);
  // those who sign in never wait for those who do not
  const everybody = open(publicUrl, Math.ceil(max / 2));
  return {
    app,
    worker,
    everybody,
    close: async () => {
      await Promise.all([app.end(), worker.end(), everybody.end()]);
    },
  };
}

/** Refuses a role that row security does not hold: superuser, BYPASSRLS, or an owner of the tables. */
export async function assertOwnRole(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ role: string; unsafe: boolean }>(`
    select current_user as role, r.rolsuper or r.rolbypassrls or pg_has_role(current_user, 'yc_owner', 'usage') as unsafe
      from pg_roles r where r.rolname = current_user`);
  const [found] = rows;
  if (found === undefined || found.unsafe) {
    throw new Error(
      `the database role “${found?.role ?? "?"}” owns tables or passes by row security; give YC_APP_URL a role that was only granted yc_app`,
    );
  }
}
