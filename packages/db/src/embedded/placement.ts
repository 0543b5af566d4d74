import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, renameSync, statSync } from "node:fs";
import path from "node:path";
import { type Binaries, nativeFolder, relocate } from "./binaries.ts";
import type { RunAs } from "./run-as.ts";

/** Where a server lives: its programs, its data directory and the user it runs as. */
export interface Placement {
  readonly binaries: Binaries;
  readonly dataDir: string;
  readonly user: RunAs;
}

/**
 * The wanted place, or one under /var/tmp where root works in a folder that only root may enter (such as /root): the
 * server's own user could reach neither its programs nor its data there.
 */
export function place(wanted: Placement): Placement {
  const dataDir = path.resolve(wanted.dataDir);
  const { binaries, user } = wanted;
  if (user.uid === undefined || (openToOthers(dataDir) && openToOthers(binaries.postgres))) {
    mkdirSync(path.dirname(dataDir), { recursive: true });
    return { binaries, dataDir, user };
  }
  claimFolder(AWAY);
  const native = copyNative(nativeFolder(binaries));
  const key = createHash("sha256").update(path.dirname(dataDir)).digest("hex").slice(0, 12);
  claimFolder(path.join(AWAY, key));
  const movedData = path.join(AWAY, key, path.basename(dataDir));
  return { binaries: relocate(binaries, native), dataDir: movedData, user };
}

const AWAY = "/var/tmp/yichuang-postgres";

/** A folder of root's own: one that another user prepared under the same name would hand root his programs. */
function claimFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  if (statSync(folder).uid !== 0)
    throw new Error(`${folder} belongs to another user; remove it and start again`);
}

function copyNative(source: string): string {
  const key = createHash("sha256").update(source).digest("hex").slice(0, 12);
  const target = path.join(AWAY, `native-${key}`);
  if (!existsSync(target)) {
    const partial = `${target}.${process.pid}`;
    cpSync(source, partial, { recursive: true, verbatimSymlinks: true });
    renameSync(partial, target);
  }
  return target;
}

/** Whether another user can reach this path: every existing folder above it lets others through. */
function openToOthers(file: string): boolean {
  for (let folder = path.dirname(file); folder !== path.dirname(folder); folder = path.dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false;
  }
  return true;
}
