import path from "node:path";
import { readImports } from "./parse-module.ts";
import { type Breach, type Guard, isTest } from "./source-file.ts";

/** No file reaches itself over its run-time imports. Workspaces cannot make a cycle: the map has none. */
/**
 * Groups whose files may reach each other. A value of the policy language has cases, a case has a condition, a condition compares a
 * measure, a measure has values: the evaluators are as recursive as the language. A table field has fields as its cells.
 */
const RECURSIVE: readonly (readonly string[])[] = [
  ["packages/domain/src/evaluate/", "packages/domain/src/time/window.ts"],
  ["apps/web/src/components/fields/"],
];

const isRecursive = (cycle: readonly string[]): boolean =>
  RECURSIVE.some((group) => cycle.every((file) => group.some((prefix) => file.startsWith(prefix))));

export const guardCycles: Guard = (files) => {
  const graph = new Map<string, string[]>();
  for (const file of files.filter((each) => !isTest(each.path))) {
    const relative = readImports(file).filter((each) => !each.typeOnly && each.specifier.startsWith("."));
    const targets = relative.map((each) => path.posix.join(path.posix.dirname(file.path), each.specifier));
    graph.set(file.path, targets);
  }
  return findCycles(graph)
    .filter((cycle) => !isRecursive(cycle))
    .map((cycle): Breach => ({
      path: cycle[0] ?? "",
      said: `imports itself: ${cycle.join(" → ")}`,
    }));
};

/** One way round for every group of nodes that reach each other, found by depth-first search. */
export function findCycles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (node: string): void => {
    const at = trail.indexOf(node);
    if (at >= 0) cycles.push([...trail.slice(at), node]);
    if (at >= 0 || done.has(node)) return;
    trail.push(node);
    for (const next of graph.get(node) ?? []) visit(next);
    trail.pop();
    done.add(node);
  };
  for (const node of graph.keys()) visit(node);
  return cycles;
}
