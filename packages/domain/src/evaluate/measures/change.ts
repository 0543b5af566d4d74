import type { CalendarDate, ChangeMeasure } from "@yichuang/policy";
import { addDuration, startOfDay } from "../../time/days.ts";
import type { Measured } from "../measure.ts";
import { firstUnknown, numberOf } from "../number-of.ts";
import { unknownFrom } from "../resolved.ts";
import type { World } from "../world.ts";

/** Growth since an earlier day: the same measure with that day as today. Growth from zero has no share. */
export function measureChange(measure: ChangeMeasure, world: World, path: string): Measured {
  const then = addDuration(world.today, { ...measure.since, n: -measure.since.n }, world.holidays);
  if (then.kind !== "known") return unknownFrom(then);
  const now = numberOf(measure.of, world, `${path}/of`);
  const before = numberOf(measure.of, asOf(world, then.value), `${path}/of`);
  const unknown = firstUnknown(now, before);
  if (unknown !== undefined) return unknown;
  if (now.kind !== "known" || before.kind !== "known") return { kind: "missing", ref: path };
  const amount = now.value.minus(before.value);
  if (measure.as === "amount") return { kind: "known", value: amount.toString() };
  if (before.value.isZero()) return { kind: "missing", ref: path };
  return { kind: "known", value: amount.div(before.value).toString() };
}

/** The world of an earlier day: records of later days are not there yet, and facts are those of that day. */
const asOf = (world: World, day: CalendarDate): World => ({
  ...world,
  today: day,
  asOf: day,
  now: startOfDay(day) < world.now ? startOfDay(day) : world.now,
  fact: (ref) => (ref === "today" ? day : world.fact(ref)),
  set: (collection) =>
    world.set(collection).filter((record) => typeof record["on"] !== "string" || record["on"] <= day),
});
