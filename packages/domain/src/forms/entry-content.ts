// What an entry of a register comes to: its name, what counts of it, and what makes it the same as another.
import {
  type FormField,
  IdentityValue,
  InstitutionValue,
  nameFieldOf,
  PersonValue,
  type Register,
  type Scalar,
} from "@yichuang/policy";
import type { EntryContent } from "../contract/events.ts";
import { isFilled } from "./filled.ts";

export type EntryAnswers = { [field: string]: unknown };

/** The content of an entry from what was written; fields that say nothing are left out. */
export function entryContent(register: Register, answers: EntryAnswers): EntryContent {
  const filled = register.fields.filter((field) => isFilled(field.kind, answers[field.key]));
  const pick = (personal: boolean): EntryAnswers =>
    Object.fromEntries(
      filled
        .filter((field) => (field.personal === true) === personal)
        .map((field) => [field.key, answers[field.key]]),
    );
  const name = nameFieldOf(register);
  const fingerprint = fingerprintOf(register, answers);
  return {
    title: name === undefined ? "" : wordsOf(answers[name.key]),
    answers: pick(false),
    personal: pick(true),
    attributes: entryAttributes(filled, answers),
    ...(fingerprint === undefined ? {} : { fingerprint }),
  };
}

function entryAttributes(fields: readonly FormField[], answers: EntryAnswers): EntryContent["attributes"] {
  const written = fields.flatMap((field) => {
    if (field.fact?.startsWith("it.") !== true) return [];
    const value = scalarsOf(field, answers[field.key]);
    return value === undefined ? [] : [[field.fact.slice("it.".length), value] as const];
  });
  return Object.fromEntries(written);
}

function scalarsOf(field: FormField, value: unknown): Scalar | Scalar[] | undefined {
  if (Array.isArray(value)) {
    return field.kind === "choice" ? value.filter((one: unknown) => typeof one === "string") : undefined;
  }
  if (typeof value === "number" || typeof value === "boolean") return value;
  const words = wordsOf(value);
  return words === "" ? undefined : words;
}

/** The words of an answer: a text, or the name of a person or an institution. */
function wordsOf(value: unknown): string {
  if (typeof value === "string") return value.trim();
  return PersonValue.safeParse(value).data?.name ?? InstitutionValue.safeParse(value).data?.name ?? "";
}

/**
 * What two entries of the same thing share, whoever entered them and in whatever register: the fields that the register
 * names, without regard to case, spaces and punctuation. Undefined where one of them is not filled.
 */
function fingerprintOf({ key, of, same }: Register, answers: EntryAnswers): string | undefined {
  if (same === undefined) return undefined;
  const parts = same.map((field) => {
    const value = answers[field];
    const sealed = IdentityValue.safeParse(value).data?.fingerprint;
    const plain = typeof value === "number" ? String(value) : wordsOf(value);
    return sealed ?? plain.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
  });
  return parts.includes("") ? undefined : [of ?? key, ...parts].join("|");
}
