// Everything that a form still lacks before it can be handed in, once, in the order of the form.
import type { Form, FormField, Register } from "@yichuang/policy";
import type { Answers } from "../contract/events.ts";
import type { Violation } from "../contract/verdict.ts";
import { evaluateCondition } from "../evaluate/condition.ts";
import { withRecord, type World } from "../evaluate/world.ts";
import { entryContent } from "./entry-content.ts";
import { faultsOf } from "./faults.ts";
import { type FieldPlace, gap, labelOf } from "./field-place.ts";
import { isFilled } from "./filled.ts";

/**
 * The gaps of a form: what is required and empty, too long, or of the wrong shape. Signatures are no gaps of the
 * draft; they are acts of their own. `world` answers conditional requirements (rulings of the same policy).
 */
export function gapsOf(form: Form, answers: Answers, world: World): Violation[] {
  return form.sections.flatMap((section) =>
    section.fields.flatMap((field) => {
      if (field.kind === "signature") return [];
      const path = `forms/${form.key}/sections/${section.key}/fields/${field.key}`;
      const value = answers[section.key]?.[field.key];
      return gapsOfField({ form, section, field, value, world, path });
    }),
  );
}

/** The gaps of an entry of a register; what it writes already holds while it is looked at (`it.…`). */
export function gapsOfEntry(
  register: Register,
  answers: { [field: string]: unknown },
  world: World,
): Violation[] {
  const section = { ...register, fields: register.fields };
  const form = { key: register.key, sections: [section] };
  const within = withRecord(world, entryContent(register, answers).attributes);
  const known = new Set(register.fields.map((field) => field.key));
  const unknown = Object.keys(answers).filter((key) => !known.has(key));
  const place = (field: FormField): FieldPlace => ({
    form,
    section,
    field,
    value: answers[field.key],
    world: within,
    path: `registers/${register.key}/fields/${field.key}`,
  });
  return [
    ...register.fields.flatMap((field) => gapsOfField(place(field))),
    ...unknown.map((key) =>
      gap(place({ key, kind: "text" }), {
        code: "field-invalid",
        params: { field: { zh: key, en: key }, fault: "unknown-field" },
      }),
    ),
  ];
}

function gapsOfField(place: FieldPlace): Violation[] {
  if (isFilled(place.field.kind, place.value)) return faultsOf(place);
  if (!isRequired(place)) return [];
  const { section, field } = place;
  const hint = field.hint === undefined ? {} : { hint: field.hint };
  return [
    gap(place, {
      code: "field-missing",
      params: { section: labelOf(section), field: labelOf(field), ...hint },
    }),
  ];
}

function isRequired({ field, world, path }: FieldPlace): boolean {
  if (field.required === undefined || typeof field.required === "boolean") return field.required === true;
  return evaluateCondition(field.required, world, `${path}/required`).truth === "true";
}
