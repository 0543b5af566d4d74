// How many of a cohort may have a grade (policy-model 6.7): decided from the best grade down, after all adjustments.
import type { Key } from "@yichuang/policy";
import type { Exact } from "../evaluate/decimal.ts";
import { lowerGrade } from "./grade.ts";
import type { Place } from "./rank.ts";
import { cutOff, rankAll } from "./rank.ts";

/** One case of the cohort with the grade that it has so far. Without a value it stands behind all that have one. */
export interface Candidate {
  id: string;
  grade: Key;
  value: Exact;
}
/** A quota of one group: how many of these cases may have the grade. */
export interface Quota {
  path: string;
  grade: Key;
  most: number;
  among: readonly string[];
}
export interface Lowered {
  id: string;
  from: Key;
  to: Key;
  cause: string;
  place: Pick<Place, "place" | "tied" | "of">;
  most: number;
}
export interface QuotaResult {
  grades: { [id: string]: Key };
  lowered: Lowered[];
  /** equals on both sides of a limit, of whom nobody has said who is preferred */
  ties: { path: string; grade: Key; among: string[]; room: number }[];
}

/** The last grade of a ladder takes everyone: nothing is below it. */
export function applyQuotas(
  candidates: readonly Candidate[],
  quotas: readonly Quota[],
  { ladder, preferred = [] }: { ladder: readonly Key[]; preferred?: readonly string[] },
): QuotaResult {
  const grades = Object.fromEntries(candidates.map(({ id, grade }) => [id, grade]));
  const result: QuotaResult = { grades, lowered: [], ties: [] };
  const order = (quota: Quota) => ladder.indexOf(quota.grade);
  for (const quota of quotas.toSorted((a, b) => order(a) - order(b))) {
    if (lowerGrade(ladder, quota.grade, 1) === quota.grade) continue;
    const having = candidates.filter(({ id }) => quota.among.includes(id) && grades[id] === quota.grade);
    const places = cutOff(rankAll(having), quota.most, preferred);
    const open = places.filter((one) => one.chosen === undefined);
    if (open.length > 0) result.ties.push(tieOf(quota, places, open));
    for (const one of places.filter((candidate) => candidate.chosen === false)) {
      const to = lowerGrade(ladder, quota.grade, 1);
      grades[one.id] = to;
      const place = { place: one.place, tied: one.tied, of: one.of };
      result.lowered.push({ id: one.id, from: quota.grade, to, cause: quota.path, place, most: quota.most });
    }
  }
  return result;
}

const tieOf = (quota: Quota, places: readonly Place[], open: readonly Place[]) => ({
  path: quota.path,
  grade: quota.grade,
  among: open.map((one) => one.id),
  room: quota.most - places.filter((one) => one.chosen === true).length,
});
