// Points of a sheet, line by line. Every term is kept, so that a stranger can add the total up again.
import { type Indicator, isOpen, type Policy, type Sheet } from "@yichuang/policy";
import type { Decimal } from "../contract/basics.ts";
import type { ScoreTerm } from "../contract/events.ts";
import { evaluateCondition } from "../evaluate/condition.ts";
import { Exact, sumOf } from "../evaluate/decimal.ts";
import { numberOf } from "../evaluate/number-of.ts";
import { resolveValue } from "../evaluate/value.ts";
import type { World } from "../evaluate/world.ts";
import type { TreeItem } from "./tree.ts";

/** Points that a person gave, by the path of the line. `null` says: not applicable. */
export interface GivenPoints {
  [item: string]: { points: Decimal | null; comment?: string };
}

export interface SheetScore {
  terms: ScoreTerm[];
  /** unrounded unless the sheet says otherwise */
  total: Decimal;
  /** what stands outside the total: bonus items and overflow */
  bonus: Decimal;
  /** lines that nobody has scored, or that block the total */
  unscored: string[];
}

interface Scored {
  points: Exact;
  bonus: Exact;
  weight: Exact;
  absent: boolean;
}

interface Scoring {
  sheet: Sheet;
  policy: Policy;
  given: GivenPoints;
  world: World;
  terms: ScoreTerm[];
  unscored: string[];
}

/** Scores a sheet. `tree` is the effective tree, so that an applicant's weighted rows are scored one by one. */
export function scoreSheet(
  policy: Policy,
  sheet: Sheet,
  { tree, given, world }: { tree: readonly TreeItem[]; given: GivenPoints; world: World },
): SheetScore {
  const scoring: Scoring = { sheet, policy, given, world, terms: [], unscored: [] };
  const scored = tree.map((item) => scoreItem(scoring, item));
  const { points, bonus } = together(scored, "sum");
  return {
    terms: scoring.terms,
    total: rounded(sheet, points).toString(),
    bonus: bonus.toString(),
    unscored: scoring.unscored,
  };
}

/** Once, at the sheet's end, as the sheet says (policy-model 3.2). */
function rounded(sheet: Sheet, total: Exact): Exact {
  if (sheet.rounding === undefined) return total;
  const mode = sheet.rounding.mode === "down" ? Exact.ROUND_DOWN : Exact.ROUND_HALF_UP;
  return total.toDecimalPlaces(sheet.rounding.places, mode);
}

/** Adds up siblings; the weight of those that do not apply is shared out over the others. */
function together(scored: readonly Scored[], combine: "sum" | "best"): Scored {
  const weight = sumOf(scored.map((one) => one.weight));
  const bonus = sumOf(scored.map((one) => one.bonus));
  const present = scored.filter((one) => !one.absent);
  const absent = present.length === 0 && scored.length > 0;
  if (combine === "best") {
    return {
      points: present.reduce((best, one) => Exact.max(best, one.points), new Exact(0)),
      bonus,
      weight,
      absent,
    };
  }
  const sum = sumOf(present.map((one) => one.points));
  const used = sumOf(present.map((one) => one.weight));
  const shared = present.length < scored.length && !used.isZero() ? sum.times(weight).div(used) : sum;
  return { points: shared, bonus, weight, absent };
}

const pathOf = (sheet: Sheet, item: TreeItem): string =>
  `sheets/${sheet.key}/items/${item.path.split("/").join("/items/")}`;

function scoreItem(scoring: Scoring, item: TreeItem): Scored {
  const gated = isGated(scoring, item);
  const inner = item.scored || item.items.length === 0 ? scoreLine(scoring, item) : scoreGroup(scoring, item);
  if (!gated) return inner;
  for (const term of scoring.terms)
    if (within(term.item, item.path)) Object.assign(term, { points: "0", how: "gated" });
  return { ...inner, points: new Exact(0), bonus: new Exact(0), absent: false };
}

const within = (path: string, above: string): boolean => path === above || path.startsWith(`${above}/`);

function isGated(scoring: Scoring, item: TreeItem): boolean {
  const gate = item.indicator?.gate;
  if (gate === undefined) return false;
  return evaluateCondition(gate, scoring.world, `${pathOf(scoring.sheet, item)}/gate`).truth === "false";
}

function scoreGroup(scoring: Scoring, item: TreeItem): Scored {
  const below = item.items.map((one) => scoreItem(scoring, one));
  const sum = together(below, item.indicator?.combine ?? "sum");
  if (item.weight === undefined) return sum;
  const weight = new Exact(item.weight);
  const points = Exact.min(sum.points, weight);
  const over = keepsOverflow(scoring, item) ? sum.points.minus(points) : new Exact(0);
  return { points, bonus: sum.bonus.plus(over), weight, absent: sum.absent };
}

function keepsOverflow(scoring: Scoring, item: TreeItem): boolean {
  const overflow = item.indicator?.overflow;
  if (overflow === undefined) return false;
  const resolved = resolveValue(overflow, scoring.world, `${pathOf(scoring.sheet, item)}/overflow`);
  return resolved.kind === "known" && resolved.value === "bonus";
}

function scoreLine(scoring: Scoring, item: TreeItem): Scored {
  const weight = new Exact(item.weight ?? 0);
  const raw = rawPoints(scoring, item);
  if (raw === "absent") return absentLine(scoring, item, weight);
  if (raw === undefined) {
    scoring.unscored.push(item.path);
    return { points: new Exact(0), bonus: new Exact(0), weight, absent: false };
  }
  const floor = floorOf(scoring, item);
  const lifted = Exact.max(raw.value, floor);
  const points = item.weight === undefined ? lifted : Exact.min(lifted, weight);
  const over = lifted.minus(points);
  const how = over.gt(0) ? "capped" : lifted.gt(raw.value) ? "floored" : raw.how;
  addTerm(scoring, item, { raw: raw.value, points, how });
  if (item.indicator?.bonus === true)
    return { points: new Exact(0), bonus: points, weight: new Exact(0), absent: false };
  return { points, bonus: keepsOverflow(scoring, item) ? over : new Exact(0), weight, absent: false };
}

/** A line that does not apply: zero, its weight shared out, or the total blocked, as the sheet says. */
function absentLine(scoring: Scoring, item: TreeItem, weight: Exact): Scored {
  const said = item.indicator?.absent;
  const resolved =
    said === undefined
      ? undefined
      : resolveValue(said, scoring.world, `${pathOf(scoring.sheet, item)}/absent`);
  if (resolved?.kind !== "known" || resolved.value === "block") scoring.unscored.push(item.path);
  const shared = resolved?.kind === "known" && resolved.value === "share-out";
  addTerm(scoring, item, { points: new Exact(0), how: shared ? "shared-out" : "absent" });
  return { points: new Exact(0), bonus: new Exact(0), weight, absent: shared };
}

function floorOf(scoring: Scoring, item: TreeItem): Exact {
  const floor = item.indicator?.floor;
  if (floor === undefined) return new Exact(0);
  const resolved = resolveValue<number>(floor, scoring.world, `${pathOf(scoring.sheet, item)}/floor`);
  return new Exact(resolved.kind === "known" ? resolved.value : 0);
}

/** Given by a person, or computed by the item's own measure. */
function rawPoints(scoring: Scoring, item: TreeItem): { value: Exact; how: string } | "absent" | undefined {
  const given = scoring.given[item.path];
  if (given?.points === null) return "absent";
  const points = item.indicator?.points;
  if (points === undefined || isJudged(points)) {
    return given === undefined ? undefined : { value: new Exact(given.points), how: "judged" };
  }
  const computed = numberOf(points, scoring.world, `${pathOf(scoring.sheet, item)}/points`);
  return computed.kind === "known" ? { value: computed.value, how: "computed" } : undefined;
}

const isJudged = (
  points: NonNullable<Indicator["points"]>,
): points is Extract<NonNullable<Indicator["points"]>, { kind: "judged" }> =>
  typeof points === "object" && !isOpen(points) && "kind" in points && points.kind === "judged";

function addTerm(
  scoring: Scoring,
  item: TreeItem,
  { raw, points, how }: { raw?: Exact; points: Exact; how: string },
): void {
  const comment = scoring.given[item.path]?.comment;
  scoring.terms.push({
    item: item.path,
    label: item.label.zh,
    points: points.toString(),
    how,
    ...(item.weight === undefined ? {} : { weight: item.weight }),
    ...(raw === undefined ? {} : { raw: raw.toString() }),
    ...(comment === undefined || comment === "" ? {} : { comment }),
  });
}
