// Fills an empty installation: spaces, people, the tenant's policy, holidays. What happens later are acts.
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
} from "@yichuang/db";
import { CalendarDate, unread } from "@yichuang/policy";
import { readPack } from "./packs.ts";
import { HOSPITALS, PASSWORD, PEOPLE, ROLE_WORDS, SPACES, TENANT } from "./people.ts";

export const DEMO_FROM = "2022-10-19";
export const DEMO_TO = "2027-12-31";
/** 09:00 of the day on which the demonstration begins */
const BEGINNING = "2022-10-19T01:00:00.000Z";

/** The pack says its first day, be it plain or read. */
const dayOf = (from: Parameters<typeof unread>[0]): string => CalendarDate.parse(unread(from));

/** True where something was filled in. */
export async function seedDemo(pools: Pools): Promise<boolean> {
  if (!(await isEmpty(pools))) return false;
  await beginDemo(pools, BEGINNING);
  for (const space of SPACES) await onboardSpace(pools, space);
  for (const party of Object.values(HOSPITALS)) await enrol(pools, TENANT, party);
  const policy = readPack("fuling");
  await adoptPolicy(pools, TENANT, { policy, from: dayOf(policy.inForce.from) });
  const passwordHash = await hashPassword(PASSWORD);
  for (const person of PEOPLE) await onboardAccount(pools, { ...person, passwordHash });
  return true;
}

export const resetToBeginning = (pools: Pools): Promise<void> => resetDemo(pools, BEGINNING);

/** Accounts as they are printed at the start and offered on the sign-in page. */
export const DEMO_ACCOUNTS = PEOPLE.map(({ signIn, name, hats }) => {
  const [hat] = hats;
  const unit = SPACES.find((space) => space.id === hat?.party)?.name ?? "";
  return { signIn, password: PASSWORD, name, unit, role: hat === undefined ? "" : ROLE_WORDS[hat.role] };
});
