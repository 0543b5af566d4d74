import { z } from "zod";
import { canonicalize } from "../read/canonicalize.ts";
import { walk } from "../read/walk.ts";
import { Condition, isReading, type CompareCondition } from "../schema/sorts.ts";
import type { Policy } from "../schema/policy.ts";
import type { PolicyProblem } from "../parse/problem.ts";
import { errorAt } from "./finding.ts";

/** Cases are tried in order: none stands behind one that takes all of it, and one always fires. */
export const cases = (policy: Policy): PolicyProblem[] =>
  walk(policy).flatMap(({ node, path, segments }) => {
    if (!("cases" in node) || !Array.isArray(node.cases)) return [];
    const each = node.cases.flatMap(keyedCondition);
    return [...shadowed(each, path), ...fallsThrough(node, segments, path)];
  });

type KeyedCondition = z.infer<typeof KeyedCondition>;
const KeyedCondition = z.object({ key: z.string(), when: Condition });
function keyedCondition(one: unknown): KeyedCondition[] {
  const keyed = KeyedCondition.safeParse(one);
  return keyed.success ? [keyed.data] : [];
}

function shadowed(each: readonly KeyedCondition[], path: string): PolicyProblem[] {
  return each.flatMap((later, index) => {
    const earlier = each.slice(0, index).find((candidate) => covers(candidate.when, later.when));
    if (earlier === undefined) return [];
    return [
      errorAt("cases", {
        path: `${path}/cases/${later.key}`,
        zh: `这一种情况永远轮不到：前面的“${earlier.key}”已经包含它`,
        en: `this case can never fire: “${earlier.key}” before it takes all of it`,
        mendZh: "请调换先后，或者改正条件",
        mendEn: "change their order, or correct the condition",
      }),
    ];
  });
}

/** Whether everything that makes `inner` true makes `outer` true, as far as their shape tells. */
function covers(outer: Condition, inner: Condition): boolean {
  if (outer.kind === "all" && outer.of.length === 0) return true;
  if (canonicalize(bare(outer)) === canonicalize(bare(inner))) return true;
  if (inner.kind === "all") return inner.of.some((part) => covers(outer, part));
  if (outer.kind === "any") return outer.of.some((part) => covers(part, inner));
  if (outer.kind !== "compare" || inner.kind !== "compare") return false;
  if (canonicalize(outer.of) !== canonicalize(inner.of)) return false;
  return setCovers(outer, inner) || rangeCovers(rangeOf(outer), rangeOf(inner));
}

/** A condition without the words that do not change its meaning. */
function bare(condition: Condition): object {
  const { key: _key, label: _label, because: _because, ...meaning } = condition;
  return meaning;
}

function setCovers(outer: CompareCondition, inner: CompareCondition): boolean {
  const [big, small] = [setOf(outer), setOf(inner)];
  return big !== undefined && small !== undefined && small.every((value) => big.includes(value));
}
function setOf({ is, than }: CompareCondition): unknown[] | undefined {
  if (is === "one-of" && Array.isArray(than)) return than;
  return is === "equal" && typeof than !== "object" ? [than] : undefined;
}

interface Range {
  from: number;
  to: number;
  openFrom: boolean;
  openTo: boolean;
}
const WHOLE: Range = { from: -Infinity, to: Infinity, openFrom: false, openTo: false };

function rangeOf({ is, than }: CompareCondition): Range | undefined {
  if (is === "between" && Array.isArray(than)) {
    const [from, to] = than;
    return typeof from === "number" && typeof to === "number" ? { ...WHOLE, from, to } : undefined;
  }
  const bound = plainBound(than);
  if (bound === undefined) return undefined;
  switch (is) {
    case "at-least":
      return { ...WHOLE, from: bound };
    case "more-than":
      return { ...WHOLE, from: bound, openFrom: true };
    case "at-most":
      return { ...WHOLE, to: bound };
    case "less-than":
      return { ...WHOLE, to: bound, openTo: true };
    case "equal":
      return { ...WHOLE, from: bound, to: bound };
    default:
      return undefined;
  }
}

function plainBound(than: CompareCondition["than"]): number | undefined {
  if (typeof than === "number") return than;
  if (typeof than !== "object" || Array.isArray(than) || "kind" in than || "from" in than) return undefined;
  return isReading(than) && typeof than.read === "number" ? than.read : undefined;
}

function rangeCovers(outer: Range | undefined, inner: Range | undefined): boolean {
  if (outer === undefined || inner === undefined) return false;
  const fromCovered =
    outer.from < inner.from || (outer.from === inner.from && (!outer.openFrom || inner.openFrom));
  const toCovered = outer.to > inner.to || (outer.to === inner.to && (!outer.openTo || inner.openTo));
  return fromCovered && toCovered;
}

/** Points per record may be none; anything else that nothing decides is a gap. */
function fallsThrough(node: object, segments: readonly string[], path: string): PolicyProblem[] {
  if ("otherwise" in node || segments.includes("each")) return [];
  return [
    errorAt("cases", {
      path,
      zh: "都不符合时没有写怎么办",
      en: "nothing is said for when no case holds",
      mendZh: "请补上 otherwise；文中没有的写 open",
      mendEn: "add otherwise, or open where the text does not say",
    }),
  ];
}
