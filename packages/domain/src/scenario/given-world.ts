import type { Policy, ScenarioGiven } from "@yichuang/policy";
import type { World } from "../evaluate/world.ts";
import type { Settlement } from "../contract/verdict.ts";
import { dayOf, startOfDay } from "../time/days.ts";

/** The instant of a scenario: a day alone is its beginning, in Asia/Shanghai. */
const instantOf = (now: string): string =>
  now.length === 10 ? startOfDay(now) : new Date(`${now}+08:00`).toISOString();

/** The world of a scenario: what is given, and nothing else. */
export function givenWorld(policy: Policy, given: ScenarioGiven): World {
  const now = instantOf(given.now);
  const today = dayOf(now);
  const facts: { [ref: string]: string | number | boolean } = { today, ...given.facts };
  return {
    today,
    now,
    policy,
    holidays: given.holidays ?? {},
    fact: (ref) => facts[ref],
    set: (collection) => given.sets?.[collection] ?? [],
    settlement: (path) => settledAt(given, path, today),
    waiver: () => false,
  };
}

function settledAt(given: ScenarioGiven, path: string, on: string): Settlement | undefined {
  const settled = given.settled?.find((one) => one.path === path);
  if (settled === undefined) return undefined;
  return { id: path, path, value: settled.value, as: "", on, by: { name: "", unit: "" } };
}
