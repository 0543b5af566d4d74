// Which leaves of a condition made it what it is: those that a person must look at, and no others.
import type { Ruling } from "../contract/verdict.ts";

/**
 * The leaves that decide a ruling: of a false `all` the false ones, of an undecided one those that are unknown, of a true
 * `any` or `some` the true ones. A `not` and a named condition hand on what decides the condition inside them.
 */
export function decidingLeaves(ruling: Ruling): Ruling[] {
  if (ruling.parts.length === 0) return [ruling];
  if (ruling.kind === "not" || ruling.kind === "named" || ruling.kind === "unstated") {
    return ruling.parts.flatMap(decidingLeaves);
  }
  const own = ruling.open === undefined ? [] : [ruling];
  return [...own, ...ruling.parts.filter((part) => part.truth === ruling.truth).flatMap(decidingLeaves)];
}
