import { z } from "zod";
import { Actor } from "./actor.ts";
import { Collection } from "./collection.ts";
import { head, type Head } from "./head.ts";
import { Condition, value, type Value } from "./sorts.ts";
import { Decimal, Key, Ref, Text } from "./text.ts";

export const FIELD_KINDS = [
  "text",
  "number",
  "money",
  "date",
  "choice",
  "yes-no",
  "file",
  "table",
  "person",
  "institution",
  "uscc",
  "identity",
  "phone",
  "email",
  "goals",
  "records",
  "sheet",
  "signature",
] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/**
 * One field of a form. Without `fact` its answer is the case fact `application.<form>.<field>`.
 * `columns` belong to `table` and to `person`, which always has a name beside them; `list` to `choice`, `sheet` and `fills` to `sheet`,
 * `by` to `signature`, `slots` to `table` and `goals` (rows offered at first), `of`, `where` and `share` to `records`:
 * entries of a register that are claimed here, each with the share that this center has in it; on a number column of a
 * `table`, `share` says that the rows share one whole. The number of an `identity` field is never kept, only its
 * keyed fingerprint. `most` counts characters, files or megabytes, as `unit` says. `personal` data is never public.
 */
export interface FormField extends Head {
  kind: FieldKind;
  fact?: Ref;
  required?: boolean | Condition;
  least?: Value<Decimal>;
  most?: Value<Decimal>;
  unit?: string;
  list?: Key;
  sheet?: Key;
  fills?: "items" | "scores";
  of?: Collection;
  where?: Condition;
  share?: boolean;
  many?: boolean;
  columns?: FormField[];
  by?: Actor;
  personal?: boolean;
  slots?: number;
  hint?: Text;
}
export const FormField: z.ZodType<FormField> = z.lazy(() =>
  z.strictObject({
    ...head,
    kind: z.enum(FIELD_KINDS),
    fact: Ref.exactOptional(),
    required: z.union([z.boolean(), Condition]).exactOptional(),
    least: value(Decimal).exactOptional(),
    most: value(Decimal).exactOptional(),
    unit: z.string().max(40).exactOptional(),
    list: Key.exactOptional(),
    sheet: Key.exactOptional(),
    fills: z.enum(["items", "scores"]).exactOptional(),
    of: Collection.exactOptional(),
    where: Condition.exactOptional(),
    share: z.boolean().exactOptional(),
    many: z.boolean().exactOptional(),
    columns: z.array(FormField).exactOptional(),
    by: Actor.exactOptional(),
    personal: z.boolean().exactOptional(),
    slots: z.int().min(0).max(200).exactOptional(),
    hint: Text.exactOptional(),
  }),
);

export interface FormSection extends Head {
  fields: FormField[];
}
export const FormSection: z.ZodType<FormSection> = z.strictObject({
  ...head,
  fields: z.array(FormField),
});

export interface Delivery {
  key: Key;
  medium: "online" | "paper" | "disc" | "mail";
  copies?: Value<Decimal>;
}
const Delivery: z.ZodType<Delivery> = z.strictObject({
  key: Key,
  medium: z.enum(["online", "paper", "disc", "mail"]),
  copies: value(Decimal).exactOptional(),
});

/** A dossier. `more`: the annex is for reference, the tenant may add to it. */
export interface Form extends Head {
  sections: FormSection[];
  more?: boolean;
  delivery?: Delivery[];
}
export const Form: z.ZodType<Form> = z.strictObject({
  ...head,
  sections: z.array(FormSection).min(1),
  more: z.boolean().exactOptional(),
  delivery: z.array(Delivery).exactOptional(),
});
