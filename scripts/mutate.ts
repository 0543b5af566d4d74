// `npm run mutate [-- --mutate "packages/domain/src/time/*.ts"]`: breaks rules and scoring on purpose, one place at a
// time, and looks whether a test goes red. Outside the gate: a whole run takes hours.
import { spawnSync } from "node:child_process";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");
const stryker = path.join(root, "node_modules/.bin/stryker");
const { status } = spawnSync(stryker, ["run", ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
  shell: process.platform === "win32",
});
process.exit(status ?? 1);
