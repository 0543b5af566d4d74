// Counts or adds records of a collection (policy-model 3.2).
import type { Condition, Period, TallyMeasure, Value } from "@yichuang/policy";
import type { FactRecord } from "../../contract/facts.ts";
import { dayOf, startOfDay } from "../../time/days.ts";
import { resolvePeriod } from "../../time/window.ts";
import type { Ruling } from "../../contract/verdict.ts";
import { evaluateCondition } from "../condition.ts";
import { Exact, sumOf } from "../decimal.ts";
import type { Measured } from "../measure.ts";
import { numberOf } from "../number-of.ts";
import { placeOf, type Resolved, unknownFrom } from "../resolved.ts";
import { causeOf, resolveValue } from "../value.ts";
import { isOfRecord, type World, withRecord } from "../world.ts";
import { plainlyOther } from "./plainly-other.ts";
import { streakOf } from "./streak.ts";

interface Counted {
  record: FactRecord;
  points: Exact;
}
/** Records that count, and those of which nobody can say it yet; `why` is what is unknown about the first one. */
interface Chosen {
  sure: FactRecord[];
  maybe: FactRecord[];
  why?: Ruling;
}

export function measureTally(measure: TallyMeasure, world: World, path: string): Measured {
  const during = within(measure, world, path);
  if (during.kind !== "known") return unknownFrom(during);
  const all = world.set(measure.of).filter(during.value);
  const chosen = choose(all, countingIn(measure, world, path), world);
  if (measure.by === "streak") return measureStreak(measure, { all, chosen, world, path });
  const sure = pointsOf(measure, chosen.sure, { world, path });
  const maybe = pointsOf(measure, chosen.maybe, { world, path });
  if (sure.kind !== "known") return unknownFrom(sure);
  if (maybe.kind !== "known") return unknownFrom(maybe);
  const value = add(measure.by, bestOfGroups(sure.value, measure.per));
  if (chosen.why !== undefined) {
    const most = add(measure.by, bestOfGroups([...sure.value, ...maybe.value], measure.per));
    const grows = measure.by !== "mean" && maybe.value.every((one) => !one.points.isNegative());
    const ends = grows && value !== undefined && most !== undefined ? ([value, most] as const) : undefined;
    if (ends === undefined || !ends[0].eq(ends[1])) return uncertain(chosen.why, ends);
  }
  return value === undefined
    ? { kind: "missing", ref: path }
    : { kind: "known", value: value.toString(), records: chosen.sure };
}

interface At {
  world: World;
  path: string;
}

interface Filter {
  where: Condition;
  path: string;
}

/** What a record must meet to count: the tally's own condition, and the sheet's definition of who counts. */
function countingIn({ of, where }: TallyMeasure, world: World, path: string): Filter[] {
  const own = where === undefined ? [] : [{ where, path: `${path}/where` }];
  return [...own, ...(world.counts ?? []).filter((one) => one.of === of)];
}

function choose(records: readonly FactRecord[], filters: readonly Filter[], world: World): Chosen {
  const chosen: Chosen = { sure: [], maybe: [] };
  const others = filters.map(({ where }) => plainlyOther(where, world));
  for (const record of records) {
    if (others.some((isOther) => isOther(record))) continue;
    const about: World = { ...withRecord(world, record), silent: true };
    const rulings = filters.map(({ where, path }) => evaluateCondition(where, about, path));
    if (rulings.some((ruling) => ruling.truth === "false")) continue;
    const why = rulings.find((ruling) => ruling.truth === "unknown");
    if (why === undefined) chosen.sure.push(record);
    else {
      chosen.maybe.push(record);
      chosen.why ??= why;
    }
  }
  return chosen;
}

/** A tally that some record may still change: what would say it, and where the tally lies whatever it says. */
function uncertain(why: Ruling, ends: readonly [least: Exact, most: Exact] | undefined): Measured {
  const between = ends === undefined ? {} : { between: { least: ends[0], most: ends[1] } };
  const cause = causeOf(why);
  if (cause.open !== undefined) return { kind: "open", open: cause.open, ...between };
  return { kind: "missing", ref: cause.missing ?? why.path, ...between };
}

function measureStreak(
  measure: TallyMeasure,
  { all, chosen, world, path }: At & { all: readonly FactRecord[]; chosen: Chosen },
): Measured {
  const filters = measure.among === undefined ? [] : [{ where: measure.among, path: `${path}/among` }];
  const among = choose(all, filters, world);
  if (among.why !== undefined) return uncertain(among.why, undefined);
  const least = streakOf(among.sure, chosen.sure);
  const most = streakOf(among.sure, [...chosen.sure, ...chosen.maybe]);
  if (chosen.why !== undefined && least !== most)
    return uncertain(chosen.why, [new Exact(least), new Exact(most)]);
  return { kind: "known", value: String(least), records: chosen.sure };
}

/** A record without a day belongs to every period. */
function within(
  measure: TallyMeasure,
  world: World,
  path: string,
): Resolved<(record: FactRecord) => boolean> {
  const asked: { value: Value<Period>; path: string } | undefined =
    measure.during === undefined ? world.period : { value: measure.during, path: `${path}/during` };
  if (asked === undefined) return { kind: "known", value: () => true };
  // one period for all records: no record of this tally is in scope, the one around it is `that`
  const around = withRecord(world, {});
  const period = resolveValue(asked.value, around, asked.path);
  if (period.kind !== "known") return unknownFrom(period);
  const span = resolvePeriod(period.value, around, placeOf(period, asked.path));
  if (span.kind !== "known") return unknownFrom(span);
  const { opens, closes } = span.value;
  const from = opens === undefined ? undefined : dayOf(opens);
  const until = closes === undefined ? undefined : dayOf(closes);
  // an end with an hour has its own day in it, the end of a day has not the next one
  const endsInside = until !== undefined && closes !== startOfDay(until);
  const before = (on: string): boolean => until === undefined || on < until || (endsInside && on === until);
  return {
    kind: "known",
    value: ({ on }) => typeof on !== "string" || ((from === undefined || on >= from) && before(on)),
  };
}

/** Points of each record; one that lacks what is asked earns nothing (policy-model 3.3). */
function pointsOf(
  measure: TallyMeasure,
  records: readonly FactRecord[],
  { world, path }: At,
): Resolved<Counted[]> {
  const counted: Counted[] = [];
  for (const record of records) {
    const points =
      measure.each === undefined || measure.by === "count"
        ? ({ kind: "known", value: new Exact(1) } as const)
        : numberOf(measure.each, withRecord(world, record), `${path}/each`);
    if (points.kind === "known") counted.push({ record, points: points.value });
    else if (points.kind === "missing" && earnsNothing(points.ref, `${path}/each`))
      counted.push({ record, points: new Exact(0) });
    else return unknownFrom(points);
  }
  return { kind: "known", value: counted };
}

/** A record that lacks what is asked, or that no case of the points is for. */
const earnsNothing = (missing: string, each: string): boolean =>
  isOfRecord(missing) || (missing.startsWith(each) && CASES_ONLY.test(missing.slice(each.length)));
const CASES_ONLY = /^(\/cases\/[^/]+\/then|\/otherwise)*$/;

/** Each group counts once, by its best record. A record that does not say its group is one of its own. */
function bestOfGroups(counted: readonly Counted[], per: string | undefined): Exact[] {
  if (per === undefined) return counted.map((one) => one.points);
  const best = new Map<unknown, Exact>();
  for (const { record, points } of counted) {
    const group = record[per.slice("it.".length)];
    const key = group === undefined ? record : Array.isArray(group) ? group.join("\n") : group;
    const before = best.get(key);
    if (before === undefined || points.gt(before)) best.set(key, points);
  }
  return [...best.values()];
}

function add(by: Exclude<TallyMeasure["by"], "streak">, points: readonly Exact[]): Exact | undefined {
  switch (by) {
    case "count":
      return new Exact(points.length);
    case "sum":
      return sumOf(points);
    case "best":
      return points.length === 0 ? new Exact(0) : Exact.max(...points);
    case "mean":
      return points.length === 0 ? undefined : sumOf(points).div(points.length);
  }
}
