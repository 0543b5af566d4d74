import type { Actor, Funding, Text } from "@yichuang/policy";
import type { CenterFacts } from "../contract/facts.ts";
import { Exact } from "../evaluate/decimal.ts";
import { fundingOf } from "../funding/funding-of.ts";
import { policyOfCenter } from "../history/pinned-policy.ts";
import type { Act } from "./act.ts";
import { AUTHORITY, blocked } from "./act.ts";
import { hatsOf } from "./actor.ts";
import { newEvent, refOf } from "./new-event.ts";
import type { Scene } from "./scene.ts";
import { findRootById, placeOf } from "./scene.ts";
import type { Obstacle } from "./violation.ts";
import { clausesOfNodes, labelOf, refuse } from "./violation.ts";

/** Records what was paid on an instalment: by a payer of the policy, and not more than that payer bears. */
export const pay: Act<"pay"> = {
  offersAt: (scene, place) =>
    place.kind === "center" && fundingAt(scene, place.center).length > 0 ? [{ root: place.center }] : [],
  targetsOf: (action) => [{ root: action.center }],
  doersAt: (scene, target) => {
    const root = centerAt(scene, target.root);
    const payers = fundingAt(scene, target.root).flatMap((funding) => funding.payers);
    if (root === undefined || payers.length === 0) return undefined;
    return { roles: [...new Set(payers.flatMap(({ actor }) => payingHats(actor)))], root };
  },
  check: () => [],
  perform: (scene, action) => {
    const center = centerAt(scene, action.center);
    const funding = fundingAt(scene, action.center).find((one) => one.key === action.funding);
    if (center === undefined || funding === undefined) return blocked(nothing(action.funding));
    const policy = policyOfCenter(scene.policies, center);
    const place = { ...placeOf(scene, { root: center }), policy, root: center };
    const plan = fundingOf(policy, place).find((one) => one.funding === funding.key);
    const instalment = plan?.instalments.find((one) => one.key === action.instalment);
    const share = instalment?.shares.find((one) => one.payer === action.payer);
    const payer = funding.payers.find((one) => one.key === action.payer);
    if (instalment === undefined || share === undefined || payer === undefined)
      return blocked(nothing(action.instalment));
    const clauses = clausesOfNodes(policy, funding);
    const obstacles: Obstacle[] = [];
    if (!payingHats(payer.actor).includes(scene.env.hat.role)) {
      const roles = [...payingHats(payer.actor)];
      obstacles.push(refuse("not-your-role", { act: labelOf(funding), roles }, { clauses }));
    }
    if (instalment.state !== "due" && instalment.state !== "coming")
      obstacles.push(refuse("nothing-to-act-on", { what: labelOf(funding) }, { clauses }));
    const left = new Exact(share.amount ?? 0).minus(share.paid);
    const amount = AMOUNT.test(action.amount) ? new Exact(action.amount) : new Exact(0);
    if (amount.lte(0) || amount.gt(left))
      obstacles.push(wrong("amount", { zh: "金额", en: "amount" }, "number"));
    if (action.on > scene.today)
      obstacles.push(wrong("on", { zh: "付款日期", en: "day of payment" }, "date"));
    if (obstacles.length > 0) return blocked(...obstacles);
    const { instalment: key, payer: by } = action;
    const body = {
      funding: funding.key,
      instalment: key,
      payer: by,
      amount: amount.toString(),
      paidOn: action.on,
    };
    const consulted = [`funding/${funding.key}`];
    return {
      events: [newEvent({ root: refOf(center), kind: "funded", body, onDay: scene.today, consulted })],
    };
  },
};

const AMOUNT = /^\d{1,12}(\.\d{1,6})?$/;

/** A host pays through its manager; for everyone who is not here the officer records it. */
function payingHats(actor: Actor): ReturnType<typeof hatsOf> {
  const own = hatsOf(actor, "pay");
  return own.length === 0 || own.includes("expert") ? hatsOf(AUTHORITY, "pay") : own;
}

function centerAt(scene: Scene, id: string | undefined): CenterFacts | undefined {
  const root = findRootById(scene, id ?? "");
  return root?.kind === "center" ? root : undefined;
}

function fundingAt(scene: Scene, id: string | undefined): Funding[] {
  const center = centerAt(scene, id);
  if (center === undefined) return [];
  return policyOfCenter(scene.policies, center).funding.filter((one) => one.for.includes(center.type));
}

const nothing = (key: string): Obstacle => refuse("nothing-to-act-on", { what: { zh: key, en: key } });

const wrong = (name: string, field: Text, fault: "number" | "date"): Obstacle =>
  refuse("field-invalid", { field, fault }, { field: name });
