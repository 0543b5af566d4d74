// A total added up again from its kept terms alone: no policy, no facts, and none of the arithmetic that made it.
import type { Decimal } from "../contract/basics.ts";
import type { ScoreTerm } from "../contract/events.ts";
import { Exact, sumOf } from "../evaluate/decimal.ts";

interface Part {
  points: Exact;
  bonus: Exact;
  weight: Exact;
  /** does not apply: its weight is shared out over its siblings */
  absent: boolean;
}

/**
 * The total and the bonus that follow from the terms of a sheet. A term that lies below another one by its path is a part
 * of it; a group without a term of its own only adds up.
 */
export function recompute(terms: readonly ScoreTerm[]): { total: Decimal; bonus: Decimal } {
  const { points, bonus } = addParts(partsBelow(terms, undefined), "sum");
  return { total: points.toString(), bonus: bonus.toString() };
}

const isBelow = (term: ScoreTerm, group: ScoreTerm): boolean => term.item.startsWith(`${group.item}/`);

function partsBelow(terms: readonly ScoreTerm[], group: ScoreTerm | undefined): Part[] {
  const inside = group === undefined ? terms : terms.filter((term) => isBelow(term, group));
  const nearest = inside.filter((term) => !inside.some((other) => isBelow(term, other)));
  return nearest.map((term) => partOf(terms, term));
}

const NOTHING_EARNED = new Set(["gated", "no-evidence", "absent", "shared-out"]);

function partOf(terms: readonly ScoreTerm[], term: ScoreTerm): Part {
  const below = term.combine === undefined ? undefined : addParts(partsBelow(terms, term), term.combine);
  const raw = below?.points ?? new Exact(NOTHING_EARNED.has(term.how) ? 0 : (term.raw ?? term.points));
  const floor = term.floor ?? (below === undefined ? "0" : undefined);
  const lifted = floor === undefined || NOTHING_EARNED.has(term.how) ? raw : Exact.max(raw, floor);
  const points = term.weight === undefined ? lifted : Exact.min(lifted, term.weight);
  const over = term.over === undefined ? new Exact(0) : lifted.minus(points);
  const bonus = sumOf([below?.bonus ?? new Exact(0), over]);
  if (term.bonus === true) {
    return { points: new Exact(0), bonus: bonus.plus(points), weight: new Exact(0), absent: false };
  }
  const weight = term.weight === undefined ? (below?.weight ?? new Exact(0)) : new Exact(term.weight);
  return { points, bonus, weight, absent: term.how === "shared-out" };
}

function addParts(parts: readonly Part[], combine: "sum" | "best"): Part {
  const bonus = sumOf(parts.map((part) => part.bonus));
  const weight = sumOf(parts.map((part) => part.weight));
  const present = parts.filter((part) => !part.absent);
  const absent = parts.length > 0 && present.length === 0;
  const earned = present.map((part) => part.points);
  if (combine === "best") {
    const points = earned.length === 0 ? new Exact(0) : Exact.max(...earned);
    return { points, bonus, weight, absent };
  }
  const sum = sumOf(earned);
  const used = sumOf(present.map((part) => part.weight));
  const shares = present.length < parts.length && !used.isZero();
  return { points: shares ? sum.times(weight).div(used) : sum, bonus, weight, absent };
}
