// How a rehearsal goes on where the document or what is known stops an act: it supposes something, and says so.
import { type OpenValue, saySettled, type Text } from "@yichuang/policy";
import { findOpenValue } from "../acts/implied-open.ts";
import type { Action } from "../contract/actions.ts";
import type { CalendarDate } from "../contract/basics.ts";
import type { Ability } from "../contract/decision.ts";
import type { CaseFacts } from "../contract/facts.ts";
import type { Verdict, Violation } from "../contract/verdict.ts";
import { openLinks } from "../history/network-events.ts";
import { LEADER, managerOf } from "./cast.ts";
import { ask } from "./ledger.ts";
import { type Bearer, bearersIn, caseOf, envOf, type HeldUp, type Running, type Turn } from "./running.ts";
import { composedName, suppose, supposeKnown } from "./suppose.ts";

/** Goes on as if it were known what only a registry could tell, or under the name that the policy composes. */
export function goAround(running: Running, { root, today }: Turn, violations: readonly Violation[]): boolean {
  const name = composedName(violations);
  if (name !== undefined && running.names[root.id] !== name) {
    running.names[root.id] = name;
    return true;
  }
  const supposed = supposeKnown(running.ledger.policies, violations);
  if (supposed === undefined) return false;
  running.ledger = { ...running.ledger, policies: supposed.policies };
  note(running, { ...supposed.known, from: today });
  return true;
}

/** Each is told once, from the first day. */
function note({ heldUp }: Running, one: HeldUp): void {
  if (heldUp.every(({ path }) => path !== one.path)) heldUp.push(one);
}

/** Notes the open value that holds an act up and supposes one, so that the rehearsal goes on; true where it could. */
export function goOn(
  running: Running,
  { root, today }: Turn,
  { verdict, ability }: { verdict: Verdict; ability: Ability },
): boolean {
  const open = verdict.kind === "allowed" ? undefined : verdict.violations.find((one) => one.open)?.open;
  const value = open === undefined ? undefined : findOpenValue(running.request.policy, open.path);
  if (value === undefined) return false;
  const supposed = suppose(value, running.request.supposing, today);
  note(running, {
    path: value.path,
    asks: value.asks,
    from: today,
    ...(supposed === undefined
      ? {}
      : { supposed, said: saySettled(running.request.policy, value, supposed) }),
  });
  return (
    supposed !== undefined &&
    settle(running, { value, supposed, today, root, kase: caseOf(root, ability.case) })
  );
}

/** The action with one more of the equals preferred between whom nobody has chosen; undefined where that is no matter. */
export function prefer(
  running: Running,
  { turn: { today }, action }: { turn: Turn; action: Action },
  violations: readonly Violation[],
): Action | undefined {
  const tie = violations.find(({ code }) => code === "tie-undecided");
  if (tie?.code !== "tie-undecided" || action.kind !== "grade") return undefined;
  const { prefer: before = [], procedure, year } = action;
  const [next] = bearersIn(running)
    .filter((root) => tie.params.names.includes(nameOf(root)))
    .flatMap(({ cases }) => cases)
    .filter((kase) => kase.procedure === procedure && kase.year === year && !before.includes(kase.id));
  if (next === undefined) return undefined;
  const path = tie.path ?? "";
  const { what } = tie.params;
  const asks = { zh: `并列时“${what.zh}”给谁`, en: `which of equals gets “${what.en}”` };
  note(running, { path, asks, from: today, supposed: true, said: FIRST });
  return { ...action, prefer: [...before, next.id] };
}

const nameOf = (root: Bearer): string => (root.kind === "center" ? root.name : root.host.name);
const FIRST: Text = { zh: "给先申报的", en: "that it is given to whoever applied first" };

function settle(
  running: Running,
  of: {
    value: OpenValue;
    supposed: unknown;
    today: CalendarDate;
    root: Bearer;
    kase: CaseFacts | undefined;
  },
): boolean {
  const { value, supposed, today, root, kase } = of;
  const above =
    root.kind === "center" ? openLinks(root).find(({ role }) => role === "parent-center") : undefined;
  const settler = value.per === "center" && above?.space !== undefined ? managerOf(above.space) : LEADER;
  const scope = scopeOf(value, { kase, today, above: above?.center });
  const action = {
    kind: "settle" as const,
    path: value.path,
    value: supposed,
    as: "预演假定",
    on: today,
    ...scope,
  };
  const asked = ask(running.ledger, action, envOf(running, settler, today));
  if (asked.decision.kind === "decided") running.ledger = asked.ledger;
  return asked.decision.kind === "decided";
}

/** Where a value is settled: for a case, a year, the center above, or once. */
function scopeOf(
  { per }: OpenValue,
  { kase, today, above }: { kase: CaseFacts | undefined; today: CalendarDate; above: string | undefined },
) {
  if (per === "case") return kase === undefined ? {} : { case: kase.id };
  if (per === "call") return { year: kase?.year ?? Number(today.slice(0, 4)) };
  return per === "center" && above !== undefined ? { center: above } : {};
}
