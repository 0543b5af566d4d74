/** A value that has no canonical JSON form: not finite, undefined, a lone surrogate, a cycle. */
export class NotCanonicalError extends Error {
  constructor(reason: string) {
    super(`no canonical JSON form: ${reason}`);
    this.name = "NotCanonicalError";
  }
}

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/**
 * Canonical JSON after RFC 8785 (JSON Canonicalization Scheme): no white space, members sorted by
 * UTF-16 code units, numbers and strings as ECMAScript writes them. The hash of a version is the
 * SHA-256 of this text in UTF-8.
 */
export function canonicalize(value: unknown): string {
  return write(value, new Set());
}

function write(value: unknown, above: Set<object>): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") return writeNumber(value);
  if (typeof value === "string") return writeString(value);
  if (typeof value !== "object") throw new NotCanonicalError(`a ${typeof value}`);
  if (above.has(value)) throw new NotCanonicalError("it contains itself");
  above.add(value);
  const text = Array.isArray(value)
    ? `[${value.map((element: unknown) => write(element, above)).join(",")}]`
    : `{${Object.entries(value)
        .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
        .map(([name, member]) => `${writeString(name)}:${write(member, above)}`)
        .join(",")}}`;
  above.delete(value);
  return text;
}

function writeNumber(value: number): string {
  if (!Number.isFinite(value)) throw new NotCanonicalError("a number that is not finite");
  return JSON.stringify(value);
}

function writeString(value: string): string {
  if (LONE_SURROGATE.test(value)) throw new NotCanonicalError("a lone surrogate");
  return JSON.stringify(value);
}
