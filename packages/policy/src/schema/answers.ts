import { z } from "zod";
import { CalendarDate } from "./dates.ts";
import { Decimal, Key, Scalar } from "./text.ts";

const Words = z.string().max(100_000);

/** Answer of a `person` field: the name, and one text per further column of the field. */
export interface PersonValue {
  name: string;
  [column: string]: string;
}
export const PersonValue: z.ZodType<PersonValue> = z.object({ name: Words }).catchall(Words);

/** Answer of an `institution` field. */
export interface InstitutionValue {
  name: string;
  uscc?: string;
}
export const InstitutionValue: z.ZodType<InstitutionValue> = z.strictObject({
  name: Words,
  uscc: Words.exactOptional(),
});

/** One file of a `file` field. `size` is in bytes; `id` is the attachment's. */
export interface FileValue {
  id: string;
  name: string;
  size: number;
}
export const FileValue: z.ZodType<FileValue> = z.strictObject({
  id: z.string().max(64),
  name: z.string().max(400),
  size: z.int().min(0),
});

/** One row of a `table` field: its own key and one cell per column. */
export interface TableRow {
  key: Key;
  cells: { [column: Key]: Scalar };
}
export const TableRow: z.ZodType<TableRow> = z.strictObject({
  key: Key,
  cells: z.record(Key, Scalar),
});

/** Answer of an `identity` field as it is kept: enough to see that two are the same, and nothing more. */
export interface IdentityValue {
  fingerprint: string;
}
export const IdentityValue: z.ZodType<IdentityValue> = z.strictObject({
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
});

/**
 * One entry of a register that is claimed by a `records` field: which entry, this claim's share of it (0 to 1), and what
 * it said on that day, so that the claim stands on its own.
 */
export interface RecordClaim {
  register: Key;
  entry: string;
  share?: Decimal;
  title: string;
  attributes: { [attribute: Key]: Scalar | Scalar[] };
}
export const RecordClaim: z.ZodType<RecordClaim> = z.strictObject({
  register: Key,
  entry: z.string().max(64),
  share: Decimal.exactOptional(),
  title: Words,
  attributes: z.record(Key, z.union([Scalar, z.array(Scalar)])),
});

/** One goal of a `goals` field. `met` and `result` are filled at the self-assessment. */
export interface GoalValue {
  key: Key;
  text: string;
  target?: string;
  due?: CalendarDate;
  met?: boolean;
  result?: string;
}
export const GoalValue: z.ZodType<GoalValue> = z.strictObject({
  key: Key,
  text: Words,
  target: Words.exactOptional(),
  due: CalendarDate.exactOptional(),
  met: z.boolean().exactOptional(),
  result: Words.exactOptional(),
});

/** One row that the applicant writes below an indicator of the authority. */
export interface SheetRow {
  key: Key;
  name: string;
  content: string;
  weight?: Decimal;
}
export const SheetRow: z.ZodType<SheetRow> = z.strictObject({
  key: Key,
  name: Words,
  content: Words,
  weight: Decimal.exactOptional(),
});

/** Answer of a `sheet` field that `fills: items`: indicator path (`output/transfer`) -> rows. */
export interface SheetItems {
  [item: string]: SheetRow[];
}
export const SheetItems: z.ZodType<SheetItems> = z.record(z.string().max(400), z.array(SheetRow));

/** Points of one's own with the evidence named for them: kinds that the item asks for, or words where it asks for any. */
export interface ProvenPoints {
  points?: Decimal;
  evidence: string[];
}
const ProvenPoints: z.ZodType<ProvenPoints> = z.strictObject({
  points: Decimal.exactOptional(),
  evidence: z.array(z.string().min(1).max(64)).max(50),
});

/** Answer of a `sheet` field that `fills: scores`: indicator path -> points, or points with their evidence. */
export interface SheetScores {
  [item: string]: Decimal | ProvenPoints;
}
export const SheetScores: z.ZodType<SheetScores> = z.record(
  z.string().max(400),
  z.union([Decimal, ProvenPoints]),
);
