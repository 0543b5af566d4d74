// A measure against what it is compared with; decides although something is open wherever every possible value
// leads to the same result.
import { type CompareCondition, refOf, type Scalar, type Than } from "@yichuang/policy";
import type { OpenRef, Ruling, Truth } from "../contract/verdict.ts";
import { resolveMoment } from "../time/window.ts";
import { compareScalars, scaleOf, type Compared } from "./compare.ts";
import { rulingOf, termsOf } from "./condition.ts";
import { exactOf } from "./decimal.ts";
import { evaluateMeasure } from "./measure.ts";
import { type Resolved, unknownFrom } from "./resolved.ts";
import { resolveValue } from "./value.ts";
import type { World } from "./world.ts";

type Right = Resolved<readonly Scalar[]>;

/** The truth of one comparison. */
export function evaluateCompare(condition: CompareCondition, world: World, path: string): Ruling {
  const left = readLeft(condition, world, path);
  const records = left.kind === "known" && left.records !== undefined ? { records: left.records } : {};
  const right = readRight(condition.than, world, `${path}/than`);
  const { truth, open, missing } = judge(condition, { left, right, world, path });
  const got = left.kind === "known" ? left.value[0] : undefined;
  const required = right.kind === "known" ? right.value.map(String).join(" / ") : undefined;
  return rulingOf(condition, world, {
    path,
    truth,
    ...records,
    ...(got === undefined ? {} : { got: String(got) }),
    ...(required === undefined || required === "" ? {} : { required }),
    ...(truth === "unknown" && open !== undefined ? { open } : {}),
    ...(truth === "unknown" && open === undefined && missing !== undefined ? { missing } : {}),
    outcome: {
      ...(got === undefined ? {} : { got }),
      ...(truth === "unknown" && open !== undefined ? { open: termsOf(open) } : {}),
    },
  });
}

type Left =
  | { kind: "known"; value: Scalar[]; records?: { [attribute: string]: unknown }[] }
  | Exclude<Resolved<Scalar>, { kind: "known" }>;

/** A fact may hold many values: the comparison holds where one of them does. */
function readLeft(condition: CompareCondition, world: World, path: string): Left {
  const ref = refOf(condition.of);
  const many = ref === undefined ? undefined : world.fact(ref);
  if (Array.isArray(many)) return { kind: "known", value: many };
  const measured = evaluateMeasure(condition.of, world, `${path}/of`);
  if (measured.kind !== "known") return measured;
  const { records } = measured;
  return { kind: "known", value: [measured.value], ...(records === undefined ? {} : { records }) };
}

function readRight(than: Than | undefined, world: World, path: string): Right {
  if (than === undefined) return { kind: "known", value: [] };
  if (Array.isArray(than)) return { kind: "known", value: than };
  if (typeof than === "object" && "kind" in than) {
    const fact = world.fact(than.fact);
    if (fact === undefined) return { kind: "missing", ref: than.fact };
    return { kind: "known", value: Array.isArray(fact) ? fact : [fact] };
  }
  if (typeof than === "object" && "from" in than) {
    const moment = resolveMoment(than, world, path);
    return moment.kind === "known" ? { kind: "known", value: [moment.value.text] } : unknownFrom(moment);
  }
  const value = resolveValue<Scalar>(than, world, path);
  if (value.kind === "known") return { kind: "known", value: [value.value] };
  if (value.kind === "missing") return value;
  return {
    kind: "open",
    open: value.open,
    ...(value.among === undefined ? {} : { among: value.among.map((v) => [v]) }),
  };
}

interface Judged {
  truth: Truth;
  open?: OpenRef;
  missing?: string;
}
interface Sides {
  left: Left;
  right: Right;
  world: World;
  path: string;
}

function judge(condition: CompareCondition, { left, right, world, path }: Sides): Judged {
  const ref = refOf(condition.of);
  if (condition.is === "known") return { truth: left.kind === "known" ? "true" : "false" };
  if (left.kind === "missing" && ref?.startsWith("it.") === true) {
    return { truth: condition.is === "not-equal" || condition.is === "none-of" ? "true" : "false" };
  }
  if (left.kind === "missing") return { truth: "unknown", missing: left.ref };
  if (right.kind === "missing") return { truth: "unknown", missing: right.ref };
  const within = readWithin(condition, world, path);
  const scale = scaleOf(world.policy, ref);
  const compare = (a: Scalar, than: readonly Scalar[]): boolean | undefined => {
    const asked: Compared = { is: condition.is, than, scale };
    return compareScalars(a, within.n === undefined ? asked : { ...asked, within: within.n });
  };
  const lefts = left.kind === "known" ? left.value : left.among;
  const rights = right.kind === "known" ? [right.value] : (right.among ?? boundsOf(right.open));
  const open = left.kind === "open" ? left.open : right.kind === "open" ? right.open : within.open;
  if (lefts === undefined || rights === undefined)
    return open === undefined ? { truth: "unknown" } : { truth: "unknown", open };
  const answers = rights.map((than) =>
    holdsFor(lefts, { than, compare, is: condition.is, every: left.kind === "open" }),
  );
  const truth = agreed(
    answers,
    { condition, ...(right.kind === "open" && right.among === undefined ? { interval: right.open } : {}) },
    lefts,
  );
  return truth === "unknown" && open !== undefined ? { truth, open } : { truth };
}

function readWithin(condition: CompareCondition, world: World, path: string): { n?: number; open?: OpenRef } {
  if (condition.within === undefined) return {};
  const within = resolveValue(condition.within, world, `${path}/within`);
  if (within.kind === "known") return { n: within.value };
  return within.kind === "open" ? { open: within.open } : {};
}

/** The ends of an interval that an open value lies in; undefined where it has none. */
function boundsOf(open: OpenRef): readonly Scalar[][] | undefined {
  return open.least === undefined || open.most === undefined ? undefined : [[open.least], [open.most]];
}

interface Ask {
  than: readonly Scalar[];
  compare: (a: Scalar, than: readonly Scalar[]) => boolean | undefined;
  is: CompareCondition["is"];
  every: boolean;
}

/** Many values: one in common is enough, and none may match where a match is excluded. */
function holdsFor(lefts: readonly Scalar[], { than, compare, is, every }: Ask): Truth {
  const answers = lefts.map((a) => compare(a, than));
  const truths = answers.map((answer) => (answer === undefined ? "unknown" : answer ? "true" : "false"));
  if (every || is === "not-equal" || is === "none-of") return unanimous(truths);
  if (truths.includes("true")) return "true";
  return truths.includes("unknown") ? "unknown" : "false";
}

const unanimous = (truths: readonly Truth[]): Truth => {
  const [first] = truths;
  return first !== undefined && truths.every((truth) => truth === first) ? first : "unknown";
};

/**
 * Both ends of an interval agree, so every value between them does, for the orders. Being equal to a value in an
 * interval is only excluded outside of it.
 */
function agreed(
  answers: readonly Truth[],
  { condition, interval }: { condition: CompareCondition; interval?: OpenRef },
  lefts: readonly Scalar[],
): Truth {
  if (interval === undefined || !["equal", "not-equal"].includes(condition.is)) return unanimous(answers);
  const outside = lefts.every((a) => {
    const x = exactOf(a);
    return x !== undefined && (x.lt(interval.least ?? -Infinity) || x.gt(interval.most ?? Infinity));
  });
  if (!outside) return "unknown";
  return condition.is === "equal" ? "false" : "true";
}
