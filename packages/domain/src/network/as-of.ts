// The network on any day, read from the same rows: stretches of days are half-open, [from, to).
import type { Standing } from "@yichuang/policy";
import type { CalendarDate } from "../contract/basics.ts";
import type { NetworkCenter } from "../contract/network.ts";

/** Whether something dated holds on a day: its first day counts, its last does not. */
export const holdsOn = (
  { from, to }: { from: CalendarDate; to?: CalendarDate },
  day: CalendarDate,
): boolean => from <= day && (to === undefined || day < to);

const ENDED: readonly Standing[] = ["declined", "revoked", "exited"];

/** A center that has a place in the network; an ended one is history only. */
export const stillStands = ({ standing }: { standing: Standing }): boolean => !ENDED.includes(standing);

/**
 * The centers that had a standing on a day, each with the standing, the grade, the links and the waivers of that day.
 * A center without a stretch on the day is left out; an ended one is kept as ended. What is known of today only, a
 * score or the label of another grade, is not claimed of another stretch.
 */
export function centersOn(centers: readonly NetworkCenter[], day: CalendarDate): NetworkCenter[] {
  return centers.flatMap((center) => {
    const span = center.spans.find((one) => holdsOn(one, day));
    if (span === undefined) return [];
    const { grade, score, designatedOn, termEndsOn, ...rest } = center;
    const sameStretch = span.to === undefined;
    return [
      {
        ...rest,
        standing: span.standing,
        ...(grade !== undefined && grade.key === span.grade ? { grade } : {}),
        ...(score !== undefined && sameStretch ? { score } : {}),
        ...(designatedOn !== undefined && designatedOn <= day ? { designatedOn } : {}),
        ...(termEndsOn !== undefined && sameStretch ? { termEndsOn } : {}),
        links: center.links.filter((link) => holdsOn(link, day)),
        waivers: center.waivers.filter(({ until }) => until === undefined || day < until),
      },
    ];
  });
}
