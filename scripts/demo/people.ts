// Spaces and people of the demonstration. Institutions and persons are invented.
import type { HatRole } from "@yichuang/domain";

export const PASSWORD = "yichuang-2022";

export const TENANT = 100;
const PROVINCE = 50;
export const HOSPITALS = { first: 201, second: 202, third: 203 } as const;

export const SPACES = [
  { id: 1, kind: "platform", name: "医创平台" },
  {
    id: PROVINCE,
    kind: "authority",
    name: "重庆市卫生健康委员会",
    tier: "municipal-direct",
    region: "500000",
  },
  {
    id: TENANT,
    kind: "authority",
    name: "重庆市涪陵区卫生健康委员会",
    parent: PROVINCE,
    tier: "district",
    region: "500102",
  },
  {
    id: HOSPITALS.first,
    kind: "institution",
    name: "示例第一人民医院",
    uscc: "12500102MB1A0001XC",
    grade: "3a",
  },
  {
    id: HOSPITALS.second,
    kind: "institution",
    name: "示例区中医医院",
    uscc: "12500102MB1A0002XD",
    grade: "2a",
  },
  {
    id: HOSPITALS.third,
    kind: "institution",
    name: "示例妇幼保健院",
    uscc: "12500102MB1A0003XC",
    grade: "2",
  },
] as const;

export interface Person {
  signIn: string;
  name: string;
  hats: { party: number; role: HatRole }[];
  pool?: { tenant: number; employer?: number };
}

const at = (party: number, role: HatRole) => ({ party, role });
const { first, second, third } = HOSPITALS;

export const PEOPLE: Person[] = [
  { signIn: "officer", name: "经办人甲", hats: [at(TENANT, "officer")] },
  { signIn: "leader", name: "分管领导乙", hats: [at(TENANT, "leader")] },
  { signIn: "inspector", name: "督查员丙", hats: [at(TENANT, "inspector")] },
  { signIn: "admin", name: "管理员丁", hats: [at(TENANT, "tenant-admin"), at(TENANT, "officer")] },
  { signIn: "platform", name: "平台管理员", hats: [at(1, "platform-admin")] },
  { signIn: "first-manager", name: "一院管理员", hats: [at(first, "institution-manager")] },
  { signIn: "first-contact", name: "一院联系人", hats: [at(first, "contact")] },
  { signIn: "first-director", name: "一院主任", hats: [at(first, "center-director")] },
  { signIn: "second-manager", name: "中医院管理员", hats: [at(second, "institution-manager")] },
  { signIn: "second-contact", name: "中医院联系人", hats: [at(second, "contact")] },
  { signIn: "second-director", name: "中医院主任", hats: [at(second, "center-director")] },
  { signIn: "third-manager", name: "妇幼管理员", hats: [at(third, "institution-manager")] },
  { signIn: "expert-1", name: "专家一", hats: [at(1, "expert")], pool: { tenant: TENANT } },
  { signIn: "expert-2", name: "专家二", hats: [at(1, "expert")], pool: { tenant: TENANT } },
  {
    signIn: "expert-3",
    name: "专家三",
    hats: [at(first, "expert"), at(first, "center-director")],
    pool: { tenant: TENANT, employer: first },
  },
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
