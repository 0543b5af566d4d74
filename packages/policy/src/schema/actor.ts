import { z } from "zod";
import { Key } from "./text.ts";

export const ACTOR_ROLES = [
  "authority",
  "experts",
  "third-party",
  "host",
  "joint",
  "director",
  "contact",
  "channel",
  "parent-center",
  "parent-authority",
  "upper-authority",
  "local-authority",
  "partner",
  "inspector",
  "public",
  "platform",
] as const;
/** Who a policy names; a role in a case, not a user account. */
export type ActorRole = (typeof ACTOR_ROLES)[number];
export const ActorRole: z.ZodType<ActorRole> = z.enum(ACTOR_ROLES);

export const HAT_ROLES = [
  "platform-admin",
  "tenant-admin",
  "officer",
  "leader",
  "inspector",
  "expert",
  "institution-manager",
  "center-director",
  "contact",
] as const;
/** The role of a hat: what a person may be at a space. A policy's actors map to these. */
export type HatRole = (typeof HAT_ROLES)[number];
export const HatRole: z.ZodType<HatRole> = z.enum(HAT_ROLES);

/**
 * An actor of a policy. `body` picks one of the policy's bodies, `with` names bodies that act
 * jointly, `hat` narrows which of the role's hats may act.
 */
export interface Actor {
  role: ActorRole;
  body?: Key;
  with?: Key[];
  hat?: HatRole;
}
export const Actor: z.ZodType<Actor> = z.strictObject({
  role: ActorRole,
  body: Key.exactOptional(),
  with: z.array(Key).exactOptional(),
  hat: HatRole.exactOptional(),
});
