import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { adopt, removeData, stopServer, sweepAbandoned } from "./adopt.ts";
import { findBinaries } from "./binaries.ts";
import { initialise, SUPERUSER } from "./initialise.ts";
import { claim } from "./owner.ts";
import { type Placement, place } from "./placement.ts";
import { findFreePort, waitForServer } from "./port.ts";
import { chooseUser } from "./run-as.ts";

export interface EmbeddedOptions {
  /** Created where it does not exist. */
  readonly dataDir: string;
  /** A free one where it is not given. */
  readonly port?: number;
  /** Tests: nothing is synced to disk, and stopping deletes the data. */
  readonly disposable?: boolean;
  /** Further server settings, such as `{ max_connections: "50" }`. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface EmbeddedPostgres {
  readonly port: number;
  /** A connection string; the role is the superuser where none is given. */
  readonly url: (database?: string, role?: string) => string;
  /** Stops the server, unless another living process owns it. */
  readonly stop: () => Promise<void>;
}

/** A server of its own from npm: no system package, no system user made, loopback only. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const disposable = options.disposable ?? false;
  const wanted = { binaries: await findBinaries(), dataDir: options.dataDir, user: chooseUser() };
  const placement = place(wanted);
  if (disposable) sweepAbandoned(placement);
  const running = await adopt(placement);
  if (running) return handle(running.port, async () => running.ours && stopServer(placement, "fast"));
  initialise(placement, { sync: !disposable });
  const port = options.port ?? (await findFreePort());
  const child = launch(placement, port, { ...(disposable ? UNSAFE_BUT_FAST : {}), ...options.settings });
  claim(placement.dataDir);
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  if (!(await waitForServer(port, () => hasEnded(child)))) {
    child.kill("SIGKILL");
    throw new Error(`PostgreSQL did not start on port ${port}:\n${lastLines(placement)}`);
  }
  return handle(port, async () => {
    if (!hasEnded(child)) child.kill(process.platform === "win32" ? "SIGTERM" : "SIGINT"); // SIGINT: fast shutdown
    await exited;
    if (disposable) removeData(placement.dataDir);
  });
}

const UNSAFE_BUT_FAST: Readonly<Record<string, string>> = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  max_connections: "200",
};

function launch(
  placement: Placement,
  port: number,
  settings: Readonly<Record<string, string>>,
): ChildProcess {
  const { binaries, dataDir, user } = placement;
  const all = { listen_addresses: "127.0.0.1", unix_socket_directories: "", ...settings };
  const flags = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const log = openSync(logFile(placement), "a");
  const child = spawn(binaries.postgres, ["-D", dataDir, "-p", String(port), ...flags], {
    ...user,
    cwd: dataDir,
    stdio: ["ignore", log, log],
    detached: true, // a process group of its own: Ctrl-C reaches the application first, which then stops the server
  });
  closeSync(log);
  return child;
}

function handle(port: number, stop: () => Promise<unknown>): EmbeddedPostgres {
  return {
    port,
    url: (database = "postgres", role = SUPERUSER) => `postgres://${role}@127.0.0.1:${port}/${database}`,
    stop: async () => void (await stop()),
  };
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

const logFile = (placement: Placement): string => `${placement.dataDir}.log`;

const lastLines = (placement: Placement): string =>
  readFileSync(logFile(placement), "utf8").trimEnd().split("\n").slice(-10).join("\n");
