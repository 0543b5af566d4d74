// The examples of docs/language: what each is, and what it comes to on what it is given.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  Body,
  Cap,
  CenterType,
  Clause,
  Condition,
  Consequence,
  Duration,
  Duty,
  Effect,
  Fact,
  Form,
  Funding,
  Grading,
  List,
  Measure,
  Moment,
  Name,
  NamedCondition,
  NamedMeasure,
  Overlay,
  Policy,
  PolicyDocument,
  Procedure,
  Promotion,
  Register,
  Scalar,
  Scenario,
  Sheet,
  Stage,
  value,
  Window,
  Word,
  Yield,
} from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { z } from "zod";
import { evaluateCondition } from "../evaluate/condition.ts";
import { evaluateMeasure } from "../evaluate/measure.ts";
import { resolveValue } from "../evaluate/value.ts";
import type { World } from "../evaluate/world.ts";
import { gradeOf } from "../indicators/grade.ts";
import { scoreSheet } from "../indicators/score.ts";
import { effectiveTree } from "../indicators/tree.ts";
import { variedSheet } from "../indicators/variant.ts";
import { addDuration, startOfDay } from "../time/days.ts";
import { resolveMoment, resolveWindow } from "../time/window.ts";
import { worldWith } from "./world.ts";

const Facts = z.record(z.string(), z.union([Scalar, z.array(Scalar)]));
const Given = z.strictObject({
  facts: Facts.optional(),
  /** facts as they were on another day */
  on: z.record(z.string(), Facts).optional(),
  records: z.record(z.string(), z.array(Facts)).optional(),
  today: z.string().optional(),
  judged: z.record(z.string(), z.boolean()).optional(),
  settled: z.record(z.string(), z.unknown()).optional(),
  points: z.record(z.string(), z.number().nullable()).optional(),
  evidence: z.record(z.string(), z.array(z.string())).optional(),
  /** lists of the document that the example refers to */
  policy: z.record(z.string(), z.unknown()).optional(),
  from: z.string().optional(),
  year: z.number().optional(),
});
type Given = z.infer<typeof Given>;

/** One fence of the pages. */
export const LanguageExample = z.strictObject({
  is: z.string(),
  example: z.unknown(),
  given: Given.optional(),
  gives: z.unknown().optional(),
});
export type LanguageExample = z.infer<typeof LanguageExample>;

/** The nodes of the lists of a document, by the list. */
export const NODES_OF_LISTS = {
  bodies: { Body },
  documents: { PolicyDocument },
  clauses: { Clause },
  words: { Word },
  lists: { List },
  facts: { Fact },
  types: { CenterType },
  conditions: { NamedCondition },
  measures: { NamedMeasure },
  caps: { Cap },
  forms: { Form },
  registers: { Register },
  sheets: { Sheet },
  gradings: { Grading },
  procedures: { Procedure },
  consequences: { Consequence },
  funding: { Funding },
  duties: { Duty },
  promotions: { Promotion },
  names: { Name },
} as const;

/** What an example can be. */
export const EXAMPLE_SCHEMAS: { readonly [is: string]: z.ZodType } = {
  ...Object.assign({}, ...Object.values(NODES_OF_LISTS)),
  Condition,
  Duration,
  Effect,
  Measure,
  Moment,
  Overlay,
  Scenario,
  Stage,
  Value: value(Scalar),
  Window,
  Yield,
};

function worldOf(given: Given): World {
  const policy = Policy.parse({ ...pack, ...given.policy });
  const { today = "2025-12-01" } = given;
  const facts: { [ref: string]: Scalar | Scalar[] } = { today, ...given.facts };
  return {
    ...worldWith(policy, {}, given.settled),
    today,
    now: startOfDay(today),
    fact: (ref) => facts[ref],
    factOn: (ref, day) => given.on?.[day]?.[ref],
    set: (collection) => given.records?.[collection] ?? [],
    judged: (condition) => given.judged?.[condition],
  };
}

type Evaluate = (example: unknown, world: World, given: Given) => unknown;

const EVALUATORS: { readonly [is: string]: Evaluate } = {
  Measure: (example, world) => {
    const measured = evaluateMeasure(Measure.parse(example), world, "measure");
    return measured.kind === "known" ? String(measured.value) : null;
  },
  Condition: (example, world) => evaluateCondition(Condition.parse(example), world, "condition").truth,
  Value: (example, world) => {
    const resolved = resolveValue(value(Scalar).parse(example), world, "value");
    if (resolved.kind === "known") return resolved.value;
    return resolved.kind === "open" ? { open: resolved.open.asks.en } : null;
  },
  Duration: (example, world, { from = "" }) => {
    const day = addDuration(from, Duration.parse(example), world.holidays);
    return day.kind === "known" ? day.value : null;
  },
  Moment: (example, world) => {
    const moment = resolveMoment(Moment.parse(example), world, "moment");
    return moment.kind === "known" ? moment.value.text.slice(0, 10) : null;
  },
  Window: (example, world, { year = 2025 }) => {
    const window = resolveWindow(Window.parse(example), world, { path: "window", year });
    if (window.kind !== "known") return "undecided";
    const { opens, closes } = window.value;
    if (opens !== undefined && world.now < opens) return "before";
    return closes !== undefined && world.now >= closes ? "closed" : "open";
  },
  Grading: (example, world) => {
    const result = gradeOf(world.policy, Grading.parse(example), world);
    return result.kind === "graded" ? result.grade : result.candidates;
  },
  Sheet: scoreExample,
};

function scoreExample(example: unknown, around: World, { points = {}, evidence = {} }: Given): unknown {
  const varied = variedSheet(Sheet.parse(example), around);
  if (varied.kind !== "known") return null;
  const { sheet, world } = varied.value;
  const given = Object.fromEntries(
    Object.entries(points).map(([item, n]) => [
      item,
      { points: n === null ? null : String(n), evidence: evidence[item] ?? [] },
    ]),
  );
  const tree = effectiveTree(sheet, {}, world);
  const { total, bonus, between } = scoreSheet(world.policy, sheet, { tree, given, world });
  return total === undefined ? { between } : { total, bonus };
}

/** Whether an example of this sort can be evaluated, and what it comes to. */
export const canEvaluate = ({ is }: LanguageExample): boolean => Object.hasOwn(EVALUATORS, is);

export function evaluateExample({ is, example, given = {} }: LanguageExample): unknown {
  return EVALUATORS[is]?.(example, worldOf(given), given);
}

export const LANGUAGE_FOLDER = join(import.meta.dirname, "../../../../docs/language");
const FENCE = /```json\n([\s\S]*?)```/g;

interface Shown {
  name: string;
  example: LanguageExample;
}

/** Every example of the pages, named by its page and heading. */
export const languageExamples = (): Shown[] =>
  readdirSync(LANGUAGE_FOLDER)
    .filter((file) => file.endsWith(".md"))
    .flatMap((file) => {
      const text = readFileSync(join(LANGUAGE_FOLDER, file), "utf8");
      return [...text.matchAll(FENCE)].map((fence, n) => {
        const heading = [...text.slice(0, fence.index).matchAll(/^##+ (.*)$/gm)].at(-1)?.[1] ?? "";
        const example = LanguageExample.parse(JSON.parse(fence[1] ?? ""));
        return { name: `${file} ${heading} (${n + 1})`, example };
      });
    });
