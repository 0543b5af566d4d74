import { segmentOf } from "../read/walk.ts";

/** An array of objects in a document, with the field that holds it. */
export interface ObjectArray {
  path: string;
  field: string;
  elements: object[];
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Every array that holds objects, in document order. */
export function* objectArrays(node: object, path = "", field = ""): Generator<ObjectArray> {
  if (Array.isArray(node)) {
    const elements = node.filter(isObject);
    if (elements.length > 0) yield { path, field, elements };
  }
  for (const [name, child] of Object.entries(node)) {
    if (!isObject(child)) continue;
    const segment = Array.isArray(node) ? segmentOf(child, Number(name)) : name;
    yield* objectArrays(
      child,
      path === "" ? segment : `${path}/${segment}`,
      Array.isArray(node) ? field : name,
    );
  }
}
