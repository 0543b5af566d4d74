import { z } from "zod";

/**
 * The attributes that a record of each collection can have (`it.…`). Closed; a tenant adds its
 * own with facts `about: "it"`.
 */
export const COLLECTION_ATTRIBUTES = {
  designations: [
    "id",
    "name",
    "type",
    "tier",
    "field",
    "host",
    "hosts",
    "parent",
    "region",
    "province",
    "city",
    "class",
    "layer",
    "standing",
    "director",
    "item",
    "on",
    "year",
    "call",
  ],
  applications: ["type", "field", "hosts", "universities", "channel", "call", "on"],
  recommendations: [
    "type",
    "field",
    "hosts",
    "universities",
    "channel",
    "call",
    "on",
    "specialty",
    "ownership",
    // of one that came in from another tenant: whose center it is, who recommends it, and for which way up
    "host",
    "unit",
    "by",
    "tier",
    "from",
    "center",
    "promotion",
    "name",
  ],
  members: ["institution", "role", "grade", "tier"],
  people: [
    "person",
    "role",
    "title",
    "specialty",
    "age",
    "kind",
    "permanent",
    "months-employed",
    "months-per-year",
    "team",
    "employment",
  ],
  achievements: [
    "kind",
    "phase",
    "program",
    "level",
    "role",
    "person",
    "money",
    "amount",
    "index",
    "words",
    "share",
    "on",
  ],
  goals: ["kind", "text", "target", "met", "owner", "due"],
  consents: ["by", "by-tier", "field", "application", "on"],
  evaluations: ["procedure", "score", "grade", "means", "on"],
  reports: ["procedure", "kind", "accepted", "on", "year"],
  bars: ["host", "person", "type", "on", "until"],
  findings: ["person", "host", "kind", "outcome", "text", "due", "on"],
  funds: ["kind", "amount", "payer", "on"],
  activities: ["kind", "amount", "payer", "on"],
  assets: ["kind", "amount", "payer", "on"],
  changes: ["kind", "amount", "payer", "on"],
} as const satisfies Record<string, readonly string[]>;

/** A set of typed records that measures count. */
export type Collection = keyof typeof COLLECTION_ATTRIBUTES;
export const COLLECTIONS = Object.keys(COLLECTION_ATTRIBUTES) as [Collection, ...Collection[]];
export const Collection: z.ZodType<Collection> = z.enum(COLLECTIONS);
