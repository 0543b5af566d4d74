import type { Clause, Key, Policy, Text, ViolationCode, ViolationParams } from "@yichuang/policy";
import { getClauses } from "@yichuang/policy";
import type { OpenRef, Verdict, Violation } from "../contract/verdict.ts";

type About = Partial<Omit<Violation, "code" | "params">>;

/** Why an act is refused or pending, with the clauses that say so. */
const violation = <C extends ViolationCode>(
  code: C,
  params: ViolationParams[C],
  about: About = {},
): Violation => ({ code, params, clauses: [], ...about }) as Violation;

/** One thing that stands in the way: it forbids, or it waits for what is still open. */
export interface Obstacle {
  pending: boolean;
  violation: Violation;
}

export const refuse = <C extends ViolationCode>(
  code: C,
  params: ViolationParams[C],
  about: About = {},
): Obstacle => ({
  pending: false,
  violation: violation(code, params, about),
});

export const wait = <C extends ViolationCode>(
  code: C,
  params: ViolationParams[C],
  about: About = {},
): Obstacle => ({
  pending: true,
  violation: violation(code, params, about),
});

/** An act waits for an open value: which one, who settles it, and what could come out. */
export function waitForOpen(open: OpenRef, clauses: Clause[], could?: Text[]): Obstacle {
  const params = { asks: open.asks, by: open.by, per: open.per, ...(could === undefined ? {} : { could }) };
  return wait("open-value", params, { clauses, open, path: open.path });
}

/** What is forbidden outweighs what is open. */
export function verdictOf(obstacles: readonly Obstacle[]): Verdict {
  if (obstacles.length === 0) return { kind: "allowed" };
  const forbidding = obstacles.filter((obstacle) => !obstacle.pending);
  const kind = forbidding.length > 0 ? ("refused" as const) : ("pending" as const);
  const telling = forbidding.length > 0 ? forbidding : obstacles;
  return { kind, violations: telling.map((obstacle) => obstacle.violation) };
}

/** The clauses of the first node that names any: a stage's own, else its procedure's. */
export function clausesOfNodes(policy: Policy, ...nodes: ({ because?: Key[] } | undefined)[]): Clause[] {
  const because = nodes.find((node) => node?.because !== undefined && node.because.length > 0)?.because;
  return getClauses(policy, because);
}

/** A node's label, its key where it has none. */
export const labelOf = (node: { key: Key; label?: Text }): Text =>
  node.label ?? { zh: node.key, en: node.key };
