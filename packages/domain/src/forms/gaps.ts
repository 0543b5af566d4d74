// Everything that a form still lacks before it can be handed in, once, in the order of the form.
import {
  type Form,
  type FormField,
  type FormSection,
  getClauses,
  type Policy,
  type Text,
} from "@yichuang/policy";
import type { Answers } from "../contract/events.ts";
import type { Violation } from "../contract/verdict.ts";
import { evaluateCondition } from "../evaluate/condition.ts";
import type { World } from "../evaluate/world.ts";
import { faultsOf } from "./faults.ts";
import { isFilled } from "./filled.ts";

/** One field in its place, with what was answered. */
export interface FieldPlace {
  form: Form;
  section: FormSection;
  field: FormField;
  value: unknown;
  world: World;
  /** path of the field in the policy */
  path: string;
}

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

export const labelOf = (node: { key: string; label?: Text }): Text =>
  node.label ?? { zh: node.key, en: node.key };

/** A gap with its place in the form and the clauses that ask for the field. */
export function gap(place: FieldPlace, what: Pick<Violation, "code" | "params">): Violation {
  const { form, section, field, world, path } = place;
  return {
    ...what,
    clauses: clausesOf(world.policy, field, section, form),
    path,
    field: `${section.key}/${field.key}`,
  } as Violation;
}

function clausesOf(policy: Policy, ...nodes: { because?: string[] }[]) {
  const because = nodes.find((node) => node.because !== undefined && node.because.length > 0)?.because;
  return getClauses(policy, because);
}
