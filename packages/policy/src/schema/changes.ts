import { z } from "zod";
import { Key } from "./text.ts";

/** A JSON value: what a document is before its schema is known. */
export type Json = null | boolean | number | string | Json[] | { [field: string]: Json };
export const Json: z.ZodType<Json> = z.lazy(() =>
  z.union([z.null(), z.boolean(), z.number(), z.string(), z.array(Json), z.record(z.string(), Json)]),
);

/**
 * One change at a path of keys: a value set, a node added (`after` which key), or dropped.
 * The path grammar is that of `nodeAt`.
 */
export type Change =
  | { key: Key; at: string; set: Json }
  | { key: Key; at: string; add: Json; after?: Key }
  | { key: Key; at: string; drop: true };
const Path = z.string().min(1).max(1000);
export const Change: z.ZodType<Change> = z.union([
  z.strictObject({ key: Key, at: Path, set: Json }),
  z.strictObject({ key: Key, at: Path, add: Json, after: Key.exactOptional() }),
  z.strictObject({ key: Key, at: Path, drop: z.literal(true) }),
]);
