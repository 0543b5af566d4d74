// `npm run mutate [-- --sample 10 [--seed n]] [-- --mutate "packages/domain/src/time/*.ts"]`: breaks rules and scoring on
// purpose, one place at a time, and looks whether a test goes red. Outside the gate; how long it takes is written in
// docs/bench/mutation.md.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { parseArgs } from "node:util";

const root = path.resolve(import.meta.dirname, "..");
const { values, positionals } = parseArgs({
  options: { sample: { type: "string" }, seed: { type: "string" }, mutate: { type: "string" } },
  allowPositionals: true,
});

const stryker = path.join(root, "node_modules/.bin/stryker");
const files = values.mutate === undefined ? [] : ["--mutate", `${values.mutate},!**/*.test.ts`];
// what one sample leaves out is known as left out, and stays so in what is kept for the next run
const { sample, seed = "" } = values;
const kept =
  sample === undefined
    ? []
    : ["--incrementalFile", `.data/mutate/sample-${sample}${seed && `-${seed}`}.json`];
const { status } = spawnSync(stryker, ["run", ...files, ...kept, ...positionals], {
  cwd: root,
  stdio: "inherit",
  shell: process.platform === "win32",
  env: { ...process.env, ...(sample === undefined ? {} : { YC_SAMPLE: sample, YC_SAMPLE_SEED: seed }) },
});
process.exit(status ?? 1);
