// One comparison of a target: what is asked, where it stands, and how far it has come.
import type {
  CompareCondition,
  CompareOperator,
  Condition,
  Key,
  Measure,
  MeasureNode,
  Text,
} from "@yichuang/policy";
import { getCondition, getMeasure, segmentOf } from "@yichuang/policy";
import type { FactRecord } from "../contract/facts.ts";
import type { OpenRef, Ruling, Truth } from "../contract/verdict.ts";
import { evaluateCondition } from "../evaluate/condition.ts";
import { exactOf } from "../evaluate/decimal.ts";
import { evaluateMeasure } from "../evaluate/measure.ts";
import { placeOf } from "../evaluate/resolved.ts";
import { resolveValue } from "../evaluate/value.ts";
import type { World } from "../evaluate/world.ts";

export interface TargetLine {
  key?: Key;
  label?: Text;
  is: CompareOperator;
  /** what is asked, where it is known */
  than: string[];
  within?: string;
  /** what the text leaves open: the figure itself or how far it reaches */
  open?: OpenRef;
  /** the fact that nobody has given yet */
  missing?: string;
  value?: string;
  unit?: string;
  /** whether it is growth that is asked for */
  growth?: true;
  /** of 1, as far as numbers can say it */
  share?: number;
  truth: Truth;
  /** the records that are counted */
  records: FactRecord[];
}

/** Every comparison that a target makes, in the order of the text. */
export function linesOf(condition: Condition, world: World, path: string): TargetLine[] {
  switch (condition.kind) {
    case "compare":
      return [lineOf(condition, world, path)];
    case "all":
    case "any":
    case "some":
      return condition.of.flatMap((part, index) =>
        linesOf(part, world, `${path}/of/${segmentOf(part, index)}`),
      );
    case "named": {
      const named = getCondition(world.policy, condition.condition);
      return linesOf(named.test, world, `conditions/${named.key}/test`);
    }
    case "not":
    case "judged":
    case "unstated":
      return [];
  }
}

function lineOf(condition: CompareCondition, world: World, path: string): TargetLine {
  const { key, label, is } = condition;
  const ruling = rulingOn(condition, world, path);
  const than = ruling.required === undefined ? [] : ruling.required.split(" / ");
  const within =
    condition.within === undefined ? undefined : resolveValue(condition.within, world, `${path}/within`);
  const open = ruling.open ?? (within?.kind === "open" ? within.open : undefined);
  const share = ruling.got === undefined ? undefined : shareOf(is, ruling.got, than);
  const unit = unitOf(condition, world);
  return {
    is,
    than,
    truth: ruling.truth,
    records: (ruling.records ?? []) as FactRecord[],
    ...(key === undefined ? {} : { key }),
    ...(label === undefined ? {} : { label }),
    ...(within?.kind === "known" ? { within: String(within.value) } : {}),
    ...(open === undefined ? {} : { open }),
    ...(ruling.missing === undefined ? {} : { missing: ruling.missing }),
    ...(ruling.got === undefined ? {} : { value: ruling.got }),
    ...(unit === undefined ? {} : { unit }),
    ...(isGrowth(condition.of, world) ? { growth: true } : {}),
    ...(share === undefined ? {} : { share }),
  };
}

/** Nothing was entered of what is added up: that says nothing, and least of all that little was reached. */
function rulingOn(condition: CompareCondition, world: World, path: string): Ruling {
  const ruling = evaluateCondition(condition, world, path);
  if (ruling.got === undefined || !isSilent(condition.of, world, `${path}/of`)) return ruling;
  const { got: _nothing, ...rest } = ruling;
  return { ...rest, truth: "unknown", missing: `${path}/of` };
}

/** A number of records is known to be none; a sum, a best and a mean of none are not known. */
function isSilent(measure: Measure, world: World, path: string): boolean {
  const resolved = resolveValue<number | MeasureNode>(measure, world, path);
  if (resolved.kind !== "known" || typeof resolved.value !== "object") return false;
  const node = resolved.value;
  const at = placeOf(resolved, path);
  if (node.kind === "change") return isSilent(node.of, world, `${at}/of`);
  if (node.kind === "named") {
    const { key, is } = getMeasure(world.policy, node.measure);
    return isSilent(is, world, `measures/${key}/is`);
  }
  if (node.kind !== "tally" || node.by === "count" || node.by === "streak") return false;
  return (evaluateMeasure(node, world, at).records ?? []).length === 0;
}

function isGrowth(measure: Measure, world: World): boolean {
  if (typeof measure !== "object" || !("kind" in measure)) return false;
  if (measure.kind === "named") return isGrowth(getMeasure(world.policy, measure.measure).is, world);
  return measure.kind === "change";
}

function unitOf({ of }: CompareCondition, { policy }: World): string | undefined {
  return typeof of === "object" && "kind" in of && of.kind === "named"
    ? getMeasure(policy, of.measure).unit
    : undefined;
}

const UPWARDS: readonly CompareOperator[] = ["at-least", "more-than", "equal", "about", "between"];

/** How much of what is asked is there; what must not be exceeded is whole until it is. */
function shareOf(is: CompareOperator, got: string, [first]: readonly string[]): number | undefined {
  const [value, asked] = [exactOf(got), first === undefined ? undefined : exactOf(first)];
  if (value === undefined || asked === undefined) return undefined;
  if (UPWARDS.includes(is)) {
    if (asked.lte(0)) return (is === "more-than" ? value.gt(asked) : value.gte(asked)) ? 1 : 0;
    return Math.max(0, Math.min(1, value.div(asked).toNumber()));
  }
  if (is !== "at-most" && is !== "less-than") return undefined;
  if (is === "at-most" ? value.lte(asked) : value.lt(asked)) return 1;
  return asked.gt(0) ? asked.div(value).toNumber() : 0;
}

/** Of several comparisons the one that is furthest behind says how far all have come; of several ways the best. */
export function shareOfAll(condition: Condition, lines: readonly TargetLine[]): number | undefined {
  const shares = lines.flatMap(({ share }) => (share === undefined ? [] : [share]));
  if (shares.length === 0 || shares.length < lines.length) return undefined;
  return condition.kind === "any" ? Math.max(...shares) : Math.min(...shares);
}
