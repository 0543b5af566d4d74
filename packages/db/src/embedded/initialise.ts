import { spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import type { Placement } from "./placement.ts";

/** The superuser of every embedded server. Row security does not bind it: requests connect as other roles. */
export const SUPERUSER = "yichuang";

/**
 * Creates the data directory where there is none. It is built beside its place and renamed, so that a run that is
 * killed halfway leaves nothing that looks finished.
 */
export function initialise(placement: Placement, options: { readonly sync: boolean }): void {
  const { binaries, dataDir, user } = placement;
  if (existsSync(path.join(dataDir, "PG_VERSION"))) return;
  const building = `${dataDir}.${process.pid}`;
  mkdirSync(building, { recursive: true, mode: 0o700 });
  if (user.uid !== undefined && user.gid !== undefined) chownSync(building, user.uid, user.gid);
  const { status, stderr, error } = spawnSync(binaries.initdb, initdbArguments(building, options.sync), {
    ...user,
    cwd: building,
    encoding: "utf8",
  });
  if (status !== 0) {
    rmSync(building, { recursive: true, force: true });
    throw new Error(`initdb failed: ${error?.message ?? stderr.trim()}`);
  }
  rmSync(dataDir, { recursive: true, force: true });
  renameSync(building, dataDir);
}

const initdbArguments = (dataDir: string, sync: boolean): string[] => [
  `--pgdata=${dataDir}`,
  `--username=${SUPERUSER}`,
  "--auth=trust", // it listens on loopback only
  "--encoding=UTF8",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
  "--locale=C.UTF-8", // with lc_ctype C, pg_trgm takes no Chinese character for a letter
  ...(sync ? [] : ["--no-sync"]),
];
