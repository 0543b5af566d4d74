// Places among the cases of a cohort: a weak order in which equals share a place (policy-model 6.3).
import type { Exact } from "../evaluate/decimal.ts";

export interface Entrant {
  id: string;
  value: Exact;
}
export interface Place {
  id: string;
  value: Exact;
  /** 1 for the greatest value; equals share it, and the places behind them stay empty */
  place: number;
  tied: number;
  of: number;
  /** by the cut; left out where equals stand on both sides of it */
  chosen?: boolean;
  preferred?: boolean;
}

/** Everyone's place, the greatest value first. */
export function rankAll(entrants: readonly Entrant[]): Place[] {
  const sorted = entrants.toSorted((a, b) => b.value.cmp(a.value));
  return sorted.map(({ id, value }) => {
    const equals = sorted.filter((other) => other.value.eq(value));
    const above = sorted.filter((other) => other.value.gt(value));
    return { id, value, place: above.length + 1, tied: equals.length, of: sorted.length };
  });
}

/** Those who share a place, ranked among themselves by a further value. Who is not among `by` stays in its place. */
export function rankEquals(places: readonly Place[], by: readonly Entrant[]): Place[] {
  const settled = places.map((shared) => {
    const equals = places.filter(({ place }) => place === shared.place).map(({ id }) => id);
    const among = rankAll(by.filter(({ id }) => equals.includes(id)));
    const own = among.find(({ id }) => id === shared.id);
    if (own === undefined) return shared;
    return { ...shared, place: shared.place + own.place - 1, tied: own.tied };
  });
  return settled.toSorted((a, b) => a.place - b.place);
}

/**
 * Who is chosen by a cut. Those who share the place at the cut are undecided, unless the authority prefers some of
 * them and there is room for these.
 */
export function cutOff(places: readonly Place[], cut: number, preferred: readonly string[] = []): Place[] {
  const atCut = places.filter((one) => one.place <= cut && one.place + one.tied - 1 > cut);
  const room = cut - places.filter((one) => one.place + one.tied - 1 <= cut).length;
  const liked = atCut.filter((one) => preferred.includes(one.id));
  const decided = liked.length > 0 && liked.length <= room;
  return places.map((one) => {
    if (!atCut.includes(one)) return { ...one, chosen: one.place <= cut };
    if (!decided) return one;
    const chosen = liked.includes(one);
    return { ...one, chosen, ...(chosen ? { preferred: true } : {}) };
  });
}
