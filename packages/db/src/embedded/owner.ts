import { existsSync, readFileSync, writeFileSync } from "node:fs";

const ownerFile = (dataDir: string): string => `${dataDir}.owner`;

/** Notes this process as the one that stops the server of a data directory. */
export function claim(dataDir: string): void {
  writeFileSync(ownerFile(dataDir), String(process.pid));
}

/** Whether the process that claimed the data directory is still running. */
export function ownerLives(dataDir: string): boolean {
  if (!existsSync(ownerFile(dataDir))) return false;
  return isRunning(Number(readFileSync(ownerFile(dataDir), "utf8")));
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"; // it runs, as another user
  }
}
