// One field in its place, and a gap that names it.
import {
  type Form,
  type FormField,
  type FormSection,
  getClauses,
  type Policy,
  type Text,
} from "@yichuang/policy";
import type { Violation } from "../contract/verdict.ts";
import type { World } from "../evaluate/world.ts";

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
