import type { AdministrationFault, Text } from "@yichuang/policy";
import type { Hat, HatRole, Uuid } from "../contract/basics.ts";
import type { Verdict } from "../contract/verdict.ts";
import { refuse, verdictOf, type Obstacle } from "../acts/violation.ts";

/** What administrators do to tenants, their people and their policies. */
export type AdminAct =
  | "create-tenant"
  | "list-tenants"
  | "enrol-institution"
  | "put-person"
  | "import-policy"
  | "rehearse-policy"
  | "ask-publication"
  | "publish-policy"
  | "retire-policy"
  | "adopt-call"
  | "keep-regions"
  | "keep-external-centers";

const ACTS: { readonly [K in AdminAct]: { name: Text; roles: readonly HatRole[] } } = {
  "create-tenant": { name: { zh: "开设租户", en: "opening a tenant" }, roles: ["platform-admin"] },
  "list-tenants": { name: { zh: "查看租户", en: "listing tenants" }, roles: ["platform-admin"] },
  "enrol-institution": {
    name: { zh: "登记单位", en: "enrolling an institution" },
    roles: ["platform-admin", "tenant-admin"],
  },
  "put-person": {
    name: { zh: "开设账号", en: "giving an account" },
    roles: ["platform-admin", "tenant-admin"],
  },
  "import-policy": {
    name: { zh: "导入办法", en: "importing a policy" },
    roles: ["platform-admin", "tenant-admin"],
  },
  "rehearse-policy": {
    name: { zh: "预演", en: "rehearsing a policy" },
    roles: ["platform-admin", "tenant-admin"],
  },
  "ask-publication": { name: { zh: "提请发布", en: "asking for publication" }, roles: ["tenant-admin"] },
  "publish-policy": {
    name: { zh: "发布办法", en: "publishing a policy" },
    roles: ["platform-admin", "leader"],
  },
  "retire-policy": {
    name: { zh: "停用", en: "retiring a policy" },
    roles: ["platform-admin", "tenant-admin"],
  },
  "adopt-call": {
    name: { zh: "下发年度通知", en: "adopting a call" },
    roles: ["platform-admin", "tenant-admin", "leader"],
  },
  "keep-regions": { name: { zh: "登记区划", en: "keeping regions" }, roles: ["platform-admin"] },
  "keep-external-centers": {
    name: { zh: "登记外部中心", en: "keeping external centers" },
    roles: ["platform-admin"],
  },
};

/** The name of an administrator's act; undefined for any other. */
export const adminActName = (act: string): Text | undefined =>
  Object.entries(ACTS).find(([known]) => known === act)?.[1].name;

/** A version as far as it matters for what may be done to it. */
export interface VersionState {
  state: "draft" | "rehearsed" | "published" | "retired";
  askedBy: Uuid | null;
  /** whether it is published and holds today or later */
  inForce: boolean;
}

export interface AdminAbility {
  act: AdminAct;
  verdict: Verdict;
}

/** What an administrator's hat may do, to a version or in general, or why not. Other roles see none of it. */
export function adminAbilities(hat: Hat, version?: VersionState): AdminAbility[] {
  const administers = hat.role === "platform-admin" || hat.role === "tenant-admin" || hat.role === "leader";
  if (!administers) return [];
  return (Object.keys(ACTS) as AdminAct[])
    .filter((act) => version === undefined || OF_A_VERSION.includes(act))
    .map((act) => ({ act, verdict: verdictOf(obstaclesOf(hat, act, version)) }));
}

/** Whether a hat may do an administrator's act. */
export const adminVerdict = (hat: Hat, act: AdminAct, version?: VersionState): Verdict =>
  verdictOf(obstaclesOf(hat, act, version));

const OF_A_VERSION: readonly AdminAct[] = [
  "rehearse-policy",
  "ask-publication",
  "publish-policy",
  "retire-policy",
];

function obstaclesOf(hat: Hat, act: AdminAct, version: VersionState | undefined): Obstacle[] {
  const { name, roles } = ACTS[act];
  const own = hat.role === "platform-admin" || hat.party === hat.tenant;
  if (!roles.includes(hat.role) || !own) return [refuse("not-your-role", { act: name, roles: [...roles] })];
  const fault = version === undefined ? undefined : faultOf(hat, act, version);
  return fault === undefined ? [] : [refuse("administration", { why: fault })];
}

function faultOf(hat: Hat, act: AdminAct, version: VersionState): AdministrationFault | undefined {
  const unpublished = version.state === "draft" || version.state === "rehearsed";
  if (act === "retire-policy") {
    if (version.state === "retired") return "not-a-draft";
    return version.inForce ? "in-force" : undefined;
  }
  if (!unpublished) return "not-a-draft";
  if (act !== "publish-policy" || hat.role === "platform-admin") return undefined;
  if (version.askedBy === null) return "nobody-asked";
  return version.askedBy === hat.user ? "second-person" : undefined;
}

/** What the database answers where something has changed in between. */
export const administrationRefused = (why: AdministrationFault): Verdict =>
  verdictOf([refuse("administration", { why })]);
