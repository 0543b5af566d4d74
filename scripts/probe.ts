// `npm run probe -- concurrency [--seed n] [--clients n] [--operations n] [--break seats|root]`: many clients at once on
// a database of their own, every answer held against a model; exits 1 on any violation.
import path from "node:path";
import { parseArgs } from "node:util";
import { urlsByRole } from "@yichuang/db";
import { startEmbedded } from "@yichuang/db/embedded";
import { isBreak } from "./probe/breaks.ts";
import { type Probe, probeConcurrency, type Report } from "./probe/concurrency.ts";

/** Violations that are printed one by one. */
const SHOWN = 40;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: "string", default: String(Date.now() % 100_000) },
    clients: { type: "string", default: "64" },
    operations: { type: "string", default: "2400" },
    break: { type: "string" },
  },
});
const without = values.break;
if (positionals.join() !== "concurrency" || (without !== undefined && !isBreak(without))) {
  console.error(
    "usage: npm run probe -- concurrency [--seed n] [--clients n] [--operations n] [--break seats|root]",
  );
  process.exit(2);
}
const report = await probeAlone({
  seed: Number(values.seed),
  clients: Number(values.clients),
  operations: Number(values.operations),
  ...(without === undefined ? {} : { without }),
});
tell(report);
process.exit(report.violations.length === 0 ? 0 : 1);

async function probeAlone(probe: Probe): Promise<Report> {
  const { seed, clients } = probe;
  const lock = probe.without === undefined ? "" : `, without the lock of ${probe.without}`;
  console.log(`seed ${seed}, ${clients} clients${lock}`);
  const dataDir = path.resolve(import.meta.dirname, "..", ".data", `probe-${process.pid}`);
  const server = await startEmbedded({ dataDir, disposable: true });
  const url = (role?: string): string => server.url("postgres", role);
  try {
    return await probeConcurrency({ adminUrl: url(), ...urlsByRole(url) }, probe);
  } finally {
    await server.stop();
  }
}

function tell({ sent, commits, retried, snapshots, seconds, violations }: Report): void {
  const codes = sent.flatMap(({ answer }) =>
    answer.kind === "done"
      ? []
      : answer.kind === "failed"
        ? [answer.why]
        : answer.violations.map(({ code, path: node }) =>
            code === "seats-taken" ? `${code} ${node}` : code,
          ),
  );
  console.log(`${commits} commits, ${retried} decided anew, ${snapshots} snapshots`);
  console.log(`${seconds.toFixed(1)} s, ${(sent.length / seconds).toFixed(0)} operations a second`);
  console.log(`${sent.filter(({ answer }) => answer.kind !== "done").length} not done:`);
  const counts = [...Map.groupBy(codes, (code) => code)].map(([code, all]) => [code, all.length] as const);
  for (const [code, n] of counts.toSorted((a, b) => b[1] - a[1])) console.log(`  ${n} ${code}`);
  for (const violation of violations.slice(0, SHOWN)) console.log(`✗ ${violation}`);
  if (violations.length > SHOWN) console.log(`✗ … and ${violations.length - SHOWN} more`);
  console.log(`${sent.length} operations, ${violations.length} violations`);
}
