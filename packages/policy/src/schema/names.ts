import { z } from "zod";
import { head, type Head } from "./head.ts";
import { Key, Ref } from "./text.ts";

export interface NamePart {
  key: Key;
  text?: string;
  fact?: Ref;
  wrap?: [string, string];
}
const NamePart: z.ZodType<NamePart> = z.strictObject({
  key: Key,
  text: z.string().max(200).exactOptional(),
  fact: Ref.exactOptional(),
  wrap: z.tuple([z.string().max(20), z.string().max(20)]).exactOptional(),
});

/** How a name is put together, and over which facts it must be unique. */
export interface Name extends Head {
  for: Key[];
  parts: NamePart[];
  unique?: Ref[];
}
export const Name: z.ZodType<Name> = z.strictObject({
  ...head,
  for: z.array(Key).min(1),
  parts: z.array(NamePart).min(1),
  unique: z.array(Ref).exactOptional(),
});
