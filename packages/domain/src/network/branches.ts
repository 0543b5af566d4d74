import type { Policy } from "@yichuang/policy";
import type { PolicySet } from "../contract/decision.ts";
import type { CenterFacts } from "../contract/facts.ts";
import { openLinks } from "../history/network-events.ts";
import type { Scene } from "../acts/scene.ts";

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
