import type { Json } from "../schema/changes.ts";
import type { Difference } from "./differences.ts";
import { isLowered, nodesDown } from "./lock.ts";
import { isObject, isWordSet } from "./parts.ts";
import { walk } from "../read/walk.ts";

/** What a call may bring along as it likes: who issues it, its sources, and when things are done in its year. */
const OF_THE_YEAR = [
  /^(bodies|documents|clauses)\/.+/,
  /^(title|inForce)(\/|$)/,
  /^procedures\/[^/]+\/starts\/when(\/|$)/,
  /^procedures\/[^/]+\/stages\/[^/]+\/window(\/|$)/,
];

const RAISED_IS_STRICTER = new Set<Json | undefined>(["at-least", "more-than"]);
const LOWERED_IS_STRICTER = new Set<Json | undefined>(["at-most", "less-than"]);

/**
 * Whether a change makes a document stricter, by its shape alone: a condition added under `all` or asked at a stage,
 * a cap added or lowered, an `at-least` raised or an `at-most` lowered, a field added. Anything else counts as weaker,
 * except what belongs to the year of a call.
 */
export function isStricter(document: Json, change: Difference): boolean {
  if (OF_THE_YEAR.some((pattern) => pattern.test(change.path)) || isOfFields(document, change)) return true;
  const [area = "", ...rest] = change.path.split("/");
  if (change.kind === "added") return isAddedRule(document, change);
  if (change.kind !== "changed") return false;
  if (area === "caps" && rest.length === 2 && rest[1] === "most") return isLowered(change);
  if (/^procedures\/[^/]+\/stages\/[^/]+\/requires$/.test(change.path)) return hasGrown(change);
  if (rest.at(-1) === "of") return growsAll(document, change);
  return rest.at(-1) === "than" && isTighter(document, change);
}

function isAddedRule(document: Json, change: Difference): boolean {
  if (/^(caps|conditions)\/[^/]+$/.test(change.path)) return true;
  if (/^forms\/[^/]+\/sections\/[^/]+(\/fields\/[^/]+)?$/.test(change.path)) return true;
  if (/^procedures\/[^/]+\/stages\/[^/]+\/requires$/.test(change.path)) return true;
  return isUnderAll(document, change.path);
}

/** The seats of a year's fields: the items of a list that some type names as its fields. */
function isOfFields(document: Json, { path }: Difference): boolean {
  const [area, list = "", part] = path.split("/");
  if (area !== "lists" || part !== "items" || !isObject(document)) return false;
  const types = Array.isArray(document["types"]) ? document["types"] : [];
  return types.some((type) => isObject(type) && type["fields"] === list);
}

const hasGrown = ({ before, after, path }: Difference): boolean =>
  isWordSet(before, path) && isWordSet(after, path) && before.every((word) => after.includes(word));

/** `…/of/<condition>`: the list belongs to a condition of kind `all`, not below a `not`. */
function isUnderAll(document: Json, path: string): boolean {
  const segments = path.split("/");
  if (segments.at(-2) !== "of") return false;
  const [holder] = nodesDown(document, segments.slice(0, -2).join("/")).slice(-1);
  return isObject(holder) && holder["kind"] === "all" && isPositive(document, segments.slice(0, -2));
}

/** The list of an `all` whose elements have no keys: the old ones stay as they are, new ones follow. */
function growsAll(document: Json, { path, before, after }: Difference): boolean {
  const segments = path.split("/");
  const [holder] = nodesDown(document, segments.slice(0, -1).join("/")).slice(-1);
  if (!isObject(holder) || holder["kind"] !== "all" || !isPositive(document, segments.slice(0, -1)))
    return false;
  if (!Array.isArray(before) || !Array.isArray(after) || after.length <= before.length) return false;
  return before.every((element, at) => JSON.stringify(element) === JSON.stringify(after[at]));
}

function isTighter(document: Json, { path, before, after }: Difference): boolean {
  const at = path.split("/").slice(0, -1);
  const [compare] = nodesDown(document, at.join("/")).slice(-1);
  if (!isObject(compare) || compare["kind"] !== "compare" || !isPositive(document, at)) return false;
  if (typeof before !== "number" || typeof after !== "number") return false;
  if (RAISED_IS_STRICTER.has(compare["is"])) return after > before;
  return LOWERED_IS_STRICTER.has(compare["is"]) && after < before;
}

/**
 * Whether a condition is asked of somebody as it stands: in `conditions`, below nothing but `all`, and named nowhere
 * else than so. What is counted, denied or picks a case would turn stricter into weaker.
 */
function isPositive(document: Json, segments: readonly string[]): boolean {
  const [area, key] = segments;
  if (area !== "conditions" || key === undefined || !isBelowAll(document, segments)) return false;
  const named = walk(Object(document)).filter(
    ({ node }) => "kind" in node && node.kind === "named" && "condition" in node && node.condition === key,
  );
  return named.every((place) => place.segments[0] === "conditions" && isBelowAll(document, place.segments));
}

/** `conditions/<key>/test/…`: nothing but `all` between the test and the place. */
const isBelowAll = (document: Json, segments: readonly string[]): boolean =>
  nodesDown(document, segments.join("/"))
    .slice(3, -1)
    .every((node) => Array.isArray(node) || (isObject(node) && node["kind"] === "all"));
