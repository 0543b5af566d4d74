// `npm run check`: everything about the source that no test says. One line per step, the counts alone on the last line.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { sayCounts } from "./test-counts.ts";

const STEPS: Readonly<Record<string, readonly string[]>> = {
  format: ["oxfmt", "--check"],
  lint: ["oxlint", "--type-aware", "--deny-warnings"],
  boundaries: ["node", "scripts/check-boundaries.ts"],
  "undeclared imports": ["turbo", "boundaries"],
  types: ["turbo", "run", "typecheck", "--continue", "--output-logs=errors-only"],
  unused: ["knip", "--no-progress"],
};

const root = path.resolve(import.meta.dirname, "..");
const env = { ...process.env, TURBO_TELEMETRY_DISABLED: "1", TURBO_NO_UPDATE_NOTIFIER: "1" };

/** Runs one step; what it says is shown where it failed. */
function passes(name: string, [command = "", ...args]: readonly string[]): boolean {
  const start = performance.now();
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: root, env, encoding: "utf8" });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const passed = status === 0;
  console.log(`${passed ? "ok    " : "FAILED"} ${name} (${seconds} s)`);
  if (!passed) console.error(error?.message ?? `${stdout}\n${stderr}`.trim());
  return passed;
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in STEPS));
if (unknown.length > 0)
  throw new Error(`no such step: ${unknown.join(", ")}; there are ${Object.keys(STEPS).join(", ")}`);

const steps = Object.entries(STEPS).filter(([name]) => wanted.length === 0 || wanted.includes(name));
const passed = steps.filter(([name, command]) => passes(name, command)).length;
const failed = steps.length - passed;
console.log(sayCounts({ passed, failed, skipped: 0 }));
process.exitCode = failed === 0 ? 0 : 1;
