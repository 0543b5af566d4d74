import type { Actor, Consequence, Effect } from "@yichuang/policy";
import type { ActionKind } from "../contract/actions.ts";
import type { HatRole } from "../contract/basics.ts";
import type { CenterFacts } from "../contract/facts.ts";
import { hatsOf } from "../acts/actor.ts";
import { labelOf } from "../acts/violation.ts";
import { startOfDay, yearOf } from "../time/days.ts";
import type { Asking, Due } from "./due.ts";
import { leadOf } from "../history/lead.ts";

/** Tasks that end with a word about how they were dealt with. */
export const FINISHED_BY_WORD = ["put-to", "branches", "office"] as const;

type Applied = CenterFacts["consequences"][number];

/** What a consequence leaves to somebody: a body must decide, branches are to be looked at, a recommendation is due. */
export const duesOfConsequences = (asking: Asking, center: CenterFacts): Due[] =>
  center.consequences.flatMap((applied) => {
    const consequence = asking.policy.consequences.find((one) => one.key === applied.consequence);
    const effect = consequence?.effects.find((one) => one.key === applied.effect);
    if (consequence === undefined || effect === undefined) return [];
    return dueOf(asking, { center, applied, consequence, effect });
  });

interface Task {
  center: CenterFacts;
  applied: Applied;
  consequence: Consequence;
  effect: Effect;
}

function dueOf(asking: Asking, task: Task): Due[] {
  const { applied, consequence, effect, center } = task;
  const doer = doerOf(asking, effect);
  if (doer === undefined) return [];
  const key = `task-${consequence.key}-${effect.key}:${yearOf(applied.on)}:${applied.case}`;
  return partsOf(task, key).map((part) => {
    const done = doneOn(center, part, effect);
    return {
      key: part,
      to: { space: OF_THE_HOST.includes(doer) ? leadOf(center).party : asking.tenant, role: doer },
      act: effect.do,
      case: applied.case,
      year: yearOf(applied.on),
      matter: labelOf(consequence).zh,
      opens: startOfDay(applied.on),
      ...(done === undefined ? {} : { done: { on: done } }),
    };
  });
}

/** Branches are looked at one by one; what was decided for all of them together leaves nothing. */
function partsOf({ applied, effect }: Task, key: string): string[] {
  if (effect.do !== "branches") return [key];
  if (effect.act === "cascade") return [];
  const listed = String(applied.with?.["branches"] ?? "");
  return listed === "" ? [key] : listed.split(",").map((branch) => `${key}:${branch}`);
}

const OF_THE_HOST: readonly HatRole[] = ["institution-manager", "center-director", "contact"];

/** Who has to do something; an effect that is complete by itself leaves nothing. A body that acts elsewhere is the officer's to ask. */
function doerOf(asking: Asking, effect: Effect): HatRole | undefined {
  if (effect.do === "put-to") return first(effect.body, "decide") ?? "officer";
  if (effect.do === "branches") return "officer";
  if (effect.do !== "recommend") return undefined;
  const promotion = asking.policy.promotions.find((one) => one.key === effect.promotion);
  return promotion === undefined ? undefined : first(promotion.by, "recommend");
}

const first = (actor: Actor, act: ActionKind): HatRole | undefined => hatsOf(actor, act)[0];

function doneOn(center: CenterFacts, key: string, effect: Effect): string | undefined {
  if (effect.do === "recommend") {
    return center.recommendations.find((one) => one.promotion === effect.promotion)?.on;
  }
  return center.finished.find((one) => one.obligation === key)?.on;
}
