import type { Policy } from "@yichuang/policy";
import type { PolicySet } from "../contract/decision.ts";
import type { CenterFacts } from "../contract/facts.ts";
import { openLinks } from "../history/network-events.ts";
import type { Scene } from "../acts/scene.ts";
import type { Changed } from "./seats.ts";

const GONE: readonly unknown[] = [undefined, "declined", "revoked", "exited"];

/** The centers that stand under one, as far as they are loaded. */
export const branchesOf = ({ facts }: Pick<Scene, "facts">, id: string): CenterFacts[] =>
  facts.centers.filter(
    (center) =>
      !GONE.includes(center.standing) &&
      openLinks(center).some((link) => link.role === "parent-center" && link.center === id),
  );

/** Whether what happens to a center may reach those under it, so that they are loaded with it. */
export const reachesBranches = ({ current, byHash }: PolicySet): boolean =>
  [current.policy, ...Object.values(byHash)].some(reaches);

const reaches = ({ consequences }: Policy): boolean =>
  consequences.some(({ effects }) => effects.some((effect) => effect.do === "branches"));

/** The whole root of the center above one, where it stands in the same tenant and is loaded. */
export function rootAbove({ facts }: Pick<Scene, "facts">, center: CenterFacts): CenterFacts | undefined {
  const link = openLinks(center).find(({ role }) => role === "parent-center");
  const above = facts.centers.find(({ id }) => id === link?.center);
  return GONE.includes(above?.standing) ? undefined : above;
}

/** Whether what happens to a center may reach the one above it, so that its whole root is loaded too. */
export const reachesAbove = ({ current, byHash }: PolicySet): boolean =>
  [current.policy, ...Object.values(byHash)].some(({ consequences }) =>
    consequences.some(({ of }) => of === "parent"),
  );

/** Above whom a center stands as a designated one, so that what happens there reaches it. */
const aboveOf = (center: CenterFacts | undefined): string[] =>
  center === undefined || center.standing === "applying" || GONE.includes(center.standing)
    ? []
    : openLinks(center).flatMap((link) =>
        link.role === "parent-center" && link.center !== undefined ? [link.center] : [],
      );

/**
 * Who comes under a center looks at how that one stands, and what happens to that one reaches whoever is under it: each
 * takes the same scope, so that neither goes by what the other has just changed. Only where something reaches branches.
 */
export function scopesUnder(policies: PolicySet, changed: readonly Changed[]): string[] {
  if (!reachesBranches(policies)) return [];
  return changed.flatMap(({ policy, before, after }) => {
    const had = aboveOf(before);
    const above = aboveOf(after).filter((center) => !had.includes(center));
    const hasUnder = policy.types.some(({ under }) => under?.includes(after.type) === true);
    const changes = hasUnder && before !== undefined && before.standing !== after.standing;
    return [...above, ...(changes ? [after.id] : [])].map((center) => `under:${center}`);
  });
}
