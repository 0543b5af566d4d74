import { z } from "zod";
import { Actor } from "./actor.ts";
import { Collection } from "./collection.ts";
import { Concept } from "./concept.ts";
import { head, type Head } from "./head.ts";
import { Duration, OpenTerms, value, type Value } from "./sorts.ts";
import { Meaning } from "./states.ts";
import { Decimal, Key, Ref, Text } from "./text.ts";

/** The tenant's own word for a concept of the platform. */
export interface Word extends Head {
  concept: Concept;
  aka?: string[];
}
export const Word: z.ZodType<Word> = z.strictObject({
  ...head,
  concept: Concept,
  aka: z.array(z.string().max(200)).exactOptional(),
});

/** `open`: the text has an item here without saying its word; settling it gives the word. */
export interface ListItem extends Head {
  open?: OpenTerms;
  rank?: Decimal;
  means?: Meaning | Key;
  under?: Key;
  qualifier?: Text;
  aka?: string[];
}
export const ListItem: z.ZodType<ListItem> = z.strictObject({
  ...head,
  open: OpenTerms.exactOptional(),
  rank: Decimal.exactOptional(),
  means: z.union([Meaning, Key]).exactOptional(),
  under: Key.exactOptional(),
  qualifier: Text.exactOptional(),
  aka: z.array(z.string().max(200)).exactOptional(),
});

/**
 * A code list, scale or taxonomy. `more`: the text ends with 等, items may be added. `scales`
 * names the core facts whose values are items of this list, for example `host.grade`.
 */
export interface List extends Head {
  scales?: Ref[];
  ordered?: boolean;
  more?: boolean;
  items: ListItem[];
}
export const List: z.ZodType<List> = z.strictObject({
  ...head,
  scales: z.array(Ref).exactOptional(),
  ordered: z.boolean().exactOptional(),
  more: z.boolean().exactOptional(),
  items: z.array(ListItem),
});

const FACT_SUBJECTS = [
  "host",
  "director",
  "person",
  "team",
  "center",
  "application",
  "field",
  "region",
  "call",
  "tenant",
  "channel",
  "case",
  "it",
] as const;

/** A fact of the tenant's own. `kept` says how it comes to be; `by` alone may write it. */
export interface Fact extends Head {
  about: (typeof FACT_SUBJECTS)[number];
  of?: Collection;
  kind: "yes-no" | "number" | "text" | "date" | "item";
  list?: Key;
  unit?: string;
  kept: "declared" | "verified" | "judged" | "consented";
  by: Actor;
}
export const Fact: z.ZodType<Fact> = z.strictObject({
  ...head,
  about: z.enum(FACT_SUBJECTS),
  of: Collection.exactOptional(),
  kind: z.enum(["yes-no", "number", "text", "date", "item"]),
  list: Key.exactOptional(),
  unit: z.string().max(40).exactOptional(),
  kept: z.enum(["declared", "verified", "judged", "consented"]),
  by: Actor,
});

const NETWORK_ROLES = ["lead", "joint", "core", "member", "grassroots"] as const;

/** A role in a center's network with its minimum and maximum number of members. */
export interface NetworkRole {
  key: (typeof NETWORK_ROLES)[number];
  label?: Text;
  least?: Value<Decimal>;
  most?: Value<Decimal>;
}
const NetworkRole: z.ZodType<NetworkRole> = z.strictObject({
  key: z.enum(NETWORK_ROLES),
  label: Text.exactOptional(),
  least: value(Decimal).exactOptional(),
  most: value(Decimal).exactOptional(),
});

const OFFICES = ["director", "lead-host"] as const;

/** An office that is held for a term: who leads the center, which institution leads its network. */
export interface Office extends Head {
  office: (typeof OFFICES)[number];
  term?: Value<Duration>;
  /** how many terms in a row one holder may have */
  terms?: Value<Decimal>;
}
const Office: z.ZodType<Office> = z.strictObject({
  ...head,
  office: z.enum(OFFICES),
  term: value(Duration).exactOptional(),
  terms: value(Decimal).exactOptional(),
});

const TYPE_SUBJECTS = ["center", "person", "team", "project", "technique", "practice"] as const;
const TYPE_RULES = ["own", "parent-center", "lower-tenant", "external", "open"] as const;

/** What can be designated. `rules: external` is known but not run here. */
export interface CenterType extends Head {
  subject: (typeof TYPE_SUBJECTS)[number];
  tier: Key;
  fields?: Key;
  purpose?: Text;
  under?: Key[];
  roles?: NetworkRole[];
  offices?: Office[];
  class?: Value<Key>;
  term?: Value<Duration>;
  rules?: (typeof TYPE_RULES)[number];
}
export const CenterType: z.ZodType<CenterType> = z.strictObject({
  ...head,
  subject: z.enum(TYPE_SUBJECTS),
  tier: Key,
  fields: Key.exactOptional(),
  purpose: Text.exactOptional(),
  under: z.array(Key).exactOptional(),
  roles: z.array(NetworkRole).exactOptional(),
  offices: z.array(Office).exactOptional(),
  class: value(Key).exactOptional(),
  term: value(Duration).exactOptional(),
  rules: z.enum(TYPE_RULES).exactOptional(),
});
