// What the network may see of a center: published by its tenant, read up and down the tree of authorities.
import type { Key, Standing } from "@yichuang/policy";
import type { CalendarDate, Decimal, SpaceId, Uuid } from "./basics.ts";
import type { LinkRole } from "./links.ts";

/** Tiers of the network, the highest first; a policy may name further ones. */
export const TIERS = ["national", "provincial", "municipal", "district"] as const;

/** A stretch of days [from, to) in one standing. */
export interface PublishedSpan {
  from: CalendarDate;
  to?: CalendarDate;
  standing: Standing;
  grade?: Key;
}

/** A party beside a center, or a center above it; `tenant` where that center is another tenant's. */
export interface PublishedLink {
  role: LinkRole;
  name: string;
  center?: Uuid;
  tenant?: SpaceId;
  space?: SpaceId;
  from: CalendarDate;
  to?: CalendarDate;
}

/** A rule that was waived, as the register prints it. */
export interface PublishedWaiver {
  path: string;
  label: string;
  reason: string;
  until?: CalendarDate;
}

/**
 * One center as the network sees it, and nothing personal: from its first standing after the application on, ended ones
 * too. Labels are the tenant's own words, so that a reader needs no foreign policy.
 */
export interface NetworkCenter {
  tenant: SpaceId;
  center: Uuid;
  name: string;
  host: string;
  uscc: string;
  type: Key;
  typeLabel: string;
  tier: Key;
  field?: Key;
  fieldLabel?: string;
  /** code of the region in which the leading institution lies, as exact as it is known */
  place?: string;
  standing: Standing;
  grade?: { key: Key; label: string; means?: Key };
  score?: Decimal;
  designatedOn?: CalendarDate;
  termEndsOn?: CalendarDate;
  spans: PublishedSpan[];
  links: PublishedLink[];
  waivers: PublishedWaiver[];
}

/** A center that no tenant keeps: national ones, those of provinces that are not on the platform. */
export interface ExternalCenter {
  id: Uuid;
  name: string;
  tier: Key;
  /** what it is in its own word, “国家临床医学研究中心” */
  title: string;
  /** the authority that designated it, by name */
  authority: string;
  host: string;
  uscc?: string;
  field?: string;
  place?: string;
  from: CalendarDate;
  to?: CalendarDate;
}

/** A place: a division after GB/T 2260, or a functional zone with a code of the platform's own (`500000Z01`). */
export interface Region {
  code: string;
  name: string;
  kind: "division" | "zone";
  parent?: string;
  from: CalendarDate;
  to?: CalendarDate;
  /** codes of what it was made from */
  predecessors: string[];
}

/** Why a center is marked in the network, with the clause behind it. */
export interface NetworkMark {
  center: Uuid;
  kind: "cap-exceeded" | "waived" | "parent-gone" | "no-lead" | "rule-broken";
  /** the node of the policy: `caps/one-per-city` */
  path: string;
  label: string;
  words: string;
  until?: CalendarDate;
  clauses: { document: string; section: string; gist: string }[];
}

/**
 * How many centers stand in one cell of a node of the tree; any sum over cells is a roll-up. What is not known is "".
 * `type` and `grade` are the node's own keys: of tenants under it they are left out, for their words are their own.
 */
export interface RollupCell {
  tier: Key;
  type: Key;
  /** the field by its word */
  field: string;
  /** code of the region right under the node's own */
  place: string;
  standing: Standing;
  grade: Key;
  n: number;
}
