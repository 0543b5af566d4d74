// Everything that the server reads from its environment, in one place, with errors that say how to mend it.
import path from "node:path";
import { z } from "zod";

const Environment = z.object({
  PORT: z.coerce
    .number({ error: "must be a port number, for example 3000" })
    .int()
    .min(0)
    .max(65_535)
    .default(3000),
  HOST: z.string().default("127.0.0.1"),
  DATABASE_URL: z.url({ error: "must be a PostgreSQL connection string" }).optional(),
  YC_APP_URL: z.url().optional(),
  YC_WORKER_URL: z.url().optional(),
  YC_PUBLIC_URL: z.url().optional(),
  YC_DEMO: z.enum(["on", "off"]).optional(),
  YC_SECURE: z.enum(["on", "off"]).default("off"),
  YC_DATA_DIR: z.string().optional(),
});

export interface Settings {
  port: number;
  host: string;
  /** owner-capable; used by the migration step only. Without it an embedded PostgreSQL is started. */
  databaseUrl: string | undefined;
  /** roles of their own for requests, for time's acts and for everybody; without them the first address is used and its role put down */
  appUrl: string | undefined;
  workerUrl: string | undefined;
  publicUrl: string | undefined;
  /** on unless the deployment has roles of its own; YC_DEMO decides otherwise */
  demo: boolean;
  /** behind TLS: the cookie is `__Host-` and Secure */
  secure: boolean;
  dataDir: string;
}

/** Reads and checks the environment; throws one error that names every variable that is wrong. */
export function readEnvironment(env: Record<string, string | undefined>, root: string): Settings {
  const read = Environment.safeParse(env);
  if (!read.success) {
    const wrong = read.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`the environment is not right:\n  ${wrong.join("\n  ")}`);
  }
  const { data } = read;
  const own = [data.YC_APP_URL, data.YC_WORKER_URL, data.YC_PUBLIC_URL].map((url) => url !== undefined);
  if (own.includes(true) && own.includes(false)) {
    throw new Error(
      "YC_APP_URL (role yc_app), YC_WORKER_URL (yc_worker) and YC_PUBLIC_URL (yc_public) are given all or none; see infra/README.md",
    );
  }
  return {
    port: data.PORT,
    host: data.HOST,
    databaseUrl: data.DATABASE_URL,
    appUrl: data.YC_APP_URL,
    workerUrl: data.YC_WORKER_URL,
    publicUrl: data.YC_PUBLIC_URL,
    demo: data.YC_DEMO === undefined ? data.YC_APP_URL === undefined : data.YC_DEMO === "on",
    secure: data.YC_SECURE === "on",
    dataDir: path.resolve(data.YC_DATA_DIR ?? path.join(root, ".data")),
  };
}
