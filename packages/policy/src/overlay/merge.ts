import type { Json } from "../schema/changes.ts";
import { mergeOrder } from "./merge-order.ts";
import { asJson, below, formOf, isObject, isWordSet, type JsonObject, namedElements, same } from "./parts.ts";

/**
 * Where two sides cannot both have their way; what stands there is what the base has.
 * - `changed`: both changed a leaf, differently
 * - `dropped`: one side dropped what the other changed
 * - `added`: both added a node of the same key, differently
 * - `order`: the relations "a before b" of both sides go round in a circle
 * - `place`: both added a case at the same place of a list of cases, where the first that holds is taken
 */
export interface MergeConflict {
  path: string;
  kind: "changed" | "dropped" | "added" | "order" | "place";
  base?: Json;
  mine?: Json;
  theirs?: Json;
}
export interface Merged {
  document: Json;
  conflicts: MergeConflict[];
}

interface Sides {
  base: Json | undefined;
  mine: Json | undefined;
  theirs: Json | undefined;
}

/** Three-way merge leaf by leaf (policy-model 7): what one side changed is taken, what both changed differently is a conflict. */
export function merge(base: object, mine: object, theirs: object): Merged {
  const conflicts: MergeConflict[] = [];
  const sides = { base: asJson(base), mine: asJson(mine), theirs: asJson(theirs) };
  return { document: mergeAt(sides, "", conflicts) ?? sides.base, conflicts };
}

function mergeAt(sides: Sides, path: string, conflicts: MergeConflict[]): Json | undefined {
  const { base, mine, theirs } = sides;
  if (same(mine, theirs) || same(base, theirs)) return mine;
  if (same(base, mine)) return theirs;
  if (isObject(base) && isObject(mine) && isObject(theirs) && oneForm([base, mine, theirs], path))
    return mergeObjects({ base, mine, theirs }, path, conflicts);
  const lists = listsOf(sides);
  if (lists !== undefined) return mergeLists(lists, path, conflicts);
  const words = mergeWords(sides, path);
  if (words !== undefined) return words;
  conflicts.push(conflictOf(sides, path));
  return base;
}

const oneForm = (nodes: readonly JsonObject[], path: string): boolean =>
  path === "" || new Set(nodes.map(formOf)).size === 1;

function conflictOf({ base, mine, theirs }: Sides, path: string): MergeConflict {
  const kind =
    base === undefined ? "added" : mine === undefined || theirs === undefined ? "dropped" : "changed";
  return {
    path,
    kind,
    ...(base === undefined ? {} : { base }),
    ...(mine === undefined ? {} : { mine }),
    ...(theirs === undefined ? {} : { theirs }),
  };
}

function mergeObjects(
  sides: { base: JsonObject; mine: JsonObject; theirs: JsonObject },
  path: string,
  conflicts: MergeConflict[],
): JsonObject {
  const merged: JsonObject = {};
  const { base, mine, theirs } = sides;
  for (const field of new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)])) {
    const at = (side: JsonObject): Json | undefined => (Object.hasOwn(side, field) ? side[field] : undefined);
    const value = mergeAt(
      { base: at(base), mine: at(mine), theirs: at(theirs) },
      below(path, field),
      conflicts,
    );
    if (value !== undefined) merged[field] = value;
  }
  return merged;
}

type Elements = ReadonlyMap<string, Json>;
interface Lists {
  base: Elements;
  mine: Elements;
  theirs: Elements;
}

function listsOf({ base, mine, theirs }: Sides): Lists | undefined {
  const lists = { base: namedElements(base), mine: namedElements(mine), theirs: namedElements(theirs) };
  if (lists.base === undefined || lists.mine === undefined || lists.theirs === undefined) return undefined;
  return { base: lists.base, mine: lists.mine, theirs: lists.theirs };
}

function mergeLists({ base, mine, theirs }: Lists, path: string, conflicts: MergeConflict[]): Json[] {
  const merged = new Map<string, Json>();
  for (const key of new Set([...base.keys(), ...mine.keys(), ...theirs.keys()])) {
    const sides = { base: base.get(key), mine: mine.get(key), theirs: theirs.get(key) };
    const element = mergeAt(sides, below(path, key), conflicts);
    if (element !== undefined) merged.set(key, element);
  }
  const keys = [...merged.keys()];
  const orders = { base: [...base.keys()], mine: [...mine.keys()], theirs: [...theirs.keys()] };
  const { order, kind } = mergeOrder(keys, orders, { cases: path.split("/").at(-1) === "cases" });
  if (kind !== undefined) conflicts.push({ path, kind, ...orders });
  return order.flatMap((key) => merged.get(key) ?? []);
}

/** What either side added to a set of words is in it, what either side dropped is not. */
function mergeWords({ base, mine, theirs }: Sides, path: string): string[] | undefined {
  const field = path.slice(path.lastIndexOf("/") + 1);
  if (!isWordSet(base, field) || !isWordSet(mine, field) || !isWordSet(theirs, field)) return undefined;
  const stayed = base.filter((word) => mine.includes(word) && theirs.includes(word));
  const added = [...mine, ...theirs].filter((word) => !base.includes(word)).toSorted();
  return [...stayed, ...new Set(added)];
}
