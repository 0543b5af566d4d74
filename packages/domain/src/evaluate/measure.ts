// How much? One evaluator per kind; a kind without one does not compile. Computed numbers are decimal texts.
import {
  type FactMeasure,
  getMeasure,
  type Measure,
  type MeasureNode,
  type Moment,
  type NamedMeasureRef,
  type Ref,
  type Scalar,
  type Value,
} from "@yichuang/policy";
import { measureBlend } from "./measures/blend.ts";
import { measureChange } from "./measures/change.ts";
import { measureLine } from "./measures/line.ts";
import { measureRatio } from "./measures/ratio.ts";
import { measureTally } from "./measures/tally.ts";
import { resolveMoment } from "../time/window.ts";
import { known, placeOf, type Resolved, unknownFrom } from "./resolved.ts";
import { resolveValue } from "./value.ts";
import { calling, isOfRecord, type World } from "./world.ts";

/** A measured value; a tally also names the records that it counted. */
export type Measured = Resolved<Scalar> & { records?: { [attribute: string]: unknown }[] };

type MeasureBy<M> = (measure: M, world: World, path: string) => Measured;
type ByKind = { [M in MeasureNode as M["kind"]]: MeasureBy<M> };

const EVALUATORS: ByKind = {
  fact: measureFact,
  tally: measureTally,
  ratio: measureRatio,
  change: measureChange,
  line: measureLine,
  blend: measureBlend,
  named: measureNamed,
};

/** What a measure comes to. `path` is its place in the policy. */
export function evaluateMeasure(measure: Measure, world: World, path: string): Measured {
  const resolved = resolveValue<number | MeasureNode>(measure, world, path);
  if (resolved.kind === "missing") return resolved;
  if (resolved.kind === "open") {
    const { open, among, between } = resolved;
    return { kind: "open", open, ...plainAmong(among), ...(between === undefined ? {} : { between }) };
  }
  const node = resolved.value;
  if (typeof node !== "object") return { ...resolved, value: node };
  const evaluate = EVALUATORS[node.kind] as MeasureBy<MeasureNode>;
  return evaluate(node, world, placeOf(resolved, path));
}

/** Possible values that are plain; a measure among them would have to be computed first. */
function plainAmong(among: (number | MeasureNode)[] | undefined): { among?: Scalar[] } {
  const plain = among?.filter((value) => typeof value !== "object");
  return plain !== undefined && plain.length === among?.length ? { among: plain } : {};
}

function measureFact(measure: FactMeasure, world: World, path: string): Measured {
  const day = measure.at === undefined ? known(world.asOf) : dayNamed(measure.at, world, `${path}/at`);
  if (day.kind !== "known") return unknownFrom(day);
  const value = factOn(measure.fact, world, day.value);
  if (value === undefined || Array.isArray(value)) return { kind: "missing", ref: measure.fact };
  return { kind: "known", value };
}

function dayNamed(at: Value<Moment>, world: World, path: string): Resolved<string> {
  const moment = resolveMoment(at, world, path);
  return moment.kind === "known" ? known(moment.value.text.slice(0, 10)) : unknownFrom(moment);
}

/** What is so today says nothing about another day: without a history that can say it, the fact is not known. */
function factOn(ref: Ref, world: World, day: string | undefined) {
  const ofRecord = isOfRecord(ref) || ref === "today";
  if (day === undefined || ofRecord || (day === world.today && world.asOf === undefined))
    return world.fact(ref);
  return world.factOn?.(ref, day);
}

function measureNamed(measure: NamedMeasureRef, world: World): Measured {
  const named = getMeasure(world.policy, measure.measure);
  const inside = calling(world, `measures/${named.key}`);
  if (inside === undefined) return { kind: "missing", ref: `measures/${named.key}` };
  return evaluateMeasure(named.is, inside, `measures/${named.key}/is`);
}
