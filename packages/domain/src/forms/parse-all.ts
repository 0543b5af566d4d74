/** A schema of the policy language, as far as answers are read with it. */
interface Reads<T> {
  safeParse: (value: unknown) => { success: true; data: T } | { success: false };
}

/** A list of answers of one shape; undefined where the value is no list or one of them has another shape. */
export function parseAll<T>(schema: Reads<T>, value: unknown): T[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const read: T[] = [];
  for (const one of value) {
    const parsed = schema.safeParse(one);
    if (!parsed.success) return undefined;
    read.push(parsed.data);
  }
  return read;
}
