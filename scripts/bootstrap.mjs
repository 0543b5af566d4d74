// Plain JavaScript for Node >= 18: installs with the pinned pnpm where something changed, then runs a target on the
// pinned Node. `node scripts/bootstrap.mjs scripts/start.ts` or `node scripts/bootstrap.mjs vitest run`.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const bin = path.join(root, "node_modules", ".bin");
const stampFile = path.join(root, "node_modules", ".installed");
const windows = process.platform === "win32";

const executable = (name) => path.join(bin, windows ? `${name}.cmd` : name);

/** Every file that an install depends on: the root's three, and each workspace's package.json. */
function manifests() {
  const workspaces = ["apps", "packages"].flatMap((group) =>
    readdirSync(path.join(root, group)).map((name) => path.join(group, name, "package.json")),
  );
  workspaces.sort((a, b) => (a < b ? -1 : 1));
  return ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml", ...workspaces];
}

function fingerprint() {
  const hash = createHash("sha256");
  for (const file of manifests()) {
    const full = path.join(root, file);
    if (existsSync(full)) hash.update(file).update("\0").update(readFileSync(full)).update("\0");
  }
  return hash.digest("hex");
}

function installWhereChanged() {
  const wanted = fingerprint();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted) return;
  const { packageManager } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  console.log(`[bootstrap] installing with ${packageManager}`);
  const args = ["-y", packageManager, "install", "--frozen-lockfile"];
  const { status } = spawnSync("npx", args, { cwd: root, stdio: "inherit", shell: windows });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(stampFile, wanted);
}

/** npm's own settings confuse the pnpm that a target may call. */
function environment() {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^npm_(config|package|lifecycle)_/i.test(name),
  );
  return { ...Object.fromEntries(kept), PATH: bin + path.delimiter + (process.env.PATH ?? "") };
}

function run([target, ...args]) {
  const isScript = /\.[mc]?[jt]s$/.test(target);
  const command = isScript ? executable("node") : executable(target);
  const options = { cwd: root, stdio: "inherit", env: environment(), shell: windows };
  const child = spawn(command, isScript ? [path.join(root, target), ...args] : args, options);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => {
    console.error(`[bootstrap] ${target}: ${error.message}`);
    process.exit(1);
  });
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 143)));
  // A TERM to `npm start` ends npm and its shell but never reaches this process: watch for the parent's end.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), 1000).unref();
}

if (process.argv.length < 3) {
  console.error("usage: node scripts/bootstrap.mjs <script.ts | tool> [arguments]");
  process.exit(2);
}
installWhereChanged();
run(process.argv.slice(2));
