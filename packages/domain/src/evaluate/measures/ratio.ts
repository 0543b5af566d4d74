import type { RatioMeasure } from "@yichuang/policy";
import type { Measured } from "../measure.ts";
import { firstUnknown, numberOf } from "../number-of.ts";
import type { World } from "../world.ts";

/** A share. Zero below is missing, not 0. */
export function measureRatio(measure: RatioMeasure, world: World, path: string): Measured {
  const of = numberOf(measure.of, world, `${path}/of`);
  const to = numberOf(measure.to, world, `${path}/to`);
  const unknown = firstUnknown(of, to);
  if (unknown !== undefined) return unknown;
  if (of.kind !== "known" || to.kind !== "known" || to.value.isZero())
    return { kind: "missing", ref: `${path}/to` };
  return { kind: "known", value: of.value.div(to.value).toString() };
}
