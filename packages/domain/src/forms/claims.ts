// What a dossier claims of registers: the answers of its `records` fields.
import { type Collection, type Form, type FormField, RecordClaim } from "@yichuang/policy";
import type { Answers } from "../contract/events.ts";
import { parseAll } from "./parse-all.ts";

export interface FieldClaims {
  section: string;
  field: FormField & { of: Collection };
  claims: RecordClaim[];
}

/** The claims of each `records` field, in the order of the form; a field that claims nothing is one of them. */
export const claimsIn = (form: Form, answers: Answers): FieldClaims[] =>
  form.sections.flatMap((section) =>
    section.fields.flatMap((field) => {
      if (field.kind !== "records" || field.of === undefined) return [];
      const claims = parseAll(RecordClaim, answers[section.key]?.[field.key]) ?? [];
      return [{ section: section.key, field: { ...field, of: field.of }, claims }];
    }),
  );
