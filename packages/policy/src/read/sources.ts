import type { Policy } from "../schema/policy.ts";
import type { Clause } from "../schema/bodies.ts";
import type { Key } from "../schema/text.ts";
import type { Place } from "./walk.ts";

/** The `because` of the nearest node that has one, from the place upward. */
export function nearestBecause(place: Pick<Place, "node" | "ancestors">): Key[] {
  for (const node of [place.node, ...place.ancestors.toReversed()]) {
    const because = becauseOf(node);
    if (because.length > 0) return because;
  }
  return [];
}

/** The clauses that a place rests on: its own, or those of the nearest node above it. Lint says which do not exist. */
export const clausesOf = (policy: Policy, place: Pick<Place, "node" | "ancestors">): Clause[] =>
  nearestBecause(place).flatMap((key) => policy.clauses.find((clause) => clause.key === key) ?? []);

function becauseOf(node: object): Key[] {
  if (!("because" in node) || !Array.isArray(node.because)) return [];
  return node.because.filter((key: unknown): key is Key => typeof key === "string");
}
