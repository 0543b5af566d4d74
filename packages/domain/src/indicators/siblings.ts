// Siblings of an indicator tree put together: added up, or the best of them; what does not apply shares its weight out.
import { Exact } from "../evaluate/decimal.ts";
import type { Interval } from "../evaluate/interval.ts";
import {
  addUp,
  either,
  higherOf,
  isPoint,
  NOTHING,
  pointAt,
  times,
} from "../evaluate/interval-arithmetic.ts";

/** What an item comes to, as far as it is known. `absent`: its weight is shared out over its siblings. */
export interface Scored {
  points: Interval;
  bonus: Interval;
  weight: Interval;
  absent: boolean;
}

export const NO_POINTS: Scored = { points: NOTHING, bonus: NOTHING, weight: NOTHING, absent: false };

export function together(scored: readonly Scored[], combine: "sum" | "best"): Scored {
  const weight = addUp(scored.map((one) => one.weight));
  const bonus = addUp(scored.map((one) => one.bonus));
  const present = scored.filter((one) => !one.absent);
  const absent = present.length === 0 && scored.length > 0;
  if (combine === "best") {
    const [first = NO_POINTS, ...rest] = present;
    return {
      points: rest.reduce((best, one) => higherOf(best, one.points), first.points),
      bonus,
      weight,
      absent,
    };
  }
  const sum = addUp(present.map((one) => one.points));
  const used = addUp(present.map((one) => one.weight));
  const gone = addUp(scored.filter((one) => one.absent).map((one) => one.weight));
  const points = present.length < scored.length ? sharedOut(sum, gone, used) : sum;
  return { points, bonus, weight, absent };
}

/** Points out of `used`, as if out of what is `gone` too. Multiplied before it is divided, so that three thirds are a whole. */
function sharedOut(sum: Interval, gone: Interval, used: Interval): Interval {
  if (used.most.isZero()) return sum;
  if (isPoint(sum) && isPoint(gone) && isPoint(used)) {
    return pointAt(sum.least.times(used.least.plus(gone.least)).div(used.least));
  }
  const most = used.least.isZero() ? new Exact(Infinity) : gone.most.div(used.least).plus(1);
  // nothing is shared out where the others turn out to weigh nothing
  return either(sum, times(sum, { least: new Exact(1), most }));
}
