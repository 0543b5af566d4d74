// What may be claimed, as the one who claims sees it.
import type { Claimable } from "@yichuang/domain";
import type { Collection, Policy, RecordClaim } from "@yichuang/policy";

export interface ClaimableView {
  claim: Omit<RecordClaim, "share">;
  /** earlier claims of the same: where and in which year, and nothing else */
  earlier: { name: string; year: number }[];
}

/** Entries that count and that the procedure may claim; earlier claims in the scope in which each is claimed once. */
export function viewClaimable(
  policy: Policy,
  { entries, claims }: Claimable,
  asked: { of: Collection; procedure?: string; case?: string },
): ClaimableView[] {
  const allowing = policy.registers.filter(({ of, claims: allowed }) => {
    const inProcedure = asked.procedure === undefined || allowed?.in.includes(asked.procedure) === true;
    return of === asked.of && allowed !== undefined && inProcedure;
  });
  const once = allowing[0]?.claims?.once ?? "tenant";
  const closed = policy.registers.filter((one) => one.claims !== undefined && !allowing.includes(one));
  return entries
    .filter(({ state, awaits }) => state === "verified" || (state === "recorded" && !awaits))
    .filter(({ register }) => !closed.some(({ key }) => key === register))
    .map(({ id, register, title, attributes, fingerprint }) => ({
      claim: { register, entry: id, title, attributes },
      earlier: claims
        .filter((seen) => seen.fingerprint === fingerprint && seen.case !== asked.case)
        .filter(({ scope }) => scope === "tenant" || (once === "tier" && scope === "tier"))
        .map(({ name, year }) => ({ name, year })),
    }));
}
