import type { Form } from "@yichuang/policy";
import type { Answers } from "../contract/events.ts";

/** Answers of a form without those that are personal. */
export function impersonal(form: Form, answers: Answers): Answers {
  const kept: Answers = {};
  for (const section of form.sections) {
    const fields = section.fields.filter((field) => field.personal !== true);
    const given = fields
      .map((field) => [field.key, answers[section.key]?.[field.key]] as const)
      .filter(([, value]) => value !== undefined);
    kept[section.key] = Object.fromEntries(given);
  }
  return kept;
}
