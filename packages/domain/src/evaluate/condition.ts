// Is it so? Three-valued truth with an explanation that mirrors the tree (policy-model 3.3, 8).
import {
  type Condition,
  getCondition,
  type OpenTerms,
  type Policy,
  sayOutcome,
  segmentOf,
  type AllCondition,
  type AnyCondition,
  type SomeCondition,
  type Text,
  type JudgedCondition,
  type NamedConditionRef,
  type NotCondition,
  type UnstatedCondition,
  withSettledWords,
} from "@yichuang/policy";
import type { Ruling, Truth } from "../contract/verdict.ts";
import { evaluateCompare } from "./compare-condition.ts";
import { openRefOf } from "./open-ref.ts";
import type { Missing, StillOpen } from "./resolved.ts";
import { agreedBy, atLeastOf, negated } from "./truth.ts";
import { resolveOpen, resolveValue } from "./value.ts";
import { calling, type World } from "./world.ts";

type Evaluate<C> = (condition: C, world: World, path: string) => Ruling;
type ByKind = { [C in Condition as C["kind"]]: Evaluate<C> };

const EVALUATORS: ByKind = {
  compare: evaluateCompare,
  all: (condition, world, path) => count(condition, world, { path, need: condition.of.length }),
  any: (condition, world, path) => count(condition, world, { path, need: 1 }),
  some: evaluateSome,
  not: evaluateNot,
  judged: evaluateJudged,
  named: evaluateNamed,
  unstated: evaluateUnstated,
};

/** Whether a condition holds, and why. `path` is its place in the policy. */
export function evaluateCondition(condition: Condition, world: World, path: string): Ruling {
  const evaluate = EVALUATORS[condition.kind] as Evaluate<Condition>;
  return evaluate(condition, world, path);
}

/** Sentences use the words that were settled for items which the text does not name. */
const spokenPolicy = (world: World): Policy =>
  withSettledWords(world.policy, (path) => world.settlement(path)?.value);

const UNSAID: Text = { zh: "", en: "" };

/** What every ruling carries from its condition. */
export const rulingOf = (
  condition: Condition,
  world: World,
  {
    path,
    truth,
    outcome = {},
    ...more
  }: Partial<Ruling> & { path: string; truth: Truth; outcome?: Parameters<typeof sayOutcome>[2] },
): Ruling => ({
  path,
  kind: condition.kind,
  truth,
  said: world.silent === true ? UNSAID : sayOutcome(spokenPolicy(world), condition, outcome),
  because: condition.because ?? [],
  parts: [],
  ...(condition.label === undefined ? {} : { label: condition.label }),
  ...(condition.force === undefined ? {} : { force: condition.force }),
  ...more,
});

/** Open terms as the wording takes them, from what a decision names. */
export const termsOf = (open: NonNullable<Ruling["open"]>): OpenTerms => ({
  asks: open.asks,
  per: open.per,
  by: { role: open.by },
});

function partsOf(of: readonly Condition[], world: World, path: string): Ruling[] {
  return of.map((part, index) => evaluateCondition(part, world, `${path}/of/${segmentOf(part, index)}`));
}

/** Kleene's and, or, at least k: true once enough hold, false once enough cannot. */
function count(
  condition: AllCondition | AnyCondition | SomeCondition,
  world: World,
  { path, need }: { path: string; need: number },
): Ruling {
  const parts = partsOf(condition.of, world, path);
  const truths = parts.map((part) => part.truth);
  const met = truths.filter((truth) => truth === "true").length;
  const truth = atLeastOf(truths, need);
  const lacking = truth === "true" ? [] : namesOf(parts.filter((part) => part.truth === "false"));
  return rulingOf(condition, world, { path, truth, parts, outcome: { met, need, lacking } });
}

const namesOf = (parts: readonly Ruling[]) =>
  parts.flatMap(({ label }) => (label === undefined ? [] : [label]));

function evaluateSome(condition: SomeCondition, world: World, path: string): Ruling {
  const least = resolveValue(condition.least, world, `${path}/least`);
  if (least.kind === "known") return count(condition, world, { path, need: least.value });
  const parts = partsOf(condition.of, world, path);
  const truth = agreedBy(
    needsOf(least).map((need) =>
      atLeastOf(
        parts.map((part) => part.truth),
        need,
      ),
    ),
  );
  if (truth !== "unknown") return rulingOf(condition, world, { path, truth, parts });
  if (least.kind === "missing") return rulingOf(condition, world, { path, truth, parts, missing: least.ref });
  const { open } = least;
  return rulingOf(condition, world, { path, truth, parts, open, outcome: { open: termsOf(open) } });
}

/** Every k that is possible, or both ends of where it lies: what holds for both ends holds between them. */
function needsOf(least: StillOpen<number> | Missing): number[] {
  if (least.kind === "open" && least.among !== undefined) return least.among;
  return least.between === undefined ? [] : [least.between.least.toNumber(), least.between.most.toNumber()];
}

function evaluateNot(condition: NotCondition, world: World, path: string): Ruling {
  const part = evaluateCondition(condition.of, world, `${path}/of`);
  return rulingOf(condition, world, { path, truth: negated(part.truth), parts: [part] });
}

/** The key under which a reviewer's answer is kept: the named condition that the leaf stands in, or its own. */
function judgedKey(condition: JudgedCondition, path: string): string | undefined {
  const [list, named] = path.split("/");
  return list === "conditions" && named !== undefined ? named : condition.key;
}

function evaluateJudged(condition: JudgedCondition, world: World, path: string): Ruling {
  const key = judgedKey(condition, path);
  const own = condition.key === undefined ? undefined : world.judged?.(condition.key);
  const verdict = own ?? (key === undefined ? undefined : world.judged?.(key));
  if (verdict === undefined) {
    return rulingOf(condition, world, { path, truth: "unknown", awaiting: condition.asks });
  }
  return rulingOf(condition, world, { path, truth: verdict ? "true" : "false", outcome: { verdict } });
}

function evaluateNamed(condition: NamedConditionRef, world: World, path: string): Ruling {
  const named = getCondition(world.policy, condition.condition);
  const inside = calling(world, `conditions/${named.key}`);
  if (inside === undefined) {
    return rulingOf(condition, world, { path, truth: "unknown", missing: `conditions/${named.key}` });
  }
  const part = evaluateCondition(named.test, inside, `conditions/${named.key}/test`);
  return rulingOf(condition, world, {
    path,
    truth: part.truth,
    parts: [part],
    because: condition.because ?? named.because ?? [],
  });
}

function evaluateUnstated(condition: UnstatedCondition, world: World, path: string): Ruling {
  const settled = resolveOpen<Condition>(condition.open, world, path);
  if (settled.kind === "known") {
    const part = evaluateCondition(settled.value, world, path);
    return rulingOf(condition, world, { path, truth: part.truth, parts: [part] });
  }
  const open = openRefOf(condition.open, path);
  return rulingOf(condition, world, { path, truth: "unknown", open, outcome: { open: condition.open } });
}
