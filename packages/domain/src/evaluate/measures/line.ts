import type { LineMeasure } from "@yichuang/policy";
import { Exact } from "../decimal.ts";
import type { Measured } from "../measure.ts";
import { firstUnknown, numberOf } from "../number-of.ts";
import { unknownFrom } from "../resolved.ts";
import { resolveValue } from "../value.ts";
import type { World } from "../world.ts";

/** `gives` at `at`, then `step` for every `every` beyond it, on the side that is named. */
export function measureLine(measure: LineMeasure, world: World, path: string): Measured {
  const of = numberOf(measure.of, world, `${path}/of`);
  const at = resolveValue(measure.at, world, `${path}/at`);
  const gives = resolveValue(measure.gives, world, `${path}/gives`);
  const every = resolveValue(measure.every, world, `${path}/every`);
  const step = resolveValue(measure.step, world, `${path}/step`);
  const unknown = firstUnknown(of, at, gives, every);
  if (unknown !== undefined) return unknown;
  if (of.kind !== "known" || at.kind !== "known" || gives.kind !== "known" || every.kind !== "known") {
    return { kind: "missing", ref: path };
  }
  if (every.value === 0) return { kind: "missing", ref: `${path}/every` };
  const gap = beyond(measure.side, of.value, at.value);
  const steps = gap.div(every.value);
  if (gap.isZero()) return { kind: "known", value: new Exact(gives.value).toString() };
  if (step.kind !== "known") return unknownFrom(step);
  if (steps.isInteger())
    return { kind: "known", value: steps.times(step.value).plus(gives.value).toString() };
  const partial = resolveValue(measure.partial, world, `${path}/partial`);
  if (partial.kind !== "known") return unknownFrom(partial);
  // multiplied before it is divided, so that three thirds are a whole
  const stepped = {
    exact: gap.times(step.value).div(every.value),
    "whole-steps": steps.floor().times(step.value),
    "begun-steps": steps.ceil().times(step.value),
  }[partial.value];
  return { kind: "known", value: stepped.plus(gives.value).toString() };
}

function beyond(side: LineMeasure["side"], of: Exact, at: number): Exact {
  const gap = side === "below" ? new Exact(at).minus(of) : of.minus(at);
  return side === "both" ? gap.abs() : Exact.max(gap, 0);
}
