// Fills an empty installation: spaces, people, each tenant's policy. What happens later are acts.
import { hashPassword } from "@yichuang/auth";
import {
  adoptPolicy,
  beginDemo,
  enrol,
  isEmpty,
  onboardAccount,
  onboardSpace,
  type Pools,
  resetDemo,
  type SpaceToOnboard,
} from "@yichuang/db";
import { CalendarDate, type Policy, unread } from "@yichuang/policy";
import type { DemoTenant } from "./demo-tenant.ts";
import { ABOVE } from "./above.ts";
import { readPack } from "./packs.ts";
import { at, PASSWORD, type Person, ROLE_WORDS } from "./people.ts";
import { CHONGQING } from "./tenants/chongqing.ts";
import { FULING } from "./tenants/fuling.ts";
import { JIANGXI } from "./tenants/jiangxi.ts";
import { LUOYANG } from "./tenants/luoyang.ts";
import { SHANDONG } from "./tenants/shandong.ts";

export const DEMO_FROM = "2022-10-19";
export const DEMO_TO = "2027-12-31";
/** 09:00 of the day on which the demonstration begins */
const BEGINNING = "2022-10-19T01:00:00.000Z";

const PLATFORM: SpaceToOnboard = { id: 1, kind: "platform", name: "医创平台" };
const ADMINISTRATOR: Person = {
  signIn: "platform",
  name: "平台管理员",
  hats: [at(PLATFORM.id, "platform-admin")],
};

/** Upper tiers first: a space is onboarded after its parent. */
export const TENANTS: readonly DemoTenant[] = [CHONGQING, SHANDONG, JIANGXI, LUOYANG, FULING];

/** The pack says its first day, be it plain or read; where it does not, the demonstration does. */
const firstDay = (policy: Policy, tenant: DemoTenant): string =>
  tenant.from ?? CalendarDate.parse(unread(policy.inForce.from));

/** True where something was filled in. */
export async function seedDemo(pools: Pools): Promise<boolean> {
  if (!(await isEmpty(pools))) return false;
  await beginDemo(pools, BEGINNING);
  for (const { people: _people, ...space } of [{ ...PLATFORM, people: [] }, ...ABOVE]) {
    await onboardSpace(pools, space);
  }
  for (const { authority, spaces } of TENANTS) {
    for (const space of [authority, ...spaces]) await onboardSpace(pools, space);
  }
  for (const tenant of TENANTS) {
    for (const party of tenant.enrolled) await enrol(pools, tenant.authority.id, party);
    const policy = readPack(tenant.pack);
    await adoptPolicy(pools, tenant.authority.id, { policy, from: firstDay(policy, tenant) });
  }
  const passwordHash = await hashPassword(PASSWORD);
  for (const person of everybody()) await onboardAccount(pools, { ...person, passwordHash });
  return true;
}

export const resetToBeginning = (pools: Pools): Promise<void> => resetDemo(pools, BEGINNING);

const everybody = (): Person[] => [
  ADMINISTRATOR,
  ...ABOVE.flatMap(({ people }) => people),
  ...TENANTS.flatMap(({ people }) => people),
];

/** Accounts as they are printed at the start and offered on the sign-in page, by tenant. */
export const DEMO_ACCOUNTS = [
  ...TENANTS.toReversed().map(({ authority, spaces, people }) => ({
    group: authority.name,
    spaces: [authority, ...spaces],
    people,
  })),
  ...ABOVE.map((space) => ({ group: space.name, spaces: [space], people: space.people })),
  { group: PLATFORM.name, spaces: [PLATFORM], people: [ADMINISTRATOR] },
].flatMap(({ group, spaces, people }) =>
  people.map(({ signIn, name, hats: [hat] }) => {
    const unit = [...spaces, PLATFORM].find((space) => space.id === hat?.party)?.name ?? "";
    const role = hat === undefined ? "" : ROLE_WORDS[hat.role];
    return { group, signIn, password: PASSWORD, name, unit, role };
  }),
);
