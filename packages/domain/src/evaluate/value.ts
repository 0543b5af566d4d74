// Which one? A plain T, an open value (settled or not), a reading, or the first case that holds.
import { type Cases, isCases, isOpen, isReading, type OpenTerms, type Value } from "@yichuang/policy";
import type { Ruling } from "../contract/verdict.ts";
import { evaluateCondition } from "./condition.ts";
import { hullOf, type Interval, intervalOf, numberAt } from "./interval.ts";
import { openRefOf } from "./open-ref.ts";
import { known, type Resolved } from "./resolved.ts";
import type { World } from "./world.ts";

/**
 * What a value comes to today. An unknown case does no harm where every way leads to the same value.
 * `path` is the value's place in its policy (the grammar of `walk`).
 */
export function resolveValue<T>(value: Value<T>, world: World, path: string): Resolved<T> {
  if (isOpen(value)) return resolveOpen<T>(value.open, world, path);
  if (isReading<T>(value)) return { kind: "known", value: value.read, read: value.as, at: `${path}/read` };
  if (isCases(value)) return resolveCases<T>(value, world, { path, from: 0 });
  return { kind: "known", value: value };
}

/** The settlement that binds today, in the place's own sort; else what the text allows it to be. */
export function resolveOpen<T>(terms: OpenTerms, world: World, path: string): Resolved<T> {
  const settlement = world.settlement(path);
  if (settlement !== undefined) return { kind: "known", value: settlement.value as T, settlement };
  const among = terms.choices?.map((choice) => choice.then as T);
  return stillOpen(openRefOf(terms, path), { among, between: intervalOf(terms) });
}

function resolveCases<T>(
  value: Cases<T>,
  world: World,
  { path, from }: { path: string; from: number },
): Resolved<T> {
  const one = value.cases[from];
  if (one === undefined) {
    if (value.otherwise === undefined) return { kind: "missing", ref: path };
    return standingAt(resolveValue(value.otherwise, world, `${path}/otherwise`), `${path}/otherwise`);
  }
  const at = `${path}/cases/${one.key}`;
  const ruling = evaluateCondition(one.when, world, `${at}/when`);
  const then = (): Resolved<T> => standingAt(resolveValue(one.then, world, `${at}/then`), `${at}/then`);
  if (ruling.truth === "true") return then();
  const rest = resolveCases(value, world, { path, from: from + 1 });
  return ruling.truth === "false" ? rest : eitherWay(then(), rest, ruling);
}

const standingAt = <T>(resolved: Resolved<T>, at: string): Resolved<T> =>
  resolved.kind === "known" && resolved.at === undefined ? { ...resolved, at } : resolved;

interface Possible<T> {
  /** every value, where they are few; undefined where they are not all known */
  among: T[] | undefined;
  between: Interval | undefined;
}

/** Both ways of a case that is not decided yet. A way that nobody can say anything about leaves all possible. */
function eitherWay<T>(then: Resolved<T>, rest: Resolved<T>, why: Ruling): Resolved<T> {
  const [one, other] = [possibleOf(then), possibleOf(rest)];
  const among =
    one.among === undefined || other.among === undefined
      ? undefined
      : distinct([...one.among, ...other.among]);
  const [only] = among ?? [];
  if (among?.length === 1 && only !== undefined) return then.kind === "known" ? then : known(only);
  const possible = { among, between: hullOf([one.between, other.between]) };
  const cause = causeOf(why);
  if (cause.open !== undefined) return stillOpen(cause.open, possible);
  if (rest.kind === "open") return stillOpen(rest.open, possible);
  return {
    kind: "missing",
    ref: cause.missing ?? why.path,
    ...(possible.between === undefined ? {} : { between: possible.between }),
  };
}

function possibleOf<T>(resolved: Resolved<T>): Possible<T> {
  if (resolved.kind === "known") return { among: [resolved.value], between: numberAt(resolved.value) };
  if (resolved.kind === "missing") return { among: undefined, between: resolved.between };
  const { among, between } = resolved;
  return { among, between: between ?? hullOf((among ?? []).map(numberAt)) };
}

const stillOpen = <T>(open: ReturnType<typeof openRefOf>, { among, between }: Possible<T>): Resolved<T> => ({
  kind: "open",
  open,
  ...(among === undefined ? {} : { among }),
  ...(between === undefined ? {} : { between }),
});

const distinct = <T>(values: readonly T[]): T[] =>
  values.filter((value, index) => values.findIndex((other) => same(other, value)) === index);

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
