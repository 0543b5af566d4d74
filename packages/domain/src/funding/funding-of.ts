// What a policy pays a center: instalments with their days, who bears them, and what stands with each of them.
import type { ActorRole, Funding, Key, Policy, Text } from "@yichuang/policy";
import type { CalendarDate, Decimal } from "../contract/basics.ts";
import type { CenterFacts } from "../contract/facts.ts";
import type { OpenRef } from "../contract/verdict.ts";
import { evaluateCondition } from "../evaluate/condition.ts";
import { Exact, sumOf } from "../evaluate/decimal.ts";
import { numberOf } from "../evaluate/number-of.ts";
import type { Resolved } from "../evaluate/resolved.ts";
import { causeOf, resolveValue } from "../evaluate/value.ts";
import type { FactPlace } from "../history/fact-place.ts";
import { worldOf } from "../history/world-of.ts";
import { yearOf } from "../time/days.ts";
import type { Occasion } from "./occasions.ts";
import { isGrantOf, occasionsOf } from "./occasions.ts";
import { placesOf, sharesOf } from "./shares.ts";

export interface Share {
  payer: Key;
  role: ActorRole;
  /** undefined where the text leaves open who bears what */
  amount?: Decimal;
  paid: Decimal;
}
export type InstalmentState = "coming" | "due" | "paid" | "withheld" | "cancelled" | "reclaimed" | "open";
export interface Instalment {
  key: string;
  due: CalendarDate;
  amount?: Decimal;
  /** the open value that would say how much */
  open?: OpenRef;
  /** the fact that would say it */
  missing?: string;
  shares: Share[];
  state: InstalmentState;
}
export interface FundingPlan {
  funding: Key;
  label: Text;
  currency: Funding["currency"];
  instalments: Instalment[];
  /** what was paid and is asked back */
  reclaimed: Decimal;
}

export type PlaceOfCenter = FactPlace & { root: CenterFacts };

/** All money that a policy has for a center, as it stands on the day of the place. */
export const fundingOf = (policy: Policy, place: PlaceOfCenter): FundingPlan[] =>
  policy.funding
    .filter((funding) => funding.for.includes(place.root.type))
    .map((funding) => planOf(funding, place));

function planOf(funding: Funding, place: PlaceOfCenter): FundingPlan {
  const label = funding.label ?? { zh: funding.key, en: funding.key };
  const occasions = occasionsOf(funding, place);
  const most = mostOf(funding, place);
  const instalments: Instalment[] = [];
  let left = most;
  for (const occasion of occasions) {
    const owed = amountAt(funding, place, occasion);
    if (owed === undefined) continue;
    const whole = valueOf(owed);
    const amount = whole === undefined || left === undefined ? whole : Exact.min(whole, left);
    if (amount !== undefined) left = left?.minus(amount);
    instalments.push(instalmentOf(funding, place, { occasion, owed, amount }));
  }
  const asked = place.root.money.reclaimed.filter((one) => one.funding === funding.key);
  const paid = asked.length === 0 ? [] : instalments.flatMap((one) => one.shares.map((share) => share.paid));
  const reclaimed = sumOf(paid.map((one) => new Exact(one))).toString();
  return { funding: funding.key, label, currency: funding.currency, instalments, reclaimed };
}

const valueOf = (owed: Resolved<Exact>): Exact | undefined =>
  owed.kind === "known" ? owed.value : undefined;

function mostOf(funding: Funding, place: PlaceOfCenter): Exact | undefined {
  if (funding.most === undefined) return undefined;
  const most = resolveValue<number>(funding.most, worldOf(place), `funding/${funding.key}/most`);
  return most.kind === "known" ? new Exact(most.value) : undefined;
}

/** What is owed on an occasion; nothing where the condition does not hold, open where it is not known to. */
function amountAt(funding: Funding, place: PlaceOfCenter, occasion: Occasion): Resolved<Exact> | undefined {
  const world = worldOf({
    ...place,
    year: yearOf(occasion.due),
    supposed: { ...place.supposed, ...occasion.supposed },
  });
  const path = `funding/${funding.key}`;
  if (funding.when !== undefined) {
    const ruling = evaluateCondition(funding.when, world, `${path}/when`);
    if (ruling.truth === "false") return undefined;
    const cause = causeOf(ruling);
    if (ruling.truth === "unknown") {
      if (cause.open !== undefined) return { kind: "open", open: cause.open };
      return { kind: "missing", ref: cause.missing ?? `${path}/when` };
    }
  }
  const amount = numberOf(funding.amount, world, `${path}/amount`);
  if (amount.kind !== "known") return amount;
  return {
    kind: "known",
    value: Exact.max(0, amount.value).toDecimalPlaces(placesOf(funding), Exact.ROUND_DOWN),
  };
}

interface Owed {
  occasion: Occasion;
  owed: Resolved<Exact>;
  amount: Exact | undefined;
}

function instalmentOf(funding: Funding, place: PlaceOfCenter, { occasion, owed, amount }: Owed): Instalment {
  const paid = (payer: Key): Exact =>
    sumOf(
      place.root.money.funded
        .filter(
          (one) => one.funding === funding.key && one.instalment === occasion.key && one.payer === payer,
        )
        .map((one) => new Exact(one.amount)),
    );
  const shares = sharesOf(funding, amount, worldOf(place)).map((share) => ({
    ...share,
    paid: paid(share.payer).toString(),
  }));
  return {
    key: occasion.key,
    due: occasion.due,
    ...(amount === undefined ? {} : { amount: amount.toString() }),
    ...(owed.kind === "open" ? { open: owed.open } : {}),
    ...(owed.kind === "missing" ? { missing: owed.ref } : {}),
    shares,
    state: stateOf(funding, place, { due: occasion.due, shares, amount }),
  };
}

/** Paid, else stopped by what came before its day, else by its day. */
function stateOf(
  funding: Funding,
  place: PlaceOfCenter,
  { due, shares, amount }: { due: CalendarDate; shares: readonly Share[]; amount: Exact | undefined },
): InstalmentState {
  const { money, consequences } = place.root;
  const own = <T extends { funding: Key }>(all: readonly T[]): T[] =>
    all.filter((one) => one.funding === funding.key);
  const isPaid = shares.every(
    (share) => share.amount !== undefined && new Exact(share.paid).gte(share.amount),
  );
  const anyPaid = shares.some((share) => new Exact(share.paid).gt(0));
  const back = own(money.reclaimed).at(-1);
  if (back !== undefined) return anyPaid ? "reclaimed" : "cancelled";
  if (isPaid) return "paid";
  const stop = own(money.withheld).findLast((one) => one.final || !isGrantedAgain(one.on));
  function isGrantedAgain(on: CalendarDate): boolean {
    return consequences.some((applied) => isGrantOf(funding, applied) && applied.on > on);
  }
  if (stop !== undefined) return stop.final ? "cancelled" : "withheld";
  if (amount === undefined) return "open";
  return due <= place.today ? "due" : "coming";
}
