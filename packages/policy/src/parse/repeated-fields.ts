/** The positions from the top of a document down to a field that an object has twice. */
export type FieldPath = (string | number)[];

interface Open {
  /** names that the object has had so far; undefined for an array */
  names: Set<string> | undefined;
  /** the field or the position that is being read */
  at: string | number;
}

const STRING = /"(?:[^"\\]|\\.)*"/y;

/**
 * The first field that stands twice in one object. JSON.parse keeps the last one in silence, and two readers of one
 * text could read two policies. `text` is valid JSON. Works without recursion.
 */
export function repeatedField(text: string): FieldPath | undefined {
  const open: Open[] = [];
  for (let place = 0; place < text.length; place += 1) {
    const inner = open.at(-1);
    switch (text[place]) {
      case "{":
        open.push({ names: new Set(), at: "" });
        break;
      case "[":
        open.push({ names: undefined, at: 0 });
        break;
      case "}":
      case "]":
        open.pop();
        break;
      case ",":
        if (typeof inner?.at === "number") inner.at += 1;
        break;
      case '"': {
        const literal = literalAt(text, place);
        place += literal.length - 1;
        if (inner?.names === undefined || !isName(text, place + 1)) break;
        const name = String(JSON.parse(literal));
        inner.at = name;
        if (inner.names.has(name)) return open.map(({ at }) => at);
        inner.names.add(name);
      }
    }
  }
  return undefined;
}

function literalAt(text: string, place: number): string {
  STRING.lastIndex = place;
  return STRING.exec(text)?.[0] ?? '"';
}

/** A string before a colon is a name, any other one a value. */
function isName(text: string, after: number): boolean {
  let place = after;
  while (/\s/.test(text[place] ?? "")) place += 1;
  return text[place] === ":";
}
