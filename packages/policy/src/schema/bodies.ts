import { z } from "zod";
import { CalendarDate } from "./dates.ts";
import { head, type Head } from "./head.ts";
import { Key, Text } from "./text.ts";

const BODY_ROLES = ["issuer", "manager", "co-manager", "recommender", "payer", "reviewer"] as const;

/** An authority or addressee of the policy. */
export interface Body extends Head {
  lead?: boolean;
  roles: (typeof BODY_ROLES)[number][];
  addressee?: boolean;
}
export const Body: z.ZodType<Body> = z.strictObject({
  ...head,
  lead: z.boolean().exactOptional(),
  roles: z.array(z.enum(BODY_ROLES)),
  addressee: z.boolean().exactOptional(),
});

const RELATIONS = ["self", "based-on", "replaces", "with", "annex"] as const;

/** One document in the chain of norms. Its number is optional: some texts have none. */
export interface PolicyDocument {
  key: Key;
  title: Text;
  number?: string;
  on?: CalendarDate;
  relation: (typeof RELATIONS)[number];
  aka?: string[];
}
export const PolicyDocument: z.ZodType<PolicyDocument> = z.strictObject({
  key: Key,
  title: Text,
  number: z.string().max(200).exactOptional(),
  on: CalendarDate.exactOptional(),
  relation: z.enum(RELATIONS),
  aka: z.array(z.string().max(400)).exactOptional(),
});

/**
 * A source: document, section label, and the gist in our own words. `outside` says why no
 * program can carry it out.
 */
export interface Clause {
  key: Key;
  document: Key;
  section: string;
  gist: Text;
  outside?: Text;
}
export const Clause: z.ZodType<Clause> = z.strictObject({
  key: Key,
  document: Key,
  section: z.string().min(1).max(200),
  gist: Text,
  outside: Text.exactOptional(),
});
