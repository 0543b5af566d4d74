// `npm run journey -- fuling`, `-- all`: lives over the API without a browser; exits 0 only if each expectation held.
import path from "node:path";
import { urlsByRole } from "@yichuang/db";
import { startEmbedded } from "@yichuang/db/embedded";
import { JOURNEYS } from "./journey/journeys.ts";
import { type JourneyWorld, openWorld } from "./journey/world.ts";

/** Plays one journey in a world of its own: a fresh server, a fresh database. */
async function playAlone(play: (world: JourneyWorld) => Promise<number>): Promise<number> {
  const dataDir = path.resolve(import.meta.dirname, "..", ".data", `journey-${process.pid}`);
  const server = await startEmbedded({ dataDir, disposable: true });
  try {
    const world = await openWorld({
      adminUrl: server.url("postgres"),
      ...urlsByRole((role) => server.url("postgres", role)),
    });
    try {
      return await play(world);
    } finally {
      await world.close();
    }
  } finally {
    await server.stop();
  }
}

const [name = ""] = process.argv.slice(2);
const chosen = Object.entries(JOURNEYS).filter(([route]) => name === "all" || name === route);
if (chosen.length === 0) {
  console.error(`没有这条路线：${name || "（空）"}。可以走：${[...Object.keys(JOURNEYS), "all"].join("、")}`);
  process.exit(2);
}
let failures = 0;
for (const [route, play] of chosen) {
  console.log(`\n=== ${route}`);
  const failed = await playAlone(play);
  console.log(`\n${failed === 0 ? "全部如期" : `${failed} 处不符`}`);
  failures += failed;
}
process.exit(failures === 0 ? 0 : 1);
