// `npm run dev`: the same as `npm start`, with the server started again and the web reloaded when sources change.
import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { createServer } from "vite";

const root = path.resolve(import.meta.dirname, "..");
const port = process.env["PORT"] ?? "3000";
const server: ChildProcess = spawn(
  process.execPath,
  ["--watch-path=packages", "--watch-path=apps/server/src", "--watch-preserve-output", "scripts/start.ts"],
  {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, PORT: port, NO_WEB: "1" },
  },
);
const web = await createServer({ root: path.join(root, "apps/web"), server: { port: 5173 } });
await web.listen();
web.printUrls();

let closing = false;
async function close(): Promise<void> {
  if (closing) return;
  closing = true;
  server.kill("SIGTERM");
  await web.close();
  process.exit(0);
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.removeAllListeners(signal); // Vite's own handler would exit before the database has stopped
  process.on(signal, () => void close());
}
const parent = process.ppid;
setInterval(() => process.ppid !== parent && void close(), 1_000).unref();
