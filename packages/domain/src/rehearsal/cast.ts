import { canonicalize, type Policy } from "@yichuang/policy";
import type { Hat, HatRole } from "../contract/basics.ts";
import type { KnownParty } from "../contract/links.ts";
import type { PolicySet } from "../contract/decision.ts";
import type { Registered } from "./ledger.ts";

/** How the centers of an institution fare in a rehearsal. */
export type Fate = "good" | "bad" | "absent";
const FATES: readonly Fate[] = ["good", "bad", "absent"];

const TENANT = 1;

/** Three institutions of one kind: one whose centers do well, one whose centers do badly, one that hands nothing in later. */
export const REGISTRY: readonly Registered[] = FATES.map((_fate, at) => ({
  institution: `institution-${at + 1}`,
  host: { party: 11 + at, uscc: `12500102450000${at + 1}017`, name: `${"甲乙丙"[at]}医院` },
}));

/** The institution of a fate, by its party. */
export const fateOf = (party: number): Fate => FATES[party - 11] ?? "good";

const hatOf = (role: HatRole, party: number, n = 1): Hat => ({
  hat: `hat-${role}-${party}-${n}`,
  user: `user-${role}-${party}-${n}`,
  name: `${role} ${n}`,
  role,
  party,
  unit: REGISTRY.find(({ host }) => host.party === party)?.host.name ?? "主管部门",
  tenant: TENANT,
});

/** Who answers for the institution of a center that stands above others. */
export const managerOf = (party: number): Hat => hatOf("institution-manager", party);

export const LEADER = hatOf("leader", TENANT);
export const OFFICER = hatOf("officer", TENANT);
/** How large a panel is supposed to be whose size the document leaves open. */
export const SUPPOSED_PANEL = 3;
const MOST_EXPERTS = 15;
export const EXPERTS: readonly Hat[] = Array.from({ length: MOST_EXPERTS }, (_none, at) =>
  hatOf("expert", 0, at + 1),
);

/** Whoever comes into a case by a link: it recommends, consents, is reported to. */
export const LINKED: KnownParty = { space: 71, name: "相关单位", kind: "authority" };

const LINKED_HATS: readonly HatRole[] = ["officer", "leader", "institution-manager"];

/** Everybody who may have to act on what belongs to a party; `beside` are the spaces that are linked to it. */
export const hatsFor = (party: number, beside: readonly number[] = []): Hat[] => [
  ...beside.flatMap((space) =>
    space === LINKED.space
      ? LINKED_HATS.map((role) => hatOf(role, space))
      : [hatOf("institution-manager", space)],
  ),
  hatOf("contact", party),
  hatOf("center-director", party),
  hatOf("institution-manager", party),
  OFFICER,
  ...EXPERTS,
  LEADER,
  hatOf("inspector", TENANT),
];

/** The document alone is in force; nobody compares hashes in a rehearsal. */
export const policiesOf = (policy: Policy): PolicySet => ({
  tenant: TENANT,
  current: {
    pin: { policy: policy.id, version: policy.version, hash: String(canonicalize(policy).length) },
    policy,
  },
  byHash: {},
});
