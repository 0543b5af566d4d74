// Counts or adds records of a collection (policy-model 3.2).
import type { Condition, Scalar, TallyMeasure } from "@yichuang/policy";
import type { FactRecord } from "../../contract/facts.ts";
import { dayOf } from "../../time/days.ts";
import { resolvePeriod } from "../../time/window.ts";
import { evaluateCondition } from "../condition.ts";
import { Exact, sumOf } from "../decimal.ts";
import type { Measured } from "../measure.ts";
import { numberOf } from "../number-of.ts";
import { type Resolved, unknownFrom } from "../resolved.ts";
import { resolveValue } from "../value.ts";
import { type World, withRecord } from "../world.ts";

interface Counted {
  record: FactRecord;
  points: Exact;
}

export function measureTally(measure: TallyMeasure, world: World, path: string): Measured {
  const during = within(measure, world, path);
  if (during.kind !== "known") return unknownFrom(during);
  const all = world.set(measure.of).filter(during.value);
  const chosen = all.filter((record) => holds(measure.where, withRecord(world, record), `${path}/where`));
  const records = { records: chosen };
  if (measure.by === "streak") {
    const among = all.filter((record) => holds(measure.among, withRecord(world, record), `${path}/among`));
    return { kind: "known", value: String(streak(among, chosen)), ...records };
  }
  const counted: Counted[] = [];
  for (const record of chosen) {
    const points = pointsOf(measure, withRecord(world, record), path);
    if (points.kind !== "known") return unknownFrom(points);
    counted.push({ record, points: points.value });
  }
  const groups = bestOfGroups(counted, measure.per);
  const value = add(measure.by, groups);
  return value === undefined
    ? { kind: "missing", ref: path }
    : { kind: "known", value: value.toString(), ...records };
}

const holds = (condition: Condition | undefined, world: World, path: string): boolean =>
  condition === undefined || evaluateCondition(condition, world, path).truth === "true";

/** A record without a day belongs to every period. */
function within(
  measure: TallyMeasure,
  world: World,
  path: string,
): Resolved<(record: FactRecord) => boolean> {
  if (measure.during === undefined) return { kind: "known", value: () => true };
  const period = resolveValue(measure.during, world, `${path}/during`);
  if (period.kind !== "known") return unknownFrom(period);
  const span = resolvePeriod(period.value, world, `${path}/during`);
  if (span.kind !== "known") return unknownFrom(span);
  const { opens, closes } = span.value;
  const from = opens === undefined ? undefined : dayOf(opens);
  const until = closes === undefined ? undefined : dayOf(closes);
  return {
    kind: "known",
    value: (record) => {
      const on = record["on"];
      if (typeof on !== "string") return true;
      return (from === undefined || on >= from) && (until === undefined || on < until);
    },
  };
}

function pointsOf(measure: TallyMeasure, world: World, path: string): Resolved<Exact> {
  if (measure.each === undefined) return { kind: "known", value: new Exact(1) };
  return numberOf(measure.each, world, `${path}/each`);
}

/** Each group counts once, by its best record. */
function bestOfGroups(counted: readonly Counted[], per: string | undefined): Exact[] {
  if (per === undefined) return counted.map((one) => one.points);
  const best = new Map<Scalar | undefined, Exact>();
  for (const { record, points } of counted) {
    const group = record[per.slice("it.".length)];
    const key = Array.isArray(group) ? group.join("\n") : group;
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

/** The latest unbroken run of chosen records. */
function streak(among: readonly FactRecord[], chosen: readonly FactRecord[]): number {
  const latestFirst = among.toSorted((a, b) => (String(a["on"]) < String(b["on"]) ? 1 : -1));
  const broken = latestFirst.findIndex((record) => !chosen.includes(record));
  return broken < 0 ? latestFirst.length : broken;
}
