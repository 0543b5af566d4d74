import type { Change, Json } from "../schema/changes.ts";
import { asJson, below, formOf, isObject, namedElements, same } from "./parts.ts";

type Step =
  | { at: string; set: Json }
  | { at: string; add: Json; after?: string }
  | { at: string; drop: true };

/**
 * The changes that lead from one document to another: `applyChanges(base, changesBetween(base, other))` is `other`.
 * A list that is put into another order, or that gets a new first element, is set as a whole.
 */
export function changesBetween(base: object, other: object): Change[] {
  return [...steps(asJson(base), asJson(other), "")].map((step, at) => ({ key: `c${at + 1}`, ...step }));
}

function* steps(base: Json, other: Json, path: string): Generator<Step> {
  if (same(base, other)) return;
  if (isObject(base) && isObject(other) && (path === "" || formOf(base) === formOf(other))) {
    for (const [name, before] of Object.entries(base)) {
      const after = other[name];
      if (after === undefined) yield { at: below(path, name), drop: true };
      else yield* steps(before, after, below(path, name));
    }
    for (const [name, after] of Object.entries(other)) {
      if (!Object.hasOwn(base, name)) yield { at: below(path, name), set: after };
    }
    return;
  }
  const from = namedElements(base);
  const to = namedElements(other);
  if (from === undefined || to === undefined || !canBeStepped([...from.keys()], [...to.keys()])) {
    yield { at: path, set: other };
    return;
  }
  yield* stepsOfList(from, to, path);
}

/** Elements that stay keep their order, and nothing new stands before all of them. */
function canBeStepped(from: readonly string[], to: readonly string[]): boolean {
  const stayed = from.filter((key) => to.includes(key));
  const now = to.filter((key) => from.includes(key));
  const [first] = to;
  return stayed.join("/") === now.join("/") && first !== undefined && from.includes(first);
}

function* stepsOfList(
  from: ReadonlyMap<string, Json>,
  to: ReadonlyMap<string, Json>,
  path: string,
): Generator<Step> {
  for (const [key, before] of from) {
    const after = to.get(key);
    if (after === undefined) yield { at: below(path, key), drop: true };
    else yield* steps(before, after, below(path, key));
  }
  let previous = "";
  for (const [key, element] of to) {
    if (!from.has(key)) yield { at: path, add: element, after: previous };
    previous = key;
  }
}
