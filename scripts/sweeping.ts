// Once a minute: appends what dates have caused (a term's end, a report that was missed), tenant by tenant, and folds the
// sums of the network.
import { foldRollups, type Pools } from "@yichuang/db";
import { sweepAll } from "@yichuang/api";

const EVERY_MS = 60_000;

export function startSweeping(pools: Pools): { stop: () => void } {
  let running = false;
  const timer = setInterval(() => {
    if (running) return;
    running = true;
    void sweepAll(pools)
      .then(() => foldRollups(pools))
      .catch((error: unknown) => console.error("sweeping failed:", error))
      .finally(() => {
        running = false;
      });
  }, EVERY_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
