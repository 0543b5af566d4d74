// One item of a sheet: its gate and its evidence first, then its own points or those of the items below it.
import { Exact } from "../evaluate/decimal.ts";
import type { ScoreTerm } from "../contract/events.ts";
import { evaluateCondition } from "../evaluate/condition.ts";
import type { Interval } from "../evaluate/interval.ts";
import {
  above,
  addUp,
  either,
  higherOf,
  isPoint,
  lowerOf,
  NOTHING,
} from "../evaluate/interval-arithmetic.ts";
import { numberOf } from "../evaluate/number-of.ts";
import { causeOf, resolveValue } from "../evaluate/value.ts";
import type { World } from "../evaluate/world.ts";
import { isJudged } from "./judged-points.ts";
import {
  chosen,
  isProven,
  pathOf,
  type Scoring,
  type Span,
  spanOf,
  type Unsettled,
  weightOf,
} from "./scoring.ts";
import { NO_POINTS, type Scored, together } from "./siblings.ts";
import type { TreeItem } from "./tree.ts";

interface At {
  scoring: Scoring;
  item: TreeItem;
  world: World;
}

/** Points of an item and of all below it, as far as they are known. Adds their terms in the order of the tree. */
export function scoreItem(scoring: Scoring, item: TreeItem, around: World): Scored {
  const world = itemWorld(scoring, item, around);
  const at = { scoring, item, world };
  const stopped = [gateOf(at), evidenceOf(at)];
  const closed = stopped.find((stop) => stop.truth === "closed");
  if (closed !== undefined) return nothing(at, closed.how);
  const inner = item.scored || item.items.length === 0 ? scoreLine(at) : scoreGroup(at);
  const unknown = stopped.find((stop) => stop.truth === "unknown");
  return unknown === undefined ? inner : withOrWithout(at, inner, unknown.why);
}

/** An item's own period overrides the one around it. */
function itemWorld({ sheet }: Scoring, item: TreeItem, around: World): World {
  const period = item.indicator?.period;
  if (period === undefined) return around;
  return { ...around, period: { value: period, path: `${pathOf(sheet, item)}/period` } };
}

type Stop =
  | { truth: "open" }
  | { truth: "closed"; how: "gated" | "no-evidence" }
  | { truth: "unknown"; why: Unsettled };

function gateOf({ scoring, item, world }: At): Stop {
  const gate = item.indicator?.gate;
  if (gate === undefined) return { truth: "open" };
  const ruling = evaluateCondition(gate, world, `${pathOf(scoring.sheet, item)}/gate`);
  if (ruling.truth === "true") return { truth: "open" };
  if (ruling.truth === "false") return { truth: "closed", how: "gated" };
  const { open, missing, awaiting } = causeOf(ruling);
  return {
    truth: "unknown",
    why: {
      item: item.path,
      ...(open === undefined ? {} : { open }),
      ...(missing === undefined ? {} : { missing }),
      ...(awaiting === undefined ? {} : { awaiting }),
    },
  };
}

/** Evidence or zero: without an accepted piece of evidence an item earns nothing, and its term says so. */
function evidenceOf({ scoring, item, world }: At): Stop {
  const evidence = item.indicator?.evidence;
  const given = scoring.given[item.path];
  if (evidence === undefined || given?.points === null) return { truth: "open" };
  if (isProven(evidence.kinds, given?.evidence)) return { truth: "open" };
  const lacking = resolveValue(evidence.lacking, world, `${pathOf(scoring.sheet, item)}/evidence/lacking`);
  if (lacking.kind === "known") {
    return lacking.value === "accepted" ? { truth: "open" } : { truth: "closed", how: "no-evidence" };
  }
  const cause = lacking.kind === "open" ? { open: lacking.open } : { missing: lacking.ref };
  return { truth: "unknown", why: { item: item.path, ...cause } };
}

/** All of its points are gone, and nothing below is asked for. */
function nothing(at: At, how: "gated" | "no-evidence"): Scored {
  const weight = fullWeight(at, at.item);
  keep(at, { points: NOTHING, weight, how });
  return standing(at, { ...NO_POINTS, weight });
}

/** The weight of an item among its siblings: its own, or those of the items below it. */
function fullWeight(at: At, item: TreeItem): Interval {
  const own = weightOf(at.scoring.sheet, item, at.world);
  if (own !== undefined) return own.span;
  return addUp(
    item.items.filter((below) => below.indicator?.bonus !== true).map((below) => fullWeight(at, below)),
  );
}

/** Nobody can say yet whether the item counts: with its points, or without. */
function withOrWithout(at: At, inner: Scored, why: Unsettled): Scored {
  const points = inner.absent
    ? { least: new Exact(0), most: inner.weight.most }
    : either(inner.points, NOTHING);
  const bonus = either(inner.bonus, NOTHING);
  if (!isPoint(points) || !isPoint(bonus)) at.scoring.unsettled.push(why);
  return { ...inner, points, bonus, absent: false };
}

function scoreGroup(at: At): Scored {
  const { scoring, item, world } = at;
  const place = scoring.terms.length;
  const combine = item.indicator?.combine ?? "sum";
  const sum = together(
    item.items.map((below) => scoreItem(scoring, below, world)),
    combine,
  );
  const weight = weightOf(scoring.sheet, item, world);
  const floor = floorOf(at);
  const lifted = floor === undefined ? sum.points : higherOf(sum.points, floor.span);
  const limited = limit(at, lifted, weight);
  note(at, [floor, weight, limited], limited);
  const how = sum.absent ? "shared-out" : !isNothing(limited.above) ? "capped" : combine;
  keep(at, { ...limited, weight: weight?.span, floor: floor?.span, combine, how }, place);
  const full = weight?.span ?? sum.weight;
  const bonus = addUp([sum.bonus, limited.over]);
  return standing(at, { points: limited.points, bonus, weight: full, absent: sum.absent });
}

function scoreLine(at: At): Scored {
  const { scoring, item, world } = at;
  const weight = weightOf(scoring.sheet, item, world);
  if (scoring.given[item.path]?.points === null) return absentLine(at, weight);
  const raw = rawPoints(at);
  const floor = floorOf(at) ?? { span: NOTHING };
  if (raw === undefined) scoring.unscored.push(item.path);
  const lifted = raw === undefined ? anyFrom(floor.span) : higherOf(raw.span, floor.span);
  const limited = limit(at, lifted, weight);
  note(at, [raw, floor, weight, limited], limited);
  if (raw !== undefined) {
    const floored = isPoint(raw.span) && lifted.least.gt(raw.span.least);
    const how = !isNothing(limited.above) ? "capped" : floored ? "floored" : raw.how;
    keep(at, {
      ...limited,
      raw: raw.span,
      floor: isNothing(floor.span) ? undefined : floor.span,
      weight: weight?.span,
      how,
    });
  }
  return standing(at, {
    points: limited.points,
    bonus: limited.over,
    weight: weight?.span ?? NOTHING,
    absent: false,
  });
}

const anyFrom = ({ least }: Interval): Interval => ({ least, most: new Exact(Infinity) });
const isNothing = (span: Interval): boolean => isPoint(span) && span.least.isZero();

interface Limited {
  points: Interval;
  /** what lies above the weight */
  above: Interval;
  /** the part of it that is kept as a bonus */
  over: Interval;
  why?: Unsettled;
}

/** No more than the weight; what lies above it is lost, or kept as a bonus. */
function limit(at: At, lifted: Interval, weight: Span | undefined): Limited {
  if (weight === undefined) return { points: lifted, above: NOTHING, over: NOTHING };
  const rest = above(lifted, weight.span);
  const { word = "lost", why } = chosen({ sheet: at.scoring.sheet, world: at.world }, at.item, "overflow");
  const over = why === undefined ? (word === "bonus" ? rest : NOTHING) : either(rest, NOTHING);
  return { points: lowerOf(lifted, weight.span), above: rest, over, ...(why === undefined ? {} : { why }) };
}

/** What keeps an item's points from being known is told where it matters; a weight also where it may matter above. */
function note(
  { scoring }: At,
  spans: readonly ({ why?: Unsettled } | undefined)[],
  { points, over }: Limited,
): void {
  const reasons = spans.flatMap((span) => (span?.why === undefined ? [] : [span.why]));
  const decided = isPoint(points) && isPoint(over);
  (decided ? scoring.doubts : scoring.unsettled).push(...reasons);
}

/** Bonus stands outside the total and has no share in it. */
function standing({ item }: At, scored: Scored): Scored {
  if (item.indicator?.bonus !== true) return scored;
  return { ...NO_POINTS, bonus: addUp([scored.points, scored.bonus]) };
}

/** A line that does not apply: zero, its weight shared out, or the total blocked, as the sheet says. */
function absentLine(at: At, weight: Span | undefined): Scored {
  const { scoring, item, world } = at;
  const { word = "block", why } = chosen({ sheet: scoring.sheet, world }, item, "absent");
  const full = weight?.span ?? NOTHING;
  if (weight?.why !== undefined) scoring.doubts.push(weight.why);
  if (why !== undefined) {
    scoring.unsettled.push(why);
    return standing(at, { ...NO_POINTS, points: { least: new Exact(0), most: full.most }, weight: full });
  }
  if (word === "block") {
    scoring.unscored.push(item.path);
    return standing(at, { ...NO_POINTS, points: { least: new Exact(0), most: full.most }, weight: full });
  }
  keep(at, { points: NOTHING, weight: full, how: word === "share-out" ? "shared-out" : "absent" });
  return standing(at, {
    ...NO_POINTS,
    weight: full,
    absent: word === "share-out" && item.indicator?.bonus !== true,
  });
}

function floorOf({ scoring, item, world }: At): Span | undefined {
  const floor = item.indicator?.floor;
  if (floor === undefined) return undefined;
  return spanOf(item, resolveValue<number>(floor, world, `${pathOf(scoring.sheet, item)}/floor`));
}

/** Given by a person, or computed by the item's own measure. */
function rawPoints({ scoring, item, world }: At): (Span & { how: string }) | undefined {
  const points = item.indicator?.points;
  if (points !== undefined && !isJudged(points)) {
    const computed = numberOf(points, world, `${pathOf(scoring.sheet, item)}/points`);
    return { ...spanOf(item, computed), how: "computed" };
  }
  const given = scoring.given[item.path]?.points;
  if (given === undefined || given === null) return undefined;
  const value = new Exact(given);
  return { span: { least: value, most: value }, how: "judged" };
}

interface Keeping {
  points: Interval;
  how: string;
  raw?: Interval | undefined;
  floor?: Interval | undefined;
  weight?: Interval | undefined;
  over?: Interval;
  combine?: "sum" | "best";
}

/** Keeps the term of an item whose points are known. */
function keep({ scoring, item, world }: At, kept: Keeping, place = scoring.terms.length): void {
  if (!isPoint(kept.points) || (kept.over !== undefined && !isPoint(kept.over))) return;
  const { comment, evidence = [] } = scoring.given[item.path] ?? {};
  const proves = item.indicator?.evidence !== undefined && evidence.length > 0;
  const keepsOver = chosen({ sheet: scoring.sheet, world }, item, "overflow").word === "bonus";
  const term: ScoreTerm = {
    item: item.path,
    label: item.label.zh,
    points: kept.points.least.toString(),
    how: kept.how,
    ...told("weight", kept.weight),
    ...told("raw", kept.raw),
    ...told("floor", kept.floor),
    ...(keepsOver ? told("over", kept.over) : {}),
    ...(item.indicator?.bonus === true ? { bonus: true } : {}),
    ...(kept.combine === undefined ? {} : { combine: kept.combine }),
    ...(comment === undefined || comment === "" ? {} : { comment }),
    ...(proves ? { evidence: [...evidence] } : {}),
  };
  scoring.terms.splice(place, 0, term);
}

const told = (name: "weight" | "raw" | "floor" | "over", span: Interval | undefined): Partial<ScoreTerm> =>
  span === undefined || !isPoint(span) ? {} : { [name]: span.least.toString() };
