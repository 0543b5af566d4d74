// A measure against what it is compared with; decides although something is not known wherever every possible
// value leads to the same result.
import { type CompareCondition, refOf, type Scalar, type Than } from "@yichuang/policy";
import type { OpenRef, Ruling, Truth } from "../contract/verdict.ts";
import { resolveMoment } from "../time/window.ts";
import { compareScalars, sortOf } from "./compare.ts";
import { compareIntervals } from "./compare-interval.ts";
import { rulingOf, termsOf } from "./condition.ts";
import { type Interval, numberAt } from "./interval.ts";
import { evaluateMeasure } from "./measure.ts";
import { type Missing, type StillOpen, unknownFrom } from "./resolved.ts";
import { agreedBy, allOf, anyOf } from "./truth.ts";
import { resolveValue } from "./value.ts";
import { isOfRecord, type World } from "./world.ts";

/** The values of a side, all at once, or why they are not known and what they can come to. */
type Side =
  | { kind: "known"; value: readonly Scalar[]; records?: { [attribute: string]: unknown }[] }
  | StillOpen<readonly Scalar[]>
  | Missing;

/** The truth of one comparison. */
export function evaluateCompare(condition: CompareCondition, world: World, path: string): Ruling {
  const left = readLeft(condition, world, path);
  const records = left.kind === "known" && left.records !== undefined ? { records: left.records } : {};
  const right = readRight(condition.than, world, `${path}/than`);
  const within = readWithin(condition, world, `${path}/within`);
  const truth = judge(condition, { left, right, within }, world);
  const got = left.kind === "known" ? left.value[0] : undefined;
  const required = right.kind === "known" ? right.value.map(String).join(" / ") : "";
  const { open, missing } = truth === "unknown" ? reasonOf(left, right, within) : {};
  return rulingOf(condition, world, {
    path,
    truth,
    ...records,
    ...(got === undefined ? {} : { got: String(got) }),
    ...(required === "" ? {} : { required }),
    ...(open === undefined ? {} : { open }),
    ...(missing === undefined ? {} : { missing }),
    outcome: {
      ...(got === undefined ? {} : { got }),
      ...(open === undefined ? {} : { open: termsOf(open) }),
    },
  });
}

/** A fact may hold many values. */
function readLeft(condition: CompareCondition, world: World, path: string): Side {
  const ref = refOf(condition.of);
  const many = ref === undefined ? undefined : world.fact(ref);
  if (Array.isArray(many)) return { kind: "known", value: many };
  const measured = evaluateMeasure(condition.of, world, `${path}/of`);
  if (measured.kind === "missing") return measured;
  if (measured.kind === "open") return listed(measured);
  const { records } = measured;
  return { kind: "known", value: [measured.value], ...(records === undefined ? {} : { records }) };
}

function readRight(than: Than | undefined, world: World, path: string): Side {
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
  if (value.kind === "missing") return value;
  return value.kind === "open" ? listed(value) : { kind: "known", value: [value.value] };
}

function readWithin({ within }: CompareCondition, world: World, path: string): Side {
  if (within === undefined) return { kind: "known", value: [] };
  const value = resolveValue<number>(within, world, path);
  if (value.kind === "missing") return value;
  return value.kind === "open" ? listed<Scalar>(value) : { kind: "known", value: [value.value] };
}

function listed<T extends Scalar>({ open, among, between }: StillOpen<T>): StillOpen<readonly Scalar[]> {
  return {
    kind: "open",
    open,
    ...(among === undefined ? {} : { among: among.map((one) => [one]) }),
    ...(between === undefined ? {} : { between }),
  };
}

interface Sides {
  left: Side;
  right: Side;
  within: Side;
}

/** Why a comparison is not decided: the first of its sides that is not known. */
function reasonOf(...sides: readonly Side[]): { open?: OpenRef; missing?: string } {
  const open = sides.find((side) => side.kind === "open");
  if (open !== undefined) return { open: open.open };
  const missing = sides.find((side) => side.kind === "missing");
  return missing === undefined ? {} : { missing: missing.ref };
}

/** About a record a field that is not filled equals nothing (policy-model 3.3). */
const isUnfilled = (side: Side): boolean => side.kind === "missing" && isOfRecord(side.ref);

function judge(condition: CompareCondition, { left, right, within }: Sides, world: World): Truth {
  const { is } = condition;
  if (is === "known") return left.kind === "known" && left.value.length > 0 ? "true" : "false";
  if (isUnfilled(left) || isUnfilled(right)) return is === "not-equal" || is === "none-of" ? "true" : "false";
  const [lefts, rights, tolerances] = [possibleOf(left), possibleOf(right), possibleOf(within)];
  if (lefts === undefined || rights === undefined) return "unknown";
  const sort = sortOf(world.policy, refOf(condition.of));
  const judged = lefts.flatMap((a) =>
    rights.flatMap((than) =>
      (tolerances ?? [[]]).map((tolerance) => judgeOne({ is, a, than, tolerance }, sort)),
    ),
  );
  return agreedBy(judged);
}

/** What a side may turn out to be: some values at once, or any number of an interval. */
type Possible = readonly Scalar[] | Interval;

function possibleOf(side: Side): readonly Possible[] | undefined {
  if (side.kind === "known") return [side.value];
  if (side.kind === "open" && side.among !== undefined) return side.among;
  return side.between === undefined ? undefined : [side.between];
}

const isInterval = (possible: Possible): possible is Interval => "least" in possible;

interface Judging {
  is: CompareCondition["is"];
  a: Possible;
  than: Possible;
  tolerance: Possible;
}

/** Of many values at once one in common is enough, and none may match where a match is excluded. */
function judgeOne({ is, a, than, tolerance }: Judging, sort: ReturnType<typeof sortOf>): Truth {
  if (isInterval(a)) return judgeNumbers(is, a, { than, tolerance });
  const combine = is === "not-equal" || is === "none-of" ? allOf : anyOf;
  return combine(
    a.map((value) => {
      if (!isInterval(than) && is !== "about") return truthOf(compareScalars(value, { is, than, sort }));
      const number = numberAt(value);
      return number === undefined ? notANumber(is) : judgeNumbers(is, number, { than, tolerance });
    }),
  );
}

const truthOf = (answer: boolean | undefined): Truth =>
  answer === undefined ? "unknown" : answer ? "true" : "false";

/** A word is no number, whatever the number is; it stands in no order to one. */
function notANumber(is: CompareCondition["is"]): Truth {
  if (is === "equal" || is === "one-of") return "false";
  return is === "not-equal" || is === "none-of" ? "true" : "unknown";
}

function judgeNumbers(
  is: CompareCondition["is"],
  a: Interval,
  { than, tolerance }: { than: Possible; tolerance: Possible },
): Truth {
  const right = isInterval(than) ? [than] : than.map(numberAt);
  const numbers = right.filter((one) => one !== undefined);
  if (numbers.length < right.length) return notANumber(is);
  const within = isInterval(tolerance) ? tolerance : numberAt(tolerance[0]);
  return compareIntervals(is, a, { than: numbers, ...(within === undefined ? {} : { within }) });
}
