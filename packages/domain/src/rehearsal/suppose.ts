import { acceptsSettlement, Condition, type OpenValue, type Text } from "@yichuang/policy";
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

/**
 * Nobody says of the hospitals of a rehearsal what a registry would: a condition that only awaits this is supposed to be
 * met. The policies in which it is, and the condition.
 */
export function supposeMet(
  policies: PolicySet,
  violations: readonly Violation[],
): { policies: PolicySet; condition: { path: string; asks: Text; supposed: true; said: Text } } | undefined {
  const { policy } = policies.current;
  const awaited = violations.find(
    ({ code, params, open }) => code === "condition-pending" && open === undefined && !("awaiting" in params),
  )?.path;
  const condition = policy.conditions.find(({ key }) => awaited === `conditions/${key}`);
  if (awaited === undefined || condition === undefined) return undefined;
  const conditions = policy.conditions.map((one) => (one === condition ? { ...one, test: NOTHING } : one));
  const asks = condition.label ?? { zh: condition.key, en: condition.key };
  return {
    policies: { ...policies, current: { ...policies.current, policy: { ...policy, conditions } } },
    condition: { path: awaited, asks, supposed: true, said: MET },
  };
}

const MET: Text = { zh: "符合", en: "that it is met" };
const NOTHING: Condition = { kind: "all", of: [] };

/** The name that a policy composes, where what was handed in has another. */
export function composedName(violations: readonly Violation[]): string | undefined {
  const found = violations.find(({ code }) => code === "name-not-as-composed");
  return found?.code === "name-not-as-composed" ? found.params.expected : undefined;
}
