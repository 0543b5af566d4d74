// What the parties to a center are called: the tenant's own word for the role, else the platform's.
import { catalogueOf, type Policy } from "@yichuang/policy";
import type { Outputs } from "../app/wearing.tsx";

export type LinkLine = Outputs["center"]["get"]["network"]["links"][number];
export type LinkRole = LinkLine["role"];

const OF_THE_NETWORK = {
  lead: "牵头单位",
  core: "核心单位",
  member: "成员单位",
  grassroots: "基层医疗卫生机构",
  origin: "来自",
} as const;

const isOfTheNetwork = (role: LinkRole): role is keyof typeof OF_THE_NETWORK => role in OF_THE_NETWORK;

export function linkWord(policy: Policy, type: string | undefined, role: LinkRole): string {
  const own = policy.types.find(({ key }) => key === type)?.roles?.find(({ key }) => key === role)?.label?.zh;
  if (own !== undefined) return own;
  return isOfTheNetwork(role) ? OF_THE_NETWORK[role] : catalogueOf("zh").roles[role];
}

/** The roles that a policy knows for a type of center: those of its network, and the actors of its procedures. */
export function rolesOf(policy: Policy, type: string | undefined): LinkRole[] {
  const found = policy.types.find(({ key }) => key === type);
  const actors = policy.procedures
    .filter((procedure) => type !== undefined && procedure.for.includes(type))
    .flatMap(({ stages }) => stages.flatMap((stage) => [stage.by, ...("to" in stage ? stage.to : [])]))
    .map(({ role }) => role);
  const named = [...(found?.roles ?? []).map(({ key }): string => key), ...actors];
  const known = ORDER.filter((role) => named.includes(role));
  return found?.under === undefined || known.includes("parent-center") ? known : ["parent-center", ...known];
}

const ORDER: readonly LinkRole[] = [
  "parent-center",
  "lead",
  "joint",
  "core",
  "member",
  "grassroots",
  "channel",
  "partner",
  "local-authority",
  "upper-authority",
  "parent-authority",
  "third-party",
];
