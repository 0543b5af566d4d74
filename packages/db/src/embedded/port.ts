import { connect, createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

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

// PostgreSQL's SSLRequest message: length 8, code 80877103. It is answered by one byte once connections are accepted.
const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(SSL_REQUEST));
    const settle = (ready: boolean): void => {
      socket.destroy();
      resolve(ready);
    };
    socket.once("data", () => settle(true));
    socket.once("error", () => settle(false));
    socket.once("close", () => settle(false));
  });
}

/** Waits until the server on this port accepts connections: 50 ms per attempt, ended early by `gaveUp`. */
export async function waitForServer(port: number, gaveUp: () => boolean, attempts = 600): Promise<boolean> {
  for (let attempt = 0; attempt < attempts && !gaveUp(); attempt++) {
    if (await answers(port)) return true;
    await pause(50);
  }
  return false;
}
