import type { Json } from "../schema/changes.ts";
import { LOCKS, type Lock } from "../schema/text.ts";
import type { Difference } from "./differences.ts";
import { isObject } from "./parts.ts";
import { segmentOf } from "../read/walk.ts";

/** The nodes from the top of a document down a path, as far as they exist. */
export function nodesDown(document: Json, path: string): Json[] {
  const nodes: Json[] = [document];
  for (const segment of path.split("/")) {
    const node = nodes.at(-1);
    const next = isObject(node)
      ? node[segment]
      : Array.isArray(node)
        ? node.find((element, at) => segmentOf(element, at) === segment)
        : undefined;
    if (next === undefined) break;
    nodes.push(next);
  }
  return nodes;
}

/** The lock that holds at a path: the narrowest one from the top down; undefined where no node has one. */
export function lockAt(document: Json, path: string): Lock | undefined {
  const locks = nodesDown(document, path).flatMap((node) => lockOf(node) ?? []);
  return LOCKS.find((lock) => locks.includes(lock));
}

const lockOf = (node: Json): Lock | undefined =>
  isObject(node) ? LOCKS.find((lock) => lock === node["lock"]) : undefined;

const WORDS = new Set(["label", "hint", "aka", "asks", "title", "purpose", "text", "as"]);

/** Whether a change is one of words only. */
const isOfWords = ({ path }: Difference): boolean =>
  path.split("/").some((segment, at, all) => WORDS.has(segment) && at >= all.length - 2) ||
  path.startsWith("words/");

const PARTS_OF_A_FORM = /^forms\/[^/]+\/sections(\/[^/]+(\/fields\/[^/]+)?)?$/;

/** Whether a change sets a value and leaves every node where it is; a form may also grow. */
function isOfValues({ kind, path, before, after }: Difference): boolean {
  if (kind === "added") return PARTS_OF_A_FORM.test(path);
  return kind === "changed" && !isListOfNodes(before) && !isListOfNodes(after);
}

const isListOfNodes = (value: Json | undefined): boolean => Array.isArray(value) && value.some(isObject);

const ALLOWED: { readonly [K in Lock]: (change: Difference) => boolean } = {
  fixed: () => false,
  labels: isOfWords,
  values: (change) => isOfWords(change) || isOfValues(change),
  free: () => true,
};

/** Whether a lock lets an overlay make a change. A cap may only be narrowed below `values`. */
export function lockAllows(lock: Lock, change: Difference): boolean {
  if (lock === "values" && /^caps\/[^/]+\/most$/.test(change.path)) return isLowered(change);
  return ALLOWED[lock](change);
}

export const isLowered = ({ before, after }: Difference): boolean =>
  typeof before === "number" && typeof after === "number" && after < before;

/** A lock itself is only ever made narrower, at the node or below one that is wider. */
export function keepsLocks(document: Json, { path, kind, after }: Difference): boolean {
  if (!path.endsWith("/lock")) return true;
  const now = LOCKS.find((lock) => lock === after);
  const was = lockAt(document, path) ?? "free";
  return kind !== "dropped" && now !== undefined && LOCKS.indexOf(now) <= LOCKS.indexOf(was);
}
