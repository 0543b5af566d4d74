import type { PolicyProblem } from "../parse/problem.ts";
import { walk } from "../read/walk.ts";
import type { Policy } from "../schema/policy.ts";
import { namesIn } from "./circles.ts";
import { errorAt } from "./finding.ts";

/** A tally within a tally: a third one would look at the product of three collections, and has no name for the first. */
const MOST_TALLIES = 2;

const isTally = (node: object): boolean => "kind" in node && node.kind === "tally";

/** Tallies stand in tallies at most once, also where a named condition or measure hides the inner one. */
export function nesting(policy: Policy): PolicyProblem[] {
  const depths = new Map<string, number>();
  const bodies = new Map<string, object>([
    ...policy.conditions.map((node): [string, object] => [`conditions/${node.key}`, node.test]),
    ...policy.measures.map((node): [string, object] => [`measures/${node.key}`, { is: node.is }]),
  ]);
  const depthOfName = (name: string, trail: readonly string[]): number => {
    const known = depths.get(name);
    const body = bodies.get(name);
    // circles and long chains are told by a rule of their own
    if (
      known !== undefined ||
      body === undefined ||
      trail.includes(name) ||
      trail.length > MOST_TALLIES * 8
    ) {
      return known ?? 0;
    }
    const depth = depthOf(body, [...trail, name]);
    depths.set(name, depth);
    return depth;
  };
  const depthOf = (body: object, trail: readonly string[]): number => {
    const places = [{ node: body, ancestors: [] as readonly object[] }, ...walk(body)];
    return places.reduce((most, { node, ancestors }) => {
      const around = ancestors.filter(isTally).length;
      const own = isTally(node) ? 1 : 0;
      const called = isCall(node) ? Math.max(0, ...namesIn(node).map((name) => depthOfName(name, trail))) : 0;
      return Math.max(most, around + own + called);
    }, 0);
  };
  return walk(policy)
    .filter(({ node, ancestors }) => isTally(node) && !ancestors.some(isTally))
    .filter(({ node }) => depthOf(node, []) > MOST_TALLIES)
    .map(({ path }) =>
      errorAt("nesting", {
        path,
        zh: "计数里套计数超过两层",
        en: "tallies stand in tallies more than two deep",
        mendZh: "请拆成两个度量，或者在记录上登记这个事实",
        mendEn: "split it into two measures, or record the fact with the records",
      }),
    );
}

const isCall = (node: object): boolean => "kind" in node && node.kind === "named";
