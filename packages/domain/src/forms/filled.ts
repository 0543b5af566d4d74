// Whether an answer says anything at all, by the shape of its kind.
import { type FieldKind, IdentityValue } from "@yichuang/policy";

const hasWords = (value: unknown): boolean => typeof value === "string" && value.trim() !== "";
const hasEntries = (value: unknown): boolean => Array.isArray(value) && value.length > 0;
const named = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "name" in value && hasWords(value.name);

const FILLED: Record<FieldKind, (value: unknown) => boolean> = {
  text: hasWords,
  number: (value) => hasWords(value) || typeof value === "number",
  money: (value) => hasWords(value) || typeof value === "number",
  date: hasWords,
  choice: (value) => hasWords(value) || hasEntries(value),
  "yes-no": (value) => typeof value === "boolean",
  file: hasEntries,
  table: hasEntries,
  person: named,
  institution: (value) => hasWords(value) || named(value) || hasEntries(value),
  uscc: hasWords,
  identity: (value) => hasWords(value) || IdentityValue.safeParse(value).success,
  phone: hasWords,
  email: hasWords,
  goals: hasEntries,
  records: hasEntries,
  sheet: (value) =>
    typeof value === "object" &&
    value !== null &&
    Object.values(value).some(
      (rows: unknown) => hasEntries(rows) || hasWords(rows) || typeof rows === "number",
    ),
  signature: (value) => value !== undefined && value !== null,
};

export const isFilled = (kind: FieldKind, value: unknown): boolean => FILLED[kind](value);
