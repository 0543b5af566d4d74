// `npm test [-- filters and Vitest options]`: runs Vitest and says the counts alone on the last line.
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { countTests, readReport, sayCounts, succeeded } from "./test-counts.ts";

const root = path.resolve(import.meta.dirname, "..");
const report = path.join(root, ".data", "reports", `vitest-${process.pid}.json`);
mkdirSync(path.dirname(report), { recursive: true });

const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
const { status } = spawnSync("vitest", ["run", ...reporters, ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
});
const counts = countTests(readReport(report));
rmSync(report, { force: true });
const good = status === 0 && succeeded(counts);
if (!good && counts.failed === 0)
  console.error(`vitest ended with ${status}: a run without a result counts as failed`);
console.log(sayCounts(good ? counts : { ...counts, failed: Math.max(counts.failed, 1) }));
process.exitCode = good ? 0 : 1;
