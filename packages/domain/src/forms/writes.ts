// Facts that a form's answers write: fields with `fact`.
import {
  type Form,
  type FormField,
  GoalValue,
  InstitutionValue,
  PersonValue,
  type Scalar,
} from "@yichuang/policy";
import type { Answers, Goal } from "../contract/events.ts";
import { isFilled } from "./filled.ts";
import { parseAll } from "./parse-all.ts";

/** Facts by reference. Facts of the platform (`host.uscc`, `center.host`) are kept by the registry and not written. */
export function writesOf(form: Form, answers: Answers): { [ref: string]: Scalar | PersonValue } {
  const writes: { [ref: string]: Scalar | PersonValue } = {};
  for (const section of form.sections) {
    for (const field of section.fields) {
      const value = answers[section.key]?.[field.key];
      if (field.fact === undefined || !isFilled(field.kind, value)) continue;
      const written = valueOf(field, value);
      if (written !== undefined) writes[field.fact] = written;
    }
  }
  return writes;
}

function valueOf(field: FormField, value: unknown): Scalar | PersonValue | undefined {
  if (field.kind === "person") return PersonValue.safeParse(value).data;
  if (field.kind === "institution") return InstitutionValue.safeParse(value).data?.name ?? textOf(value);
  return typeof value === "number" || typeof value === "boolean" ? value : textOf(value);
}

const textOf = (value: unknown): string | undefined => (typeof value === "string" ? value.trim() : undefined);

/** The goals that a form's answers hold, in their order. */
export function goalsOf(form: Form, answers: Answers): Goal[] | undefined {
  for (const section of form.sections) {
    for (const field of section.fields) {
      if (field.kind !== "goals") continue;
      const goals = parseAll(GoalValue, answers[section.key]?.[field.key]);
      if (goals !== undefined) return goals;
    }
  }
  return undefined;
}
