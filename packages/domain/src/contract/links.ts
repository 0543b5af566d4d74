// Who is a party to a center beside its own institution. A link has days; nothing of it is rewritten, an end is a date.
import type { ActorRole, Key } from "@yichuang/policy";
import type { CalendarDate, SpaceId, Uuid } from "./basics.ts";
import type { HostFacts } from "./events.ts";

/** Roles of the network of a center, beside the roles of actors. */
export const NETWORK_ROLES = ["lead", "joint", "core", "member", "grassroots"] as const;

/** The center of another tenant from which this one comes; only a received recommendation makes it. */
const LINEAGE = ["origin"] as const;

/** Actors that come into a case by a link, not by the center's own institution and not by the tenant. */
export const LINKED_ACTORS = [
  "parent-center",
  "channel",
  "joint",
  "partner",
  "parent-authority",
  "upper-authority",
  "local-authority",
  "third-party",
] as const satisfies readonly ActorRole[];

export type LinkRole =
  | (typeof NETWORK_ROLES)[number]
  | (typeof LINKED_ACTORS)[number]
  | (typeof LINEAGE)[number];
/** Roles that an act may name. */
export const LINK_ROLES: readonly LinkRole[] = [
  ...LINKED_ACTORS,
  ...NETWORK_ROLES.filter((role) => role !== "joint"),
];

/** A party as it is named. Without a space it is nobody of the platform's: it stands as named and may do nothing. */
export interface NewLink {
  key: Uuid;
  role: LinkRole;
  name: string;
  space?: SpaceId;
  uscc?: string;
  /** the center that stands behind it, where it is one */
  center?: Uuid;
  /** whose center that is, where it is another tenant's */
  tenant?: SpaceId;
  /** the body of the policy that it is, where a role has several: a city's science bureau beside its health commission */
  body?: Key;
  /** what names it where no space does */
  external?: string;
  grade?: Key;
  tier?: Key;
  region?: string;
  kind?: string;
  /** what the registry says of it, where it leads the center */
  host?: HostFacts;
  /** the form field that named it, so that a resubmission may name others */
  source?: string;
}

export interface Link extends NewLink {
  from: CalendarDate;
  to?: CalendarDate;
}

/** A party as an act names it: by space or credit code where the platform knows it, else by words. */
export interface NamedParty {
  role: LinkRole;
  space?: SpaceId;
  uscc?: string;
  center?: Uuid;
  body?: Key;
  name?: string;
}

/** What the registry says today of a space that an act names. */
export interface KnownParty {
  space: SpaceId;
  name: string;
  kind: string;
  uscc?: string;
  grade?: Key;
  tier?: string;
  region?: string;
  /** everything that the registry says of an institution */
  host?: HostFacts;
}
