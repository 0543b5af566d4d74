// What a board of duties and figures looks at, and the worlds in which each bearer is asked.
import type { Duty, Period, Policy, Scalar, Value } from "@yichuang/policy";
import type { CalendarDate, Instant } from "../contract/basics.ts";
import type { Env, Holidays, PolicySet } from "../contract/decision.ts";
import type { CenterFacts, FactRecord, Facts, InstitutionFacts, TenantFacts } from "../contract/facts.ts";
import type { World } from "../evaluate/world.ts";
import { writesOf } from "../forms/writes.ts";
import { worldOf } from "../history/world-of.ts";
import { isShared } from "../network/shared-records.ts";
import { dayOf, startOfDay, yearOf } from "../time/days.ts";
import { recordsInScope } from "./records-in-scope.ts";

/** Everything that a board counts: a whole tenant, or what one institution has in it. */
export interface Board {
  policy: Policy;
  /** the day that asks; in a year that is over, its last day */
  today: CalendarDate;
  /** the year is over: what was due on that last day has no time left */
  over?: boolean;
  now: Instant;
  holidays: Holidays;
  tenant: TenantFacts;
  centers: readonly CenterFacts[];
  institutions: readonly InstitutionFacts[];
  sets: Facts["sets"];
}

/** A whole board from facts as they are loaded, with the institutions of the tenant's registry. */
export const boardOf = (
  { current }: PolicySet,
  facts: Facts,
  { env, institutions }: { env: Env; institutions: readonly InstitutionFacts[] },
): Board => ({
  policy: current.policy,
  today: dayOf(env.now),
  now: env.now,
  holidays: env.holidays,
  tenant: facts.tenant,
  centers: facts.centers,
  institutions,
  sets: facts.sets,
});

/** Who is asked: a center, an institution, or the tenant itself. */
export type Bearer = CenterFacts | InstitutionFacts | undefined;

/** The same board as a year that is over left it; the running year is seen today. */
export const boardOfYear = (board: Board, year: number): Board =>
  year >= yearOf(board.today)
    ? board
    : { ...board, over: true, today: `${year}-12-31`, now: startOfDay(`${year}-12-31`) };

/** The world of one bearer: its own facts, and the records of all that is its. */
export function worldOfBearer(board: Board, root: Bearer): World {
  const { policy, today, now, holidays, tenant, sets } = board;
  const about = root === undefined ? {} : { root };
  const world = worldOf({ policy, today, now, holidays, tenant, sets, year: yearOf(today), ...about });
  const found = new Map<string, FactRecord[]>();
  return {
    ...world,
    fact: (ref) => (ref === "tenant.fields-count" ? fieldsOf(policy) : world.fact(ref)),
    ...(root === undefined ? {} : { factOn: (ref, day) => writtenOn(policy, root, { ref, day }) }),
    set: (collection) => {
      const records = found.get(collection) ?? recordsInScope(board, root, collection);
      found.set(collection, records);
      return records;
    },
  };
}

/** A fact as it was handed in last by an earlier day. */
function writtenOn(
  policy: Policy,
  { cases }: CenterFacts | InstitutionFacts,
  { ref, day }: { ref: string; day: CalendarDate },
): Scalar | undefined {
  const handedIn = cases
    .flatMap((kase) => kase.submissions)
    .filter(({ done, at }) => done && dayOf(at) <= day)
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const written = handedIn.flatMap(({ form: key, answers }) => {
    const form = policy.forms.find((one) => one.key === key);
    const value = form === undefined ? undefined : writesOf(form, answers)[ref];
    return value === undefined || typeof value === "object" ? [] : [value];
  });
  return written.at(-1);
}

/** How many fields the policy's types have between them; a list that goes on (等) has no number. */
function fieldsOf(policy: Policy): number | undefined {
  const keys = [...new Set(policy.types.flatMap(({ fields }) => (fields === undefined ? [] : [fields])))];
  const lists = keys.map((key) => policy.lists.find((list) => list.key === key));
  if (lists.length === 0 || lists.some((list) => list === undefined || list.more === true)) return undefined;
  return lists.reduce((sum, list) => sum + (list?.items.length ?? 0), 0);
}

const THIS_YEAR: Value<Period> = {
  from: { from: "today", snap: "year-start" },
  to: { from: "today", snap: "year-end" },
};

/** What is asked each year counts the year's own records; designations stand whenever they were made. */
export function worldOfYear(world: World, asked: { every: Duty["every"]; of: unknown; path: string }): World {
  if (asked.every !== "year" || countsStanding(world.policy, asked.of)) return world;
  return { ...world, period: { value: THIS_YEAR, path: asked.path } };
}

/** Whether a condition or measure counts what stands beyond one root. */
function countsStanding(policy: Policy, node: unknown): boolean {
  if (typeof node !== "object" || node === null) return false;
  if ("kind" in node && node.kind === "tally" && "of" in node && isShared(String(node.of))) return true;
  if ("kind" in node && node.kind === "named" && "measure" in node) {
    return countsStanding(policy, policy.measures.find(({ key }) => key === node.measure)?.is);
  }
  return Object.values(node).some((inner) => countsStanding(policy, inner));
}
