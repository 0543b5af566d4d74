// Who may try again: five failures in fifteen minutes close one account for one address. A rival who guesses cannot
// lock the owner out: an address from which the account has signed in before has its own count.
import type { FailureCounts } from "@yichuang/db";

export const LIMITS = { ofBoth: 5, ofAccountFromStrangers: 20, ofAddress: 60, minutes: 15 } as const;

export type Throttle = { kind: "open"; left: number } | { kind: "closed" };

export function throttle(counts: FailureCounts): Throttle {
  const closed =
    counts.of_both >= LIMITS.ofBoth ||
    counts.of_address >= LIMITS.ofAddress ||
    (!counts.known_address && counts.of_account >= LIMITS.ofAccountFromStrangers);
  return closed ? { kind: "closed" } : { kind: "open", left: LIMITS.ofBoth - counts.of_both };
}
