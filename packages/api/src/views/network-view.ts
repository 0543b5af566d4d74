// Who stands beside a center, above it and under it, and what it settles for those under it.
import type { UnderCenter } from "@yichuang/db";
import type { CenterFacts, Settlement } from "@yichuang/domain";
import { type OpenValue, openValues, type Policy } from "@yichuang/policy";
import type { StageSet } from "../acts/stage-set.ts";

export interface LinkLine {
  key: string;
  role: CenterFacts["links"][number]["role"];
  name: string;
  /** the center that stands behind it */
  center?: string;
  /** a party that has an account here; others only stand as named */
  known: boolean;
  from: string;
  to?: string;
}

/** Parties beside the center's own institution, ended ones too. */
export const linksOf = (center: CenterFacts): LinkLine[] =>
  center.links.map(({ key, role, name, space, center: above, from, to }) => ({
    key,
    role,
    name,
    known: space !== undefined,
    from,
    ...(above === undefined ? {} : { center: above }),
    ...(to === undefined ? {} : { to }),
  }));

export interface SettledForOthers {
  open: OpenValue;
  settlement?: Settlement;
}

export interface NetworkView {
  links: LinkLine[];
  under: UnderCenter[];
  /** what it settles for those under it; empty where its type has nobody under it */
  settles: SettledForOthers[];
}

export function networkOf(stage: StageSet, center: CenterFacts, under: UnderCenter[]): NetworkView {
  const { policy } = stage.policies.current;
  return {
    links: linksOf(center),
    under,
    settles: standsAbove(policy, center.type)
      ? openValues(policy)
          .filter(({ per }) => per === "center")
          .map((open) => ({ open, ...latestOf(center, open.path) }))
      : [],
  };
}

const standsAbove = (policy: Policy, type: string): boolean =>
  policy.types.some((one) => one.under?.includes(type) === true);

function latestOf(center: CenterFacts, path: string): Pick<SettledForOthers, "settlement"> {
  const settlement = center.settlements.findLast((one) => one.path === path);
  return settlement === undefined ? {} : { settlement };
}
