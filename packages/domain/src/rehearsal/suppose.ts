import {
  acceptsSettlement,
  Condition,
  type Grading,
  type OpenValue,
  type Policy,
  type Text,
  walk,
} from "@yichuang/policy";
import { labelOf } from "../acts/violation.ts";
import type { CalendarDate } from "../contract/basics.ts";
import type { PolicySet } from "../contract/decision.ts";
import type { Violation } from "../contract/verdict.ts";
import { SUPPOSED_PANEL } from "./cast.ts";

/** Which end of an open value is supposed. */
export type Supposing = "smallest" | "largest";

const DURATIONS = { smallest: { n: 1, unit: "month" }, largest: { n: 1, unit: "year" } } as const;

/**
 * A value with which a rehearsal can go on where the document leaves one open: the smallest or the largest, the first
 * or the last choice. Undefined where nothing can be supposed. It is never more than a supposition.
 */
export function suppose(open: OpenValue, supposing: Supposing, today: CalendarDate): unknown {
  const { choices } = open;
  if (choices !== undefined) return (supposing === "smallest" ? choices[0] : choices.at(-1))?.then;
  const tried = candidates(open, supposing, today);
  return tried.find((value) => acceptsSettlement(open, value));
}

function candidates(open: OpenValue, supposing: Supposing, today: CalendarDate): unknown[] {
  const year = today.slice(0, 4);
  const bound = supposing === "smallest" ? open.least : open.most;
  const numbers = [...(bound === undefined ? [] : [bound]), open.least, open.most, SUPPOSED_PANEL, 1, 0];
  switch (open.sort) {
    case "number":
    case "scalar":
      return open.path.endsWith("panel/size") ? [SUPPOSED_PANEL, 1, ...numbers] : numbers;
    case "duration":
      return [DURATIONS[supposing]];
    case "window":
      return [{ kind: "between", from: today, to: `${year}-12-31` }];
    case "period":
      return [{ from: `${year}-01-01`, to: `${year}-12-31` }];
    case "moment":
    case "day":
      return [today, `${year}-12-31`];
    case "lateness":
      return ["accepted"];
    case "combine-scores":
      return ["mean", "median"];
    case "combine-verdicts":
      return ["majority", "all"];
    case "condition":
      return [Condition.parse({ kind: "all", of: [] })];
    default:
      return [];
  }
}

/** What is supposed to be known, and the policies in which it is. */
interface Supposed {
  policies: PolicySet;
  known: { path: string; asks: Text; supposed: boolean; said: Text };
}

/** Where nothing is awaited but a condition or a grade that hangs on something unknown. */
const isPending = ({ code, params, open }: Violation): boolean =>
  code === "condition-pending" && open === undefined && !("awaiting" in params);

/**
 * Nobody says of the hospitals of a rehearsal what a registry would: a condition that only awaits this is supposed to be
 * met, and what no form asks for and a grade awaits is supposed not to be so.
 */
export function supposeKnown(policies: PolicySet, violations: readonly Violation[]): Supposed | undefined {
  const awaited = violations.find(isPending)?.path;
  return awaited === undefined ? undefined : (met(policies, awaited) ?? notSo(policies, awaited));
}

function met(policies: PolicySet, awaited: string): Supposed | undefined {
  const { policy } = policies.current;
  const condition = policy.conditions.find(({ key }) => awaited === `conditions/${key}`);
  if (condition === undefined || asksPerson(condition.test)) return undefined;
  const conditions = policy.conditions.map((one) => (one === condition ? { ...one, test: NOTHING } : one));
  const known = { path: awaited, asks: labelOf(condition), supposed: true, said: MET };
  return { policies: withPolicy(policies, { ...policy, conditions }), known };
}

/** Whether somebody answers a condition, or a part of it: then it is judged and not supposed. */
const asksPerson = (test: Condition): boolean =>
  [test, ...walk(test).map(({ node }) => node)].some((node) => "kind" in node && node.kind === "judged");

function notSo(policies: PolicySet, awaited: string): Supposed | undefined {
  const { policy } = policies.current;
  const grading = policy.gradings.find(({ key }) => awaited === `gradings/${key}`);
  const text = JSON.stringify(grading ?? {});
  const asked = policy.forms.flatMap(({ sections }) => sections).flatMap(({ fields }) => fields);
  const fact = policy.facts.find((one) => {
    const ref = `${one.about}.${one.key}`;
    return one.kind === "yes-no" && text.includes(reading(ref)) && asked.every((field) => field.fact !== ref);
  });
  if (fact === undefined) return undefined;
  const read = reading(`${fact.about}.${fact.key}`);
  const gradings = policy.gradings.map((one) =>
    one === grading ? (JSON.parse(text.replaceAll(read, "false")) as Grading) : one,
  );
  const known = { path: `facts/${fact.key}`, asks: labelOf(fact), supposed: false, said: NOT_SO };
  return { policies: withPolicy(policies, { ...policy, gradings }), known };
}

/** A fact as a value reads it. */
const reading = (fact: string): string => JSON.stringify({ kind: "fact", fact });
const withPolicy = (policies: PolicySet, policy: Policy): PolicySet => ({
  ...policies,
  current: { ...policies.current, policy },
});

const MET: Text = { zh: "符合", en: "that it is met" };
const NOT_SO: Text = { zh: "没有", en: "that it is not so" };
const NOTHING: Condition = { kind: "all", of: [] };

/** The name that a policy composes, where what was handed in has another. */
export function composedName(violations: readonly Violation[]): string | undefined {
  const found = violations.find(({ code }) => code === "name-not-as-composed");
  return found?.code === "name-not-as-composed" ? found.params.expected : undefined;
}
