// The small words of the contract: identities, instants, hats, pins.
import type { CalendarDate, Key, Text } from "@yichuang/policy";

export type { CalendarDate, Key, Text };

/** UUIDv7 in canonical lower-case form; made outside and handed in. */
export type Uuid = string;

/** An instant as ISO 8601 in UTC with milliseconds, e.g. `2022-10-23T15:59:59.999Z`. Legal days are Asia/Shanghai. */
export type Instant = string;

/** An exact decimal as a string, e.g. `"79.99"`. Never a binary float. */
export type Decimal = string;

/** The integer that names a space: an authority, an institution or the platform. */
export type SpaceId = number;

/** What a person may be at a space. The policy's actors map to these (rulings 14). */
export type HatRole =
  | "platform-admin"
  | "tenant-admin"
  | "officer"
  | "leader"
  | "inspector"
  | "expert"
  | "institution-manager"
  | "center-director"
  | "contact";

/** A hat = user x space x role x dates, worn in one tenant. */
export interface Hat {
  hat: Uuid;
  user: Uuid;
  /** the person's name, as it stands in the history */
  name: string;
  role: HatRole;
  /** whom the person acts for: the tenant itself for its authority, the institution's space, 0 for an expert */
  party: SpaceId;
  /** the party's name, as it stands in the history */
  unit: string;
  tenant: SpaceId;
}

/** The version of a policy under which something was opened. `hash` is SHA-256 (hex) of the canonical form. */
export interface PolicyPin {
  policy: Key;
  version: number;
  hash: string;
  /** the year's call; `hash` is then that of the document that holds under it */
  call?: Key;
}

export type RootKind = "center" | "institution" | "tenant";

/** The stream that an event belongs to. Inside a tenant `id` is unique over all kinds. */
export interface RootRef {
  kind: RootKind;
  id: Uuid;
}

/** A person as the history and the screens show them. */
export interface Who {
  user: Uuid;
  name: string;
  role: HatRole;
  party: SpaceId;
  unit: string;
}
