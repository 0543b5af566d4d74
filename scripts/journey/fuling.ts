// One life of three centers of the 2022 cohort, stage by stage, over the API.
import { accept } from "./fuling/accept.ts";
import { assess } from "./fuling/assess.ts";
import { build } from "./fuling/build.ts";
import { gather } from "./fuling/cast.ts";
import { collect } from "./fuling/collect.ts";
import { decide } from "./fuling/decide.ts";
import { manage } from "./fuling/manage.ts";
import { rectify } from "./fuling/rectify.ts";
import { seminar } from "./fuling/seminar.ts";
import type { JourneyWorld } from "./world.ts";

/** Plays the life and answers how many expectations failed. */
export async function playFuling(world: JourneyWorld): Promise<number> {
  const cast = await gather(world);
  for (const stage of [collect, seminar, assess, decide, build, accept, rectify, manage]) await stage(cast);
  const admin = await world.actor("admin", "tenant-admin");
  const { broken } = await admin.api.supervision.audit.query({ as: admin.as, page: 1 });
  cast.tell.holds("审计链从头到尾完整", broken === null);
  return cast.tell.failures();
}
