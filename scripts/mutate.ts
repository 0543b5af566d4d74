// Breaks rules and scoring on purpose, one place at a time, and looks whether a test goes red:
// `npm run mutate [-- --sample 10 [--seed n]] [-- --mutate "packages/domain/src/time/*.ts" [--tests packages/domain/src/time]]`.
// Outside the gate; how long it takes is written in docs/bench/mutation.md.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { parseArgs } from "node:util";

const root = path.resolve(import.meta.dirname, "..");
const { values, positionals } = parseArgs({
  options: {
    sample: { type: "string" },
    seed: { type: "string" },
    mutate: { type: "string" },
    tests: { type: "string" },
  },
  allowPositionals: true,
});

const stryker = path.join(root, "node_modules/.bin/stryker");
const files = values.mutate === undefined ? [] : ["--mutate", `${values.mutate},!**/*.test.ts`];
// what one sample leaves out, or some tests do not notice, is known as that and stays so in what is kept for the next run
const { sample, seed, tests } = values;
const part = [sample, seed, tests?.replaceAll(/\W+/g, "-")].filter((word) => word !== undefined);
const kept = part.length === 0 ? [] : ["--incrementalFile", `.data/mutate/${part.join("-")}.json`];
const { status } = spawnSync(stryker, ["run", ...files, ...kept, ...positionals], {
  cwd: root,
  stdio: "inherit",
  shell: process.platform === "win32",
  env: { ...process.env, YC_SAMPLE: sample, YC_SAMPLE_SEED: seed, YC_TESTS: tests },
});
process.exit(status ?? 1);
