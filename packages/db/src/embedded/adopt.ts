import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { claim, ownerLives } from "./owner.ts";
import type { Placement } from "./placement.ts";
import { waitForServer } from "./port.ts";

/** A server found running on the data directory. `ours` tells whether this process must stop it in the end. */
export interface Adopted {
  readonly port: number;
  readonly ours: boolean;
}

/**
 * Takes over a server that a killed process left behind; shares one whose owner still runs. Returns undefined where no
 * server runs: a stale postmaster.pid is left to PostgreSQL, which removes it itself.
 */
export async function adopt(placement: Placement): Promise<Adopted | undefined> {
  const pidFile = path.join(placement.dataDir, "postmaster.pid");
  if (!existsSync(pidFile) || control(placement, ["status"]) !== 0) return undefined;
  const port = Number(readFileSync(pidFile, "utf8").split("\n")[3]); // line 4 of the lock file is the port
  // After a restart of the machine the process id in the file can be some other program's: only an answer counts.
  const gaveUp = (): boolean => control(placement, ["status"]) !== 0;
  if (!Number.isInteger(port) || !(await waitForServer(port, gaveUp, 100))) return undefined;
  const ours = !ownerLives(placement.dataDir);
  if (ours) claim(placement.dataDir);
  return { port, ours };
}

/** Stops the server of a data directory and waits for its end. */
export function stopServer(placement: Placement, mode: "fast" | "immediate"): void {
  control(placement, ["stop", "-m", mode, "-w"]);
}

/** Removes the disposable servers beside this one whose owners died without stopping them. */
export function sweepAbandoned(placement: Placement): void {
  const parent = path.dirname(placement.dataDir);
  for (const name of readdirSync(parent)) {
    const dataDir = path.join(parent, name);
    const isData = existsSync(path.join(dataDir, "PG_VERSION"));
    if (!isData || !existsSync(`${dataDir}.owner`) || ownerLives(dataDir)) continue;
    stopServer({ ...placement, dataDir }, "immediate");
    removeData(dataDir);
  }
}

/** Deletes a data directory with its log and owner note. */
export function removeData(dataDir: string): void {
  for (const file of [dataDir, `${dataDir}.log`, `${dataDir}.owner`]) {
    rmSync(file, { recursive: true, force: true });
  }
}

function control({ binaries, dataDir, user }: Placement, args: readonly string[]): number | null {
  return spawnSync(binaries.pg_ctl, [...args, "-D", dataDir], { ...user, cwd: dataDir, stdio: "ignore" })
    .status;
}
