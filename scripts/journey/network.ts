// The network over all tiers: sub-centers under a provincial center, filings with cities, recommendations from a district
// to its city and from there to the nation, and one hospital in three tenants on one day.
import { gather as gatherCity } from "./chongqing/cast.ts";
import { assess } from "./fuling/assess.ts";
import { gather as gatherDistrict } from "./fuling/cast.ts";
import { collect } from "./fuling/collect.ts";
import { decide } from "./fuling/decide.ts";
import { seminar } from "./fuling/seminar.ts";
import { branches } from "./jiangxi/branches.ts";
import { gather as gatherProvince } from "./jiangxi/cast.ts";
import { founding } from "./jiangxi/founding.ts";
import { nationalBranch } from "./jiangxi/national.ts";
import { fromTheDistrict, recommendsUp } from "./network/lineage.ts";
import { toTheNation } from "./network/nation.ts";
import { oneDay } from "./network/one-day.ts";
import type { JourneyWorld } from "./world.ts";

/** Plays October 2022 to December 2023 in five spaces and answers how many expectations failed. */
export async function playNetwork(world: JourneyWorld): Promise<number> {
  const district = await gatherDistrict(world);
  const city = await gatherCity(world);
  const province = await gatherProvince(world);
  await oneDay(city);
  for (const stage of [collect, seminar, assess]) await stage(district);
  await province.play.day(district.today());
  const { first } = await founding(province);
  await decide(district);
  const { center, sent } = await recommendsUp(district, city);
  await branches(province, first);
  await nationalBranch(province);
  const municipal = await fromTheDistrict({ district, city }, { center, other: sent });
  await toTheNation({ province, city }, { provincial: first, municipal });
  return district.tell.failures() + city.play.tell.failures() + province.play.tell.failures();
}
