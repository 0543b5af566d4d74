import type { ActorRole, Funding, Key } from "@yichuang/policy";
import type { Decimal } from "../contract/basics.ts";
import { Exact, sumOf } from "../evaluate/decimal.ts";
import { resolveValue } from "../evaluate/value.ts";
import type { World } from "../evaluate/world.ts";

/** Money is counted to the fen: two places of a yuan, six of ten thousand. */
export const placesOf = ({ currency }: Pick<Funding, "currency">): number => (currency === "CNY" ? 2 : 6);

interface Borne {
  payer: Key;
  role: ActorRole;
  amount?: Decimal;
}

/**
 * Who bears how much of an amount. One payer without a share bears what the others leave; where the shares are given in
 * full the last payer bears what rounding leaves. Shares of more than the whole are matching money on top.
 */
export function sharesOf(funding: Funding, amount: Exact | undefined, world: World): Borne[] {
  const shares = funding.payers.map(({ key, share }) => {
    if (share === undefined) return undefined;
    const resolved = resolveValue<number>(share, world, `funding/${funding.key}/payers/${key}/share`);
    return resolved.kind === "known" ? new Exact(resolved.value) : ("open" as const);
  });
  const known = shares.filter((share) => share !== "open");
  const borne =
    amount === undefined || known.length < shares.length ? [] : split(amount, known, placesOf(funding));
  return funding.payers.map(({ key, actor }, index) => {
    const own = borne[index];
    return { payer: key, role: actor.role, ...(own === undefined ? {} : { amount: own.toString() }) };
  });
}

function split(amount: Exact, shares: readonly (Exact | undefined)[], places: number): (Exact | undefined)[] {
  const parts = shares.map((share) => share && amount.times(share).toDecimalPlaces(places, Exact.ROUND_DOWN));
  const given = shares.filter((share) => share !== undefined);
  const unsaid = shares.length - given.length;
  const whole = unsaid === 0 && sumOf(given).eq(1);
  const taker = unsaid === 1 ? shares.indexOf(undefined) : whole ? parts.length - 1 : undefined;
  const others = sumOf(parts.filter((_, index) => index !== taker).filter((part) => part !== undefined));
  return parts.map((part, index) => (index === taker ? Exact.max(0, amount.minus(others)) : part));
}
