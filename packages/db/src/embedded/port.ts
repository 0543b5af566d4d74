import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { SUPERUSER } from "./initialise.ts";

/** A loopback port that nothing listens on at this moment. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no free port")),
      );
    });
  });
}

/** Whether a session begins: the port is answered earlier, while the server is still starting up. */
async function answers(port: number): Promise<boolean> {
  const client = new Client({
    host: "127.0.0.1",
    port,
    user: SUPERUSER,
    database: "postgres",
    connectionTimeoutMillis: 5_000,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Waits until the server on this port accepts connections: 50 ms per attempt, ended early by `gaveUp`. */
export async function waitForServer(port: number, gaveUp: () => boolean, attempts = 600): Promise<boolean> {
  for (let attempt = 0; attempt < attempts && !gaveUp(); attempt++) {
    if (await answers(port)) return true;
    await pause(50);
  }
  return false;
}
