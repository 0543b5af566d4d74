// The probe of concurrency: a crowd on one database, then everything that it was told and left behind before the model.
import type { DatabaseUrls } from "../journey/world.ts";
import { openArena } from "./arena.ts";
import { type Break, BREAKS, COUNT_RETRIES } from "./breaks.ts";
import { runCrowd } from "./crowd.ts";
import { faultsInStore, onDatabase, readCommits } from "./history.ts";
import { judge } from "./judge.ts";
import type { Sent } from "./sending.ts";
import { watching } from "./watch.ts";

export interface Probe {
  clients: number;
  operations: number;
  seed: number;
  /** the lock that is taken out */
  without?: Break;
}

export interface Report {
  sent: Sent[];
  commits: number;
  /** how often the database sent an act back because somebody else was first */
  retried: number;
  snapshots: number;
  seconds: number;
  violations: string[];
}

/** Runs on a database that is empty and the probe's own. */
export async function probeConcurrency(urls: DatabaseUrls, probe: Probe): Promise<Report> {
  const arena = await openArena(urls, probe.clients);
  try {
    return await onDatabase(urls.adminUrl, async (client) => {
      await client.query(COUNT_RETRIES);
      if (probe.without !== undefined) await client.query(BREAKS[probe.without]);
      const began = performance.now();
      const crowd = runCrowd({ ...probe, clients: arena.clients });
      const { result: sent, snapshots, seen } = await watching(client, crowd);
      const seconds = (performance.now() - began) / 1000;
      const { rows } = await client.query<{ n: number }>(
        "select case when is_called then last_value else 0 end::int as n from app.sent_back",
      );
      const commits = await readCommits(urls.adminUrl);
      const violations = [...seen, ...judge(commits, sent), ...(await faultsInStore(urls.adminUrl))];
      return { sent, commits: commits.length, retried: rows[0]?.n ?? 0, snapshots, seconds, violations };
    });
  } finally {
    await arena.close();
  }
}
