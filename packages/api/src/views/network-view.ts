// Who stands beside a center, above it and under it, and what it settles for those under it.
import type { UnderCenter } from "@yichuang/db";
import { type CenterFacts, type PromotionPath, promotionPaths, type Settlement } from "@yichuang/domain";
import { type OpenValue, openValues, type Policy } from "@yichuang/policy";
import type { StageSet } from "../acts/stage-set.ts";
import { type ViolationView, viewViolation } from "./verdict-view.ts";

export interface LinkLine {
  key: string;
  role: CenterFacts["links"][number]["role"];
  name: string;
  /** the center that stands behind it */
  center?: string;
  /** whose center that is, by name, where it is another tenant's */
  elsewhere?: string;
  /** a party that has an account here; others only stand as named */
  known: boolean;
  from: string;
  to?: string;
}

/** Parties beside the center's own institution, ended ones too. */
export const linksOf = (center: CenterFacts): LinkLine[] =>
  center.links.map(({ key, role, name, space, tenant, external, center: above, from, to }) => ({
    key,
    role,
    name,
    known: space !== undefined,
    from,
    ...(above === undefined ? {} : { center: above }),
    ...(tenant === undefined || external === undefined ? {} : { elsewhere: external }),
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
  /** the ways up from it; for its own institution and the authority */
  paths: PathView[];
}

/** A way up as it is shown: how it stands, and what stands in the way beside the leaves. */
export type PathView = Omit<PromotionPath, "verdict"> & {
  state: PromotionPath["verdict"]["kind"];
  why: ViolationView[];
};

/** What the leaves of a way say already. */
const IN_LEAVES: readonly string[] = ["condition-false", "condition-pending", "open-value"];

export const viewPath = ({ verdict, ...path }: PromotionPath): PathView => ({
  ...path,
  state: verdict.kind,
  why:
    verdict.kind === "allowed" || path.doneOn !== undefined
      ? []
      : verdict.violations.filter(({ code }) => !IN_LEAVES.includes(code)).map(viewViolation),
});

export function networkOf(
  { policies, facts, env }: StageSet,
  center: CenterFacts,
  { under, inside }: { under: UnderCenter[]; inside: boolean },
): NetworkView {
  const { policy } = policies.current;
  const { institution } = facts;
  const asked = { env, institutions: institution === undefined ? [] : [institution] };
  const own = ({ id }: CenterFacts): boolean => id === center.id;
  return {
    links: linksOf(center),
    under,
    settles: standsAbove(policy, center.type)
      ? openValues(policy)
          .filter(({ per }) => per === "center")
          .map((open) => ({ open, ...latestOf(center, open.path) }))
      : [],
    paths: inside ? promotionPaths(policies, facts, { ...asked, only: own }).map(viewPath) : [],
  };
}

const standsAbove = (policy: Policy, type: string): boolean =>
  policy.types.some((one) => one.under?.includes(type) === true);

function latestOf(center: CenterFacts, path: string): Pick<SettledForOthers, "settlement"> {
  const settlement = center.settlements.findLast((one) => one.path === path);
  return settlement === undefined ? {} : { settlement };
}
