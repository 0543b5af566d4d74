import type { Procedure } from "@yichuang/policy";
import type { CaseFacts } from "../contract/facts.ts";
import type { World } from "../evaluate/world.ts";
import type { FactPlace } from "../history/fact-place.ts";
import { worldOf } from "../history/world-of.ts";
import { startOfDay } from "../time/days.ts";
import type { Asking } from "./due.ts";

/** The last day that there is: settlements of a root's own history count in its rows whatever day is read. */
const ANY_DAY = "9999-12-31";

/** A place that looks at the root's own history only, and supposes that a running term will end on its day. */
export function placeFor({ root, policy, settled, today = ANY_DAY }: Asking, year?: number): FactPlace {
  const ends = root.kind === "center" ? root.termEndsOn : undefined;
  return {
    policy,
    today,
    now: startOfDay(today),
    holidays: {},
    root,
    ...(settled === undefined ? {} : { tenant: settled }),
    ...(year === undefined ? {} : { year }),
    ...(ends === undefined ? {} : { supposed: { "center.term-ended-on": ends } }),
  };
}

/** A case with its procedure, as obligations and rows look at it. */
export interface CaseAsked {
  asking: Asking;
  kase: CaseFacts;
  procedure: Procedure;
  place: FactPlace & { kase: CaseFacts };
  world: World;
}

export function caseAsked(asking: Asking, kase: CaseFacts): CaseAsked | undefined {
  const procedure = asking.policy.procedures.find((candidate) => candidate.key === kase.procedure);
  if (procedure === undefined) return undefined;
  const place = { ...placeFor(asking), kase };
  return { asking, kase, procedure, place, world: worldOf(place) };
}
