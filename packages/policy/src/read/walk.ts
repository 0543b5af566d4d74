/**
 * Paths. A path is field names and keys joined by "/", read from the top of a document:
 * `gradings/acceptance/grade/cases/excellent/when/than`. An element of an array is named by its
 * `key`; a keyless one by its `kind` (yields: a stage has at most one of each) and, where it has
 * neither (actors), by its position. The path of an open value is the path of the place that it
 * fills, without a last `open`.
 */
export interface Place {
  path: string;
  node: object;
  /** the fields and keys from the top, this place included */
  segments: readonly string[];
  /** the objects from the top down to this place's parent */
  ancestors: readonly object[];
}

/** The path segment that names an element of an array. */
export function segmentOf(element: unknown, index: number): string {
  if (typeof element === "object" && element !== null) {
    if ("key" in element && typeof element.key === "string") return element.key;
    if ("kind" in element && typeof element.kind === "string") return element.kind;
  }
  return String(index);
}

/** Every object of a document below its top, in document order. Arrays are passed through. */
export function walk(document: object): Place[] {
  const places: Place[] = [];
  collectBelow(document, { path: "", segments: [], ancestors: [] }, places);
  return places;
}

type Position = Omit<Place, "node">;

function collectBelow(node: object, at: Position, places: Place[]): void {
  const ancestors = Array.isArray(node) ? at.ancestors : [...at.ancestors, node];
  for (const [name, child] of entriesOf(node)) {
    if (typeof child !== "object" || child === null) continue;
    const path = at.path === "" ? name : `${at.path}/${name}`;
    const below = { path, segments: [...at.segments, name], ancestors };
    if (!Array.isArray(child)) places.push({ ...below, node: child });
    collectBelow(child, below, places);
  }
}

function entriesOf(node: object): [string, unknown][] {
  if (!Array.isArray(node)) return Object.entries(node);
  return node.map((element: unknown, index) => [segmentOf(element, index), element]);
}
