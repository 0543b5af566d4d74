// How a result becomes a grade: the first case that holds, with the ones before it that did not (policy-model 6.7).
import {
  type Condition,
  getList,
  type Grading,
  isCases,
  isOpen,
  isReading,
  type Key,
  type ListItem,
  type Policy,
  type Value,
} from "@yichuang/policy";
import type { OpenRef, Ruling } from "../contract/verdict.ts";
import { evaluateCondition } from "../evaluate/condition.ts";
import { resolveOpen, causeOf } from "../evaluate/value.ts";
import type { World } from "../evaluate/world.ts";

export interface Graded {
  kind: "graded";
  grade: Key;
  means?: Key;
  /** path of the case that fired */
  fired: string;
  ruling?: Ruling;
  /** the cases before it that did not hold */
  before: Ruling[];
  /** the grade that the cases gave, where an adjustment lowered it, and by which of them */
  lowered?: { from: Key; by: string[] };
}
/** What could come out, best first as the policy lists it, and the open values that decide between them. */
export interface GradePending {
  kind: "pending";
  candidates: Key[];
  open: OpenRef[];
  missing: string[];
  before: Ruling[];
}
export type GradeResult = Graded | GradePending;

interface Walk {
  policy: Policy;
  world: World;
  before: Ruling[];
}
/** One possible outcome: a grade with the case that gives it, or nothing where no case fits. */
interface Outcome {
  grade: Key;
  fired: string;
  ruling?: Ruling;
  lowered?: { from: Key; by: string[] };
}
interface Outcomes {
  possible: Outcome[];
  /** one of the ways leads to no grade that anybody could name */
  unsaid: boolean;
  open: OpenRef[];
  missing: string[];
}

/**
 * The grade of a result. An open line lies in its bounds: 79.99 under a pass line of 80 is a fail although the line
 * of excellent, somewhere in [80, 100], is open; 80.00 is "pass or excellent".
 */
export function gradeOf(policy: Policy, grading: Grading, world: World): GradeResult {
  const walk: Walk = { policy, world, before: [] };
  const outcomes = outcomesOf(walk, grading.grade, `gradings/${grading.key}/grade`);
  const candidates = outcomes.possible
    .map((outcome) => adjusted(walk, grading, outcome))
    .filter((outcome, index, all) => all.findIndex((other) => other.grade === outcome.grade) === index);
  const [only] = candidates;
  // what is open or missing does no harm where every way leads to the same grade
  if (candidates.length === 1 && only !== undefined && !outcomes.unsaid) {
    const means = itemsOf(policy, grading).find((item) => item.key === only.grade)?.means;
    return { kind: "graded", ...only, ...(means === undefined ? {} : { means }), before: walk.before };
  }
  return {
    kind: "pending",
    candidates: candidates.map((candidate) => candidate.grade),
    open: outcomes.open,
    missing: outcomes.missing,
    before: walk.before,
  };
}

const itemsOf = (policy: Policy, grading: Grading): ListItem[] => getList(policy, grading.list).items;

function outcomesOf(walk: Walk, value: Value<Key>, path: string): Outcomes {
  if (isOpen(value)) {
    const settled = resolveOpen<Key>(value.open, walk.world, path);
    if (settled.kind === "known") return one({ grade: settled.value, fired: path });
    const open = settled.kind === "open" ? [settled.open] : [];
    return {
      possible: (value.open.choices ?? []).map(({ then }) => ({ grade: String(then), fired: path })),
      unsaid: value.open.choices === undefined,
      open,
      missing: [],
    };
  }
  if (isReading<Key>(value)) return one({ grade: value.read, fired: path });
  if (!isCases(value)) return one({ grade: value, fired: path });
  for (const { key, when, then } of value.cases) {
    const at = `${path}/cases/${key}`;
    const ruling = evaluateCondition(when, walk.world, `${at}/when`);
    if (ruling.truth === "false") {
      walk.before.push(ruling);
      continue;
    }
    const here = named(outcomesOf(walk, then, `${at}/then`), at, ruling);
    if (ruling.truth === "true") return here;
    const rest = outcomesOf(walk, without(value, key), path);
    return merge(here, rest, causeOf(ruling));
  }
  return value.otherwise === undefined
    ? { possible: [], unsaid: true, open: [], missing: [path] }
    : outcomesOf(walk, value.otherwise, `${path}/otherwise`);
}

const one = (outcome: Outcome): Outcomes => ({ possible: [outcome], unsaid: false, open: [], missing: [] });

const named = (outcomes: Outcomes, fired: string, ruling: Ruling): Outcomes => ({
  ...outcomes,
  possible: outcomes.possible.map((outcome) => ({ ...outcome, fired, ruling })),
});

/** The cases that stand behind one that is not decided yet. */
function without(value: Extract<Value<Key>, { cases: unknown }>, key: Key): Value<Key> {
  const rest = value.cases.slice(value.cases.findIndex((candidate) => candidate.key === key) + 1);
  if (rest.length > 0) return { ...value, cases: rest };
  return value.otherwise ?? { ...value, cases: [] };
}

function merge(here: Outcomes, rest: Outcomes, cause: ReturnType<typeof causeOf>): Outcomes {
  return {
    possible: [...here.possible, ...rest.possible],
    unsaid: here.unsaid || rest.unsaid,
    open: [...(cause.open === undefined ? [] : [cause.open]), ...here.open, ...rest.open],
    missing: [
      ...(cause.missing === undefined ? [] : [cause.missing]),
      ...(cause.awaiting === undefined ? [] : [cause.awaiting.zh]),
      ...here.missing,
      ...rest.missing,
    ],
  };
}

/** A grade is lowered by n places of its list for each adjustment that holds; never below the last. */
function adjusted({ policy, world }: Walk, grading: Grading, outcome: Outcome): Outcome {
  const pathTo = (key: Key) => `gradings/${grading.key}/adjust/${key}`;
  const holding = (grading.adjust ?? []).filter(({ key, when }) => holds(when, world, `${pathTo(key)}/when`));
  const down = holding.reduce((sum, adjustment) => sum + adjustment.down, 0);
  const grade = lowerGrade(ladderOf(policy, grading), outcome.grade, down);
  if (grade === outcome.grade) return outcome;
  return { ...outcome, grade, lowered: { from: outcome.grade, by: holding.map(({ key }) => pathTo(key)) } };
}

/** The grades of a grading, the best first. `deferred` stands outside the order. */
export const ladderOf = (policy: Policy, grading: Grading): Key[] =>
  itemsOf(policy, grading)
    .filter((item) => item.means !== "deferred")
    .toSorted((a, b) => (b.rank ?? 0) - (a.rank ?? 0))
    .map((item) => item.key);

/** A grade some places further down, never below the last; one that is not on the ladder stays. */
export function lowerGrade(ladder: readonly Key[], grade: Key, down: number): Key {
  const place = ladder.indexOf(grade);
  return place < 0 ? grade : (ladder[Math.min(place + down, ladder.length - 1)] ?? grade);
}

const holds = (condition: Condition, world: World, path: string): boolean =>
  evaluateCondition(condition, world, path).truth === "true";
