// `npm run journey -- fuling`: a life over the API without a browser; exits 0 only if each expectation held.
import path from "node:path";
import { startEmbedded } from "@yichuang/db/embedded";
import { playFuling } from "./journey/fuling.ts";
import { type JourneyWorld, openWorld } from "./journey/world.ts";

const JOURNEYS: Record<string, (world: JourneyWorld) => Promise<number>> = { fuling: playFuling };

const [name = ""] = process.argv.slice(2);
const play = JOURNEYS[name];
if (play === undefined) {
  console.error(`没有这条路线：${name || "（空）"}。可以走：${Object.keys(JOURNEYS).join("、")}`);
  process.exit(2);
}
const dataDir = path.resolve(import.meta.dirname, "..", ".data", `journey-${process.pid}`);
const server = await startEmbedded({ dataDir, disposable: true });
let failures = 1;
try {
  const world = await openWorld({
    adminUrl: server.url("postgres"),
    appUrl: server.url("postgres", "yc_app"),
    workerUrl: server.url("postgres", "yc_worker"),
  });
  try {
    failures = await play(world);
  } finally {
    await world.close();
  }
} finally {
  await server.stop();
}
process.exit(failures === 0 ? 0 : 1);
