// People of the demonstration: invented, with one password for all.
import type { HatRole } from "@yichuang/domain";

export const PASSWORD = "yichuang-2022";

export interface Person {
  signIn: string;
  name: string;
  hats: { party: number; role: HatRole }[];
  pool?: { tenant: number; employer?: number };
}

export const at = (party: number, role: HatRole) => ({ party, role });

/** Who works at an authority, and three experts of its pool; the third is employed by `employer`. */
export const staffOf = (prefix: string, tenant: number, employer: number): Person[] => [
  { signIn: `${prefix}officer`, name: "经办人甲", hats: [at(tenant, "officer")] },
  { signIn: `${prefix}leader`, name: "分管领导乙", hats: [at(tenant, "leader")] },
  { signIn: `${prefix}inspector`, name: "督查员丙", hats: [at(tenant, "inspector")] },
  {
    signIn: `${prefix}admin`,
    name: "管理员丁",
    hats: [at(tenant, "tenant-admin"), at(tenant, "officer")],
  },
  { signIn: `${prefix}expert-1`, name: "专家一", hats: [at(1, "expert")], pool: { tenant } },
  { signIn: `${prefix}expert-2`, name: "专家二", hats: [at(1, "expert")], pool: { tenant } },
  {
    signIn: `${prefix}expert-3`,
    name: "专家三",
    hats: [at(employer, "expert"), at(employer, "center-director")],
    pool: { tenant, employer },
  },
];

/** Who works at a hospital: `short` is how its people are called. */
export const peopleOf = (prefix: string, party: number, short: string): Person[] => [
  { signIn: `${prefix}-manager`, name: `${short}管理员`, hats: [at(party, "institution-manager")] },
  { signIn: `${prefix}-contact`, name: `${short}联系人`, hats: [at(party, "contact")] },
  { signIn: `${prefix}-director`, name: `${short}主任`, hats: [at(party, "center-director")] },
];

/** What the page of accounts says about each role. */
export const ROLE_WORDS: Record<HatRole, string> = {
  "platform-admin": "平台管理员",
  "tenant-admin": "租户管理员",
  officer: "经办人",
  leader: "分管领导",
  inspector: "督查员",
  expert: "评审专家",
  "institution-manager": "单位管理员",
  "center-director": "中心主任",
  contact: "联系人",
};
