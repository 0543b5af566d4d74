import type { PolicyProblem } from "../parse/problem.ts";
import { walk } from "../read/walk.ts";
import type { Policy } from "../schema/policy.ts";
import { errorAt } from "./finding.ts";

/** Named conditions and measures that one reading passes through at most, one calling the next. */
const MOST_CALLS = 16;

/** Whom each named condition and measure calls, by path: `conditions/ready`. */
type Calls = ReadonlyMap<string, readonly string[]>;

/** Named conditions and measures call each other in no circle, and in no chain that nobody could follow. */
export function circles(policy: Policy): PolicyProblem[] {
  const calls: Calls = new Map([
    ...policy.conditions.map((node): [string, string[]] => [`conditions/${node.key}`, namesIn(node.test)]),
    ...policy.measures.map((node): [string, string[]] => [`measures/${node.key}`, namesIn({ is: node.is })]),
  ]);
  const lengths = chainsOf(calls);
  return [...calls].flatMap(([path, called]) => {
    const length = lengths.get(path);
    if (length === undefined) {
      const next = called.find((name) => calls.has(name) && !lengths.has(name));
      return next === undefined ? [] : [inCircle(path, next)];
    }
    return length > MOST_CALLS ? [tooLong(path, length)] : [];
  });
}

/** The named conditions and measures that a node calls. */
export const namesIn = (node: object): string[] =>
  [node, ...walk(node).map((place) => place.node)].flatMap((one) => {
    if (!("kind" in one) || one.kind !== "named") return [];
    if ("condition" in one && typeof one.condition === "string") return [`conditions/${one.condition}`];
    return "measure" in one && typeof one.measure === "string" ? [`measures/${one.measure}`] : [];
  });

/**
 * How many calls follow one another from each name; a name that leads into a circle has no number. Works from the ends
 * inward and without recursion, so that ten thousand names in a row do no harm.
 */
function chainsOf(calls: Calls): Map<string, number> {
  const callers = new Map<string, string[]>();
  const waiting = new Map<string, number>();
  const ready: string[] = [];
  for (const [name, called] of calls) {
    const known = [...new Set(called)].filter((one) => calls.has(one));
    for (const one of known) callers.set(one, [...(callers.get(one) ?? []), name]);
    waiting.set(name, known.length);
    if (known.length === 0) ready.push(name);
  }
  const lengths = new Map<string, number>();
  for (let name = ready.pop(); name !== undefined; name = ready.pop()) {
    const below = (calls.get(name) ?? []).map((one) => (lengths.get(one) ?? -1) + 1);
    lengths.set(
      name,
      below.reduce((most, one) => Math.max(most, one), 0),
    );
    for (const caller of callers.get(name) ?? []) {
      const left = (waiting.get(caller) ?? 0) - 1;
      waiting.set(caller, left);
      if (left === 0) ready.push(caller);
    }
  }
  return lengths;
}

const inCircle = (path: string, next: string): PolicyProblem =>
  errorAt("circles", {
    path,
    zh: `引用成了圈：它经过“${next}”又用到自己，或者引到这样的圈`,
    en: `a circle of references: by way of “${next}” it leads back to itself, or into such a circle`,
    mendZh: "请拆开：被引用的条件或度量不能再引用引用它的",
    mendEn: "take it apart: what is referred to must not refer back",
  });

const tooLong = (path: string, length: number): PolicyProblem =>
  errorAt("circles", {
    path,
    zh: `引用一个接一个，有 ${length} 层，最多 ${MOST_CALLS} 层`,
    en: `${length} references follow one another, ${MOST_CALLS} at most`,
    mendZh: "请把中间的合并",
    mendEn: "merge some of those in between",
  });
