import type {
  Collection,
  FileValue,
  FormField,
  List,
  RecordClaim,
  Sheet,
  SheetItems,
} from "@yichuang/policy";

/** Where the same was claimed before: by whom and in which year. */
export interface EarlierClaim {
  name: string;
  year: number;
}
export interface ClaimableEntry {
  claim: Omit<RecordClaim, "share">;
  earlier: EarlierClaim[];
}

/** What the fields of a form need from the policy and the page. */
export interface FieldContext {
  lists: List[];
  sheets: Sheet[];
  /** the rows that the center wrote, for a sheet that is scored */
  sheetItems?: SheetItems;
  /** stores a file and returns what the answer keeps of it */
  upload: (file: File) => Promise<FileValue>;
  /** entries of registers: those that can be claimed, or where those that are claimed had been claimed before */
  records?: {
    list?: (of: Collection) => Promise<ClaimableEntry[]>;
    earlier?: { [entry: string]: EarlierClaim[] };
  };
  /** where a stored file is fetched from */
  fileUrl?: (id: string) => string;
}

/** One control: it shows `value`, whatever its shape, and hands back a value of its kind; undefined clears it. */
export interface ControlProps {
  field: FormField;
  /** id of the control; empty inside a row, where `name` stands for the label */
  id: string;
  name: string;
  value: unknown;
  onChange: (value: unknown) => void;
  readOnly: boolean;
  context: FieldContext;
}

export const labelOf = (node: { key: string; label?: { zh: string } }): string => node.label?.zh ?? node.key;

export const textOf = (value: unknown): string =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : "";

export const listOf = <Item>(value: unknown): Item[] => (Array.isArray(value) ? (value as Item[]) : []);

/** A key that no row of the list has. */
export function freeKey(rows: readonly { key: string }[], prefix: string): string {
  let number = rows.length + 1;
  while (rows.some((row) => row.key === `${prefix}-${number}`)) number += 1;
  return `${prefix}-${number}`;
}

/** Leaves out what is undefined or an empty text. */
export const withoutEmpty = <Shape extends object>(value: Shape): Shape =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined && one !== "")) as Shape;
