import type { Json } from "../schema/changes.ts";
import { asJson, below, formOf, isObject, namedElements, same } from "./parts.ts";

/** One place in which two documents differ. A list whose common elements stand in another order is `moved`. */
export interface Difference {
  path: string;
  kind: "added" | "dropped" | "changed" | "moved";
  before?: Json;
  after?: Json;
}

/** Everything in which `other` differs from `base`, leaf by leaf along paths. A node that is new or gone is one difference. */
export const diff = (base: object, other: object): Difference[] => [
  ...between(asJson(base), asJson(other), ""),
];

function* between(base: Json, other: Json, path: string): Generator<Difference> {
  if (same(base, other)) return;
  if (isObject(base) && isObject(other) && (path === "" || formOf(base) === formOf(other))) {
    yield* fieldsBetween(new Map(Object.entries(base)), new Map(Object.entries(other)), path);
    return;
  }
  const from = namedElements(base);
  const to = namedElements(other);
  if (from === undefined || to === undefined) {
    yield { path, kind: "changed", before: base, after: other };
    return;
  }
  yield* fieldsBetween(from, to, path);
  const stayed = [...from.keys()].filter((key) => to.has(key));
  const now = [...to.keys()].filter((key) => from.has(key));
  if (stayed.join("/") !== now.join("/")) yield { path, kind: "moved", before: stayed, after: now };
}

function* fieldsBetween(
  base: ReadonlyMap<string, Json>,
  other: ReadonlyMap<string, Json>,
  path: string,
): Generator<Difference> {
  for (const [name, before] of base) {
    const after = other.get(name);
    const at = below(path, name);
    if (after === undefined) yield { path: at, kind: "dropped", before };
    else yield* between(before, after, at);
  }
  for (const [name, after] of other) {
    if (!base.has(name)) yield { path: below(path, name), kind: "added", after };
  }
}
