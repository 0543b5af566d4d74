import type { BlendMeasure } from "@yichuang/policy";
import { Exact, sumOf } from "../decimal.ts";
import type { Measured } from "../measure.ts";
import { numberOf } from "../number-of.ts";
import { unknownFrom } from "../resolved.ts";
import { resolveValue } from "../value.ts";
import type { World } from "../world.ts";

/** A weighted sum, and what happens where a part is missing: its weight is shared out, it counts zero, or nothing does. */
export function measureBlend(measure: BlendMeasure, world: World, path: string): Measured {
  const parts = measure.parts.map((part) => ({
    weight: new Exact(part.weight),
    of: numberOf(part.of, world, `${path}/parts/${part.key}/of`),
  }));
  const open = parts.find((part) => part.of.kind === "open")?.of;
  if (open?.kind === "open") return { kind: "open", open: open.open };
  const given = parts.flatMap((part) =>
    part.of.kind === "known" ? [{ weight: part.weight, value: part.of.value }] : [],
  );
  const sum = sumOf(given.map((part) => part.value.times(part.weight)));
  if (given.length === parts.length) return { kind: "known", value: sum.toString() };
  const missing = resolveValue(measure.missing, world, `${path}/missing`);
  if (missing.kind !== "known") return unknownFrom(missing);
  const used = sumOf(given.map((part) => part.weight));
  const all = sumOf(parts.map((part) => part.weight));
  if (missing.value === "block" || (missing.value === "share-out" && used.isZero()))
    return { kind: "missing", ref: path };
  return { kind: "known", value: (missing.value === "zero" ? sum : sum.times(all).div(used)).toString() };
}
