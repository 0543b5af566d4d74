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
  const borne = amount === undefined || shares.includes("open") ? undefined : split(funding, amount, shares);
  return funding.payers.map(({ key, actor }, index) => {
    const own = borne?.[index];
    return { payer: key, role: actor.role, ...(own === undefined ? {} : { amount: own.toString() }) };
  });
}

function split(
  funding: Funding,
  amount: Exact,
  shares: readonly (Exact | "open" | undefined)[],
): (Exact | undefined)[] {
  const cut = (value: Exact): Exact => value.toDecimalPlaces(placesOf(funding), Exact.ROUND_DOWN);
  const parts = shares.map((share) =>
    share === undefined || share === "open" ? undefined : cut(amount.times(share)),
  );
  const unsaid = parts.flatMap((part, index) => (part === undefined ? [index] : []));
  if (unsaid.length > 1) return parts;
  const given = shares.flatMap((share) => (share === undefined || share === "open" ? [] : [share]));
  const whole = sumOf(given).eq(1);
  const taker = unsaid[0] ?? (whole ? parts.length - 1 : undefined);
  if (taker === undefined) return parts;
  const others = sumOf(parts.flatMap((part, index) => (part === undefined || index === taker ? [] : [part])));
  return parts.map((part, index) => (index === taker ? Exact.max(0, amount.minus(others)) : part));
}
