import { z } from "zod";
import { Actor } from "./actor.ts";
import { Collection } from "./collection.ts";
import { FormField } from "./forms.ts";
import { head, type Head } from "./head.ts";
import { Key } from "./text.ts";

const REGISTER_BEARERS = ["tenant", "institution", "center"] as const;

/** How often one entry may be claimed by reports: once in the tenant, or once in each tier. */
export interface Claims {
  in: Key[];
  once: "tenant" | "tier";
}
const Claims: z.ZodType<Claims> = z.strictObject({
  in: z.array(Key).min(1),
  once: z.enum(["tenant", "tier"]),
});

/**
 * What is entered once and read by many: achievements, people, money, shared assets, cooperation, benefits, tasks.
 * Its fields are those of forms; what an entry is called is its first required text, person or institution; `fact: it.<attribute>` on a field writes an
 * attribute of the collection `of`, so that measures and conditions count the entries. `by` enters, `checked` verifies:
 * until then an entry does not count. `same` names the fields that make two entries one and the same: it is entered only
 * once, and a second claim of it is seen in whatever register it stands. `claims`: which procedures claim entries.
 */
export interface Register extends Head {
  bearer: (typeof REGISTER_BEARERS)[number];
  for?: Key[];
  of?: Collection;
  fields: FormField[];
  by: Actor[];
  checked?: Actor;
  same?: Key[];
  claims?: Claims;
  public?: boolean;
}
export const Register: z.ZodType<Register> = z.strictObject({
  ...head,
  bearer: z.enum(REGISTER_BEARERS),
  for: z.array(Key).exactOptional(),
  of: Collection.exactOptional(),
  fields: z.array(FormField).min(1),
  by: z.array(Actor).min(1),
  checked: Actor.exactOptional(),
  same: z.array(Key).min(1).exactOptional(),
  claims: Claims.exactOptional(),
  public: z.boolean().exactOptional(),
});

const NAMES: readonly FormField["kind"][] = ["text", "person", "institution"];

/** The field that says what an entry is called; undefined where none does. */
export const nameFieldOf = ({ fields }: Register): FormField | undefined =>
  fields.find((field) => NAMES.includes(field.kind) && field.required === true);
