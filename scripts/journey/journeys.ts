// Every life that can be played, by the name of its tenant.
import { playChongqing } from "./chongqing.ts";
import { playFuling } from "./fuling.ts";
import { playJiangxi } from "./jiangxi.ts";
import { playLuoyang } from "./luoyang.ts";
import { playNetwork } from "./network.ts";
import { playShandong } from "./shandong.ts";
import type { JourneyWorld } from "./world.ts";

export const JOURNEYS: { readonly [route: string]: (world: JourneyWorld) => Promise<number> } = {
  fuling: playFuling,
  luoyang: playLuoyang,
  chongqing: playChongqing,
  shandong: playShandong,
  jiangxi: playJiangxi,
  network: playNetwork,
};
