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
export function* walk(document: object): Generator<Place> {
  yield* below(document, [], []);
}

function* below(node: object, segments: readonly string[], ancestors: readonly object[]): Generator<Place> {
  const inside = Array.isArray(node) ? ancestors : [...ancestors, node];
  for (const [name, child] of entriesOf(node)) {
    if (typeof child !== "object" || child === null) continue;
    const at = [...segments, name];
    if (!Array.isArray(child)) {
      yield { path: at.join("/"), node: child, segments: at, ancestors: inside };
    }
    yield* below(child, at, inside);
  }
}

function entriesOf(node: object): [string, unknown][] {
  if (!Array.isArray(node)) return Object.entries(node);
  return node.map((element: unknown, index) => [segmentOf(element, index), element]);
}
