// A province: centers with one lead and several joint institutions, branches under them, evaluation and regrouping.
import { branches } from "./jiangxi/branches.ts";
import { gather } from "./jiangxi/cast.ts";
import { evaluated } from "./jiangxi/evaluation.ts";
import { founding } from "./jiangxi/founding.ts";
import { nationalBranch } from "./jiangxi/national.ts";
import { regrouped } from "./jiangxi/regrouping.ts";
import type { JourneyWorld } from "./world.ts";

/** Plays the years 2022 to 2027 and answers how many expectations failed. */
export async function playJiangxi(world: JourneyWorld): Promise<number> {
  const cast = await gather(world);
  const { first, second } = await founding(cast);
  await branches(cast, first);
  await nationalBranch(cast);
  await evaluated(cast, { poor: second, good: first });
  await regrouped(cast, first);
  return cast.play.tell.failures();
}
