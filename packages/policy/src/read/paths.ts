import { segmentOf, walk } from "./walk.ts";

export * from "./expected-place.ts";

/** What stands at a path of a document, or undefined. The grammar is that of `walk`. */
export function nodeAt(document: object, path: string): unknown {
  let node: unknown = document;
  for (const segment of path.split("/")) {
    if (typeof node !== "object" || node === null) return undefined;
    node = childOf(node, segment);
  }
  return node;
}

function childOf(node: object, segment: string): unknown {
  if (Array.isArray(node)) {
    return node.find((element: unknown, index) => segmentOf(element, index) === segment);
  }
  return Object.hasOwn(node, segment) ? Reflect.get(node, segment) : undefined;
}

const pathsOfDocument = new WeakMap<object, WeakMap<object, string>>();

/**
 * The path of a node inside its document, found by identity; undefined for a node of another
 * document. Documents are immutable, so the index is made once per document.
 */
export function pathOf(document: object, node: object): string | undefined {
  let paths = pathsOfDocument.get(document);
  if (paths === undefined) {
    paths = new WeakMap();
    for (const place of walk(document)) paths.set(place.node, place.path);
    pathsOfDocument.set(document, paths);
  }
  return paths.get(node);
}
