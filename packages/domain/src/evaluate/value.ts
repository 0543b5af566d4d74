// Which one? A plain T, an open value (settled or not), a reading, or the first case that holds.
import { type Cases, isCases, isOpen, isReading, type OpenTerms, type Value } from "@yichuang/policy";
import type { Ruling } from "../contract/verdict.ts";
import { evaluateCondition } from "./condition.ts";
import { openRefOf } from "./open-ref.ts";
import type { Resolved } from "./resolved.ts";
import type { World } from "./world.ts";

/**
 * What a value comes to today. An unknown case does no harm where every way leads to the same value.
 * `path` is the value's place in its policy (the grammar of `walk`).
 */
export function resolveValue<T>(value: Value<T>, world: World, path: string): Resolved<T> {
  if (isOpen(value)) return resolveOpen<T>(value.open, world, path);
  if (isReading<T>(value)) return { kind: "known", value: value.read, read: value.as };
  if (isCases(value)) return resolveCases<T>(value, world, { path, from: 0 });
  return { kind: "known", value: value };
}

/** A settlement may itself be a value of the place's sort, for example a reading. */
export function resolveOpen<T>(terms: OpenTerms, world: World, path: string): Resolved<T> {
  const settlement = world.settlement(path);
  if (settlement !== undefined) return { kind: "known", value: settlement.value as T, settlement };
  const among = terms.choices?.map((choice) => choice.then as T);
  return { kind: "open", open: openRefOf(terms, path), ...(among === undefined ? {} : { among }) };
}

function resolveCases<T>(
  value: Cases<T>,
  world: World,
  { path, from }: { path: string; from: number },
): Resolved<T> {
  const one = value.cases[from];
  if (one === undefined) {
    if (value.otherwise === undefined) return { kind: "missing", ref: path };
    return resolveValue(value.otherwise, world, `${path}/otherwise`);
  }
  const at = `${path}/cases/${one.key}`;
  const ruling = evaluateCondition(one.when, world, `${at}/when`);
  if (ruling.truth === "true") return resolveValue(one.then, world, `${at}/then`);
  const rest = resolveCases(value, world, { path, from: from + 1 });
  if (ruling.truth === "false") return rest;
  return eitherWay(resolveValue(one.then, world, `${at}/then`), rest, ruling);
}

/** Both ways of a case that is not decided yet. */
function eitherWay<T>(then: Resolved<T>, rest: Resolved<T>, why: Ruling): Resolved<T> {
  const possible = [...possibleValues(then), ...possibleValues(rest)];
  const complete = then.kind !== "missing" && rest.kind !== "missing" && possible.length > 0;
  const distinct = possible.filter(
    (value, index) => possible.findIndex((other) => same(other, value)) === index,
  );
  const [only] = distinct;
  if (complete && distinct.length === 1 && only !== undefined) return { kind: "known", value: only };
  const cause = causeOf(why);
  if (cause.open !== undefined)
    return { kind: "open", open: cause.open, ...(complete ? { among: distinct } : {}) };
  if (rest.kind === "open") return rest;
  return { kind: "missing", ref: cause.missing ?? why.path };
}

const possibleValues = <T>(resolved: Resolved<T>): T[] => {
  if (resolved.kind === "known") return [resolved.value];
  return resolved.kind === "open" ? (resolved.among ?? []) : [];
};

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** The first leaf that keeps a condition unknown. */
export function causeOf(ruling: Ruling): Pick<Ruling, "open" | "missing" | "awaiting"> {
  if (ruling.open !== undefined || ruling.missing !== undefined || ruling.awaiting !== undefined)
    return ruling;
  for (const part of ruling.parts) {
    if (part.truth !== "unknown") continue;
    const cause = causeOf(part);
    if (cause.open ?? cause.missing ?? cause.awaiting) return cause;
  }
  return {};
}
