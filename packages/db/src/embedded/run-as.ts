import { readFileSync } from "node:fs";

/** The system user that the server's processes run as; empty where they may run as the caller. */
export interface RunAs {
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * PostgreSQL refuses to run as root. As root it therefore runs as `postgres` where that user exists, else as `nobody`.
 * Throws where neither exists; no user is ever created.
 */
export function chooseUser(callerUid = process.getuid?.(), passwd = readPasswd): RunAs {
  if (callerUid !== 0) return {};
  const lines = passwd().split("\n");
  for (const name of ["postgres", "nobody"]) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(":") ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error("PostgreSQL refuses to run as root, and neither a user postgres nor a user nobody exists");
}

const readPasswd = (): string => readFileSync("/etc/passwd", "utf8");
