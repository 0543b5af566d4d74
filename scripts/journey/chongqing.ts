// A city's years: a municipal center for a district's hospital, talents, filed hires, price items, duties, integrity.
import { gather } from "./chongqing/cast.ts";
import { municipalCenter } from "./chongqing/center.ts";
import { judgedDuties, yearEnds, yearlyFigures } from "./chongqing/duties.ts";
import { filedHire } from "./chongqing/hiring.ts";
import { priceItem } from "./chongqing/price.ts";
import { demand, recruiting, supervision, tasks } from "./chongqing/running.ts";
import { integrity, talents } from "./chongqing/talents.ts";
import type { JourneyWorld } from "./world.ts";

/** Plays the years 2022 to 2024 and answers how many expectations failed. */
export async function playChongqing(world: JourneyWorld): Promise<number> {
  const cast = await gather(world);
  const center = await municipalCenter(cast);
  const talent = await talents(cast);
  await filedHire(cast);
  await priceItem(cast);
  await recruiting(cast);
  await demand(cast);
  await yearlyFigures(cast);
  await judgedDuties(cast);
  await tasks(cast);
  await supervision(cast, center);
  await integrity(cast, talent);
  await yearEnds(cast);
  return cast.play.tell.failures();
}
