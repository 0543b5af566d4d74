import type { Measure } from "@yichuang/policy";
import { type Exact, exactOf } from "./decimal.ts";
import { evaluateMeasure } from "./measure.ts";
import { hullOf, numberAt } from "./interval.ts";
import { type Missing, type Resolved, type StillOpen, unknownFrom } from "./resolved.ts";
import type { World } from "./world.ts";

/** A measure as an exact number; text that is no number counts as missing. */
export function numberOf(measure: Measure, world: World, path: string): Resolved<Exact> {
  const measured = evaluateMeasure(measure, world, path);
  if (measured.kind === "missing") return measured;
  if (measured.kind === "open") {
    const { open, among } = measured;
    const between = measured.between ?? hullOf((among ?? []).map(numberAt));
    return { kind: "open", open, ...(between === undefined ? {} : { between }) };
  }
  const value = exactOf(measured.value);
  return value === undefined ? { kind: "missing", ref: path } : { kind: "known", value };
}

/** The first of several values that is not known yet. */
export const firstUnknown = (
  ...values: readonly Resolved<unknown>[]
): StillOpen<never> | Missing | undefined => {
  for (const value of values) if (value.kind !== "known") return unknownFrom(value);
  return undefined;
};
