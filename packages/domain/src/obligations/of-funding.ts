import type { Actor, Funding } from "@yichuang/policy";
import type { HatRole } from "../contract/basics.ts";
import type { CenterFacts } from "../contract/facts.ts";
import { hatsOf } from "../acts/actor.ts";
import { fundingOf } from "../funding/funding-of.ts";
import type { Instalment } from "../funding/funding-of.ts";
import { labelOf } from "../acts/violation.ts";
import { startOfDay, yearOf } from "../time/days.ts";
import type { Asking, Due } from "./due.ts";
import { placeFor } from "./place.ts";
import { leadOf } from "../history/lead.ts";

/** What the payers of a policy owe a center: one row per instalment and payer, as long as it is neither stopped nor open. */
export function duesOfFunding(asking: Asking, center: CenterFacts): Due[] {
  const plans = fundingOf(asking.policy, { ...placeFor(asking), root: center });
  return plans.flatMap((plan) => {
    const funding = asking.policy.funding.find((one) => one.key === plan.funding);
    if (funding === undefined) return [];
    return plan.instalments.flatMap((one) => duesOfInstalment(asking, { center, funding, instalment: one }));
  });
}

interface Owed {
  center: CenterFacts;
  funding: Funding;
  instalment: Instalment;
}

function duesOfInstalment(asking: Asking, { center, funding, instalment }: Owed): Due[] {
  return funding.payers.flatMap((payer) => {
    const share = instalment.shares.find((one) => one.payer === payer.key);
    if (share?.amount === undefined || Number(share.amount) === 0) return [];
    const role = roleOf(payer.actor);
    const paid = center.money.funded.findLast(
      (one) => one.funding === funding.key && one.instalment === instalment.key && one.payer === payer.key,
    );
    const whole = Number(share.paid) >= Number(share.amount);
    const stopped = instalment.state !== "due" && instalment.state !== "coming";
    return [
      {
        key: `funding-${funding.key}:${yearOf(instalment.due)}:${instalment.key}:${payer.key}`,
        to: { space: role === "institution-manager" ? leadOf(center).party : asking.tenant, role },
        act: "pay",
        year: yearOf(instalment.due),
        matter: labelOf(funding).zh,
        opens: startOfDay(instalment.due),
        ...(whole && paid !== undefined ? { done: { on: paid.paidOn } } : stopped ? { void: true } : {}),
      },
    ];
  });
}

function roleOf(actor: Actor): HatRole {
  const own = hatsOf(actor, "pay")[0];
  return own === undefined || own === "expert" ? "officer" : own;
}
