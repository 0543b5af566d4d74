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
/** A quota of one group: how many of these cases may have the grade, or with `least` must have it or a lower one. */
export interface Quota {
  path: string;
  grade: Key;
  most?: number;
  least?: number;
  among: readonly string[];
}
export interface Lowered {
  id: string;
  from: Key;
  to: Key;
  cause: string;
  place: Pick<Place, "place" | "tied" | "of">;
  /** how many could stay where they were */
  most: number;
}
export interface QuotaResult {
  grades: { [id: string]: Key };
  lowered: Lowered[];
  /** equals on both sides of a limit, of whom nobody has said who is preferred */
  ties: { path: string; grade: Key; among: string[]; room: number }[];
}

interface Ordered {
  ladder: readonly Key[];
  preferred?: readonly string[];
}

/** First no more than so many in each grade, from the best down; then the last are put where too few are. */
export function applyQuotas(
  candidates: readonly Candidate[],
  quotas: readonly Quota[],
  ordered: Ordered,
): QuotaResult {
  const grades = Object.fromEntries(candidates.map(({ id, grade }) => [id, grade]));
  const result: QuotaResult = { grades, lowered: [], ties: [] };
  const order = (quota: Quota) => ordered.ladder.indexOf(quota.grade);
  const sorted = quotas.toSorted((a, b) => order(a) - order(b));
  for (const quota of sorted)
    if (quota.most !== undefined) keepFew(result, candidates, { quota, ...ordered });
  for (const quota of sorted)
    if (quota.least !== undefined) fillUp(result, candidates, { quota, ...ordered });
  return result;
}

type Applied = Ordered & { quota: Quota };

/** The last grade of a ladder takes everyone: nothing is below it. */
function keepFew(result: QuotaResult, candidates: readonly Candidate[], applied: Applied): void {
  const { quota, ladder } = applied;
  const to = lowerGrade(ladder, quota.grade, 1);
  if (to === quota.grade) return;
  const having = candidates.filter(({ id }) => quota.among.includes(id) && result.grades[id] === quota.grade);
  lowerBehind(result, having, { ...applied, room: quota.most ?? having.length, to });
}

/** Where too few have a grade or a lower one, the last of those above it are put into it. */
function fillUp(result: QuotaResult, candidates: readonly Candidate[], applied: Applied): void {
  const { quota, ladder } = applied;
  const isAbove = ({ id }: Candidate): boolean =>
    ladder.slice(0, ladder.indexOf(quota.grade)).includes(result.grades[id] ?? "");
  const above = candidates.filter((one) => quota.among.includes(one.id) && isAbove(one));
  const off = candidates.filter(
    ({ id }) => quota.among.includes(id) && !ladder.includes(result.grades[id] ?? ""),
  );
  const has = quota.among.length - above.length - off.length;
  const room = Math.max(0, above.length - Math.max(0, (quota.least ?? 0) - has));
  lowerBehind(result, above, { ...applied, room, to: quota.grade });
}

/** Whoever stands behind the room that there is gets the grade `to`; equals on both sides of it are undecided. */
function lowerBehind(
  result: QuotaResult,
  having: readonly Candidate[],
  { quota, preferred = [], room, to }: Applied & { room: number; to: Key },
): void {
  const places = cutOff(rankAll(having), room, preferred);
  const open = places.filter((one) => one.chosen === undefined);
  if (open.length > 0) result.ties.push(tieOf(quota, places, { open, room }));
  for (const one of places.filter((candidate) => candidate.chosen === false)) {
    const from = result.grades[one.id] ?? quota.grade;
    result.grades[one.id] = to;
    const place = { place: one.place, tied: one.tied, of: one.of };
    result.lowered.push({ id: one.id, from, to, cause: quota.path, place, most: room });
  }
}

const tieOf = (
  quota: Quota,
  places: readonly Place[],
  { open, room }: { open: readonly Place[]; room: number },
) => ({
  path: quota.path,
  grade: quota.grade,
  among: open.map((one) => one.id),
  room: room - places.filter((one) => one.chosen === true).length,
});
