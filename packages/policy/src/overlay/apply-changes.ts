import type { Change, Json } from "../schema/changes.ts";
import { segmentOf } from "../read/walk.ts";

/** A change whose path does not lead anywhere. */
export class ChangePathError extends Error {
  readonly path: string;
  constructor(path: string) {
    super(`no place to change at ${path}`);
    this.name = "ChangePathError";
    this.path = path;
  }
}

/** Applies changes to a copy of a document. Paths are those of `nodeAt`. */
export function applyChanges(document: Json, changes: readonly Change[]): Json {
  const copy = structuredClone(document);
  for (const change of changes) applyOne(copy, change);
  return copy;
}

function applyOne(document: Json, change: Change): void {
  const segments = change.at.split("/");
  const last = segments.pop() ?? "";
  const parent = segments.reduce<Json | undefined>((node, segment) => childOf(node, segment), document);
  if (typeof parent !== "object" || parent === null) throw new ChangePathError(change.at);
  if ("add" in change) return addTo(childOf(parent, last), change);
  if ("drop" in change) return dropFrom(parent, last, change.at);
  if (!Array.isArray(parent)) {
    parent[last] = change.set;
    return;
  }
  parent[positionOf(parent, last, change.at)] = change.set;
}

function childOf(node: Json | undefined, segment: string): Json | undefined {
  if (typeof node !== "object" || node === null) return undefined;
  if (!Array.isArray(node)) return Object.hasOwn(node, segment) ? node[segment] : undefined;
  return node.find((element, index) => segmentOf(element, index) === segment);
}

function positionOf(array: Json[], segment: string, at: string): number {
  const position = array.findIndex((element, index) => segmentOf(element, index) === segment);
  if (position < 0) throw new ChangePathError(at);
  return position;
}

function addTo(array: Json | undefined, change: Extract<Change, { add: Json }>): void {
  if (!Array.isArray(array)) throw new ChangePathError(change.at);
  const place = change.after === undefined ? array.length : positionOf(array, change.after, change.at) + 1;
  array.splice(place, 0, change.add);
}

function dropFrom(parent: Exclude<Json, null | boolean | number | string>, last: string, at: string): void {
  if (Array.isArray(parent)) {
    parent.splice(positionOf(parent, last, at), 1);
    return;
  }
  if (!Object.hasOwn(parent, last)) throw new ChangePathError(at);
  delete parent[last];
}
