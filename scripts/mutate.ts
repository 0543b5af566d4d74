// `npm run mutate [-- --sample 10] [-- --mutate "packages/domain/src/time/*.ts"]`: breaks rules and scoring on purpose,
// one place at a time, and looks whether a test goes red. Outside the gate: docs/bench/mutation.md says how long it takes.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { parseArgs } from "node:util";

const root = path.resolve(import.meta.dirname, "..");
const { values, positionals } = parseArgs({
  options: { sample: { type: "string" }, mutate: { type: "string" } },
  allowPositionals: true,
});

const stryker = path.join(root, "node_modules/.bin/stryker");
const files = values.mutate === undefined ? [] : ["--mutate", `${values.mutate},!**/*.test.ts`];
// what one sample leaves out is known as left out, and stays so in what is kept for the next run
const kept =
  values.sample === undefined ? [] : ["--incrementalFile", `.data/mutate/sample-${values.sample}.json`];
const { status } = spawnSync(stryker, ["run", ...files, ...kept, ...positionals], {
  cwd: root,
  stdio: "inherit",
  shell: process.platform === "win32",
  env: { ...process.env, ...(values.sample === undefined ? {} : { YC_SAMPLE: values.sample }) },
});
process.exit(status ?? 1);
