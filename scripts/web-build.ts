// Builds the web where its sources differ from what was built last.
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const SOURCES = [
  "apps/web/{src,public}/**/*",
  "apps/web/{index.html,vite.config.ts,package.json}",
  "packages/{policy,domain}/src/**/*.ts",
  "pnpm-lock.yaml",
];

function fingerprint(root: string): string {
  const hash = createHash("sha256");
  const files = SOURCES.flatMap((pattern) => globSync(pattern, { cwd: root, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted();
  for (const file of files) hash.update(file).update(readFileSync(file));
  return hash.digest("hex");
}

/** True where it was built now. */
export async function buildWeb(root: string, outDir: string): Promise<boolean> {
  const stamp = path.join(outDir, ".built-from");
  const now = fingerprint(root);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === now) return false;
  // a test runner says NODE_ENV=test, and React would be built for development
  process.env["NODE_ENV"] = "production";
  const { build } = await import("vite");
  await build({ root: path.join(root, "apps/web"), logLevel: "warn", build: { outDir, emptyOutDir: true } });
  writeFileSync(stamp, now);
  return true;
}
