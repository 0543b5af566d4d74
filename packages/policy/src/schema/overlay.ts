import { z } from "zod";
import { Body, Clause, PolicyDocument } from "./bodies.ts";
import { Change } from "./changes.ts";
import { CalendarDate } from "./dates.ts";
import { Json } from "./changes.ts";
import { Key, Text } from "./text.ts";

/** An open value settled by the overlay. `at` is the path of the open value. */
export interface OverlaySettlement {
  key: Key;
  at: string;
  value: Json;
  as?: Text;
  on: CalendarDate;
}
const OverlaySettlement: z.ZodType<OverlaySettlement> = z.strictObject({
  key: Key,
  at: z.string().min(1).max(1000),
  value: Json,
  as: Text.exactOptional(),
  on: CalendarDate,
});

/** Changes over a policy version: a tenant's own overlay, or the call of one year. */
export interface Overlay {
  language: 1;
  kind: "overlay" | "call";
  id: Key;
  on: { policy: Key; version: number };
  title: Text;
  year?: number;
  bodies?: Body[];
  documents?: PolicyDocument[];
  clauses?: Clause[];
  changes: Change[];
  settles: OverlaySettlement[];
}
export const Overlay: z.ZodType<Overlay> = z.strictObject({
  language: z.literal(1),
  kind: z.enum(["overlay", "call"]),
  id: Key,
  on: z.strictObject({ policy: Key, version: z.int().positive() }),
  title: Text,
  year: z.int().min(2000).max(2200).exactOptional(),
  bodies: z.array(Body).exactOptional(),
  documents: z.array(PolicyDocument).exactOptional(),
  clauses: z.array(Clause).exactOptional(),
  changes: z.array(Change),
  settles: z.array(OverlaySettlement),
});
