/** The positions from the top of a document down to a field that an object has twice. */
export type FieldPath = (string | number)[];

interface Open {
  /** names that an object has had so far */
  names: Set<string>;
  /** the field or the position that is being read */
  at: string | number;
}

/** What opens, parts and closes objects and arrays, and every string; behind a name stands a colon. */
const TOKEN = /[{}[\],]|("(?:[^"\\]|\\.)*")(\s*:)?/g;

/**
 * The first field that stands twice in one object. JSON.parse keeps the last one in silence, and two readers of one
 * text could read two policies. `text` is valid JSON. Works without recursion.
 */
export function repeatedField(text: string): FieldPath | undefined {
  const around: Open[] = [];
  let inner: Open = { names: new Set(), at: 0 };
  for (const [token, literal, colon] of text.matchAll(TOKEN)) {
    if (token === "{" || token === "[") {
      around.push(inner);
      inner = { names: new Set(), at: 0 };
    } else if (token === "}" || token === "]") {
      inner = around.pop() ?? inner;
    } else if (token === ",") {
      if (typeof inner.at === "number") inner.at += 1;
    } else if (literal !== undefined && colon !== undefined) {
      inner.at = String(JSON.parse(literal));
      if (inner.names.has(inner.at)) return [...around.slice(1), inner].map(({ at }) => at);
      inner.names.add(inner.at);
    }
  }
  return undefined;
}
