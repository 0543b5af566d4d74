import { canonicalize } from "../read/canonicalize.ts";
import type { Json } from "../schema/changes.ts";

export type JsonObject = { [field: string]: Json };

export const isObject = (node: Json | undefined): node is JsonObject =>
  typeof node === "object" && node !== null && !Array.isArray(node);

/** The same document, whatever the order of its fields. */
export const same = (a: Json | undefined, b: Json | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && canonicalize(a) === canonicalize(b));

/** The name by which an element of a list is known: its key, or its kind; undefined for a plain value or an actor. */
function nameOf(element: Json): string | undefined {
  if (!isObject(element)) return undefined;
  if (typeof element["key"] === "string") return element["key"];
  return typeof element["kind"] === "string" ? element["kind"] : undefined;
}

/** A list as its elements by name, in order; undefined for a list whose elements have no names of their own. */
export function namedElements(list: Json | undefined): Map<string, Json> | undefined {
  if (!Array.isArray(list)) return undefined;
  const named = new Map<string, Json>();
  for (const element of list) {
    const name = nameOf(element);
    if (name === undefined || named.has(name)) return undefined;
    named.set(name, element);
  }
  return named;
}

const ORDERED_WORDS: ReadonlySet<string> = new Set(["than"]);

/** A list of different words is a set, except where it is what a measure is compared with. */
export const isWordSet = (list: Json | undefined, field: string): list is string[] =>
  Array.isArray(list) &&
  !ORDERED_WORDS.has(field) &&
  list.every((element) => typeof element === "string") &&
  new Set(list).size === list.length;

const FORMS = ["kind", "do", "does"] as const;
const VALUE_FORMS = ["open", "read", "cases"] as const;

/** Which form of its union a node has: two nodes of different forms have no leaves in common. */
export function formOf(node: JsonObject): string {
  const form = FORMS.map((field) => (Object.hasOwn(node, field) ? JSON.stringify(node[field]) : "")).join(
    "/",
  );
  return `${form}:${VALUE_FORMS.filter((field) => Object.hasOwn(node, field)).join(",")}`;
}

export const below = (path: string, segment: string): string =>
  path === "" ? segment : `${path}/${segment}`;

/** A document as plain JSON. */
export const asJson = (document: object): Json => JSON.parse(JSON.stringify(document)) as Json;
