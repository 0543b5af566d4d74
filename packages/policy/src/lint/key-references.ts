import type { FormField } from "../schema/forms.ts";
import type { Policy } from "../schema/policy.ts";
import type { Register } from "../schema/registers.ts";
import type { Indicator } from "../schema/sheets.ts";
import type { Procedure } from "../schema/procedures.ts";
import { isCases, isOpen, isReading, type Value } from "../schema/sorts.ts";
import type { Key } from "../schema/text.ts";
import { walk } from "../read/walk.ts";

/** A place that names another node by its key, and the keys that it may name. */
export interface KeyReference {
  path: string;
  key: Key;
  /** the list of the document that holds the target */
  target: string;
  known: readonly Key[];
}

const keysOf = (nodes: readonly { key: Key }[]): Key[] => nodes.map((node) => node.key);

/** Every reference by key in a document, in document order of its lists. */
export function keyReferences(policy: Policy): KeyReference[] {
  return [
    ...nodeReferences(policy),
    ...typeReferences(policy),
    ...policy.procedures.flatMap((procedure) => stageReferences(policy, procedure)),
    ...policy.forms.flatMap((form) =>
      form.sections.flatMap((section) => {
        const path = `forms/${form.key}/sections/${section.key}/fields`;
        return section.fields.flatMap((field) => fieldReferences(policy, field, path));
      }),
    ),
    ...policy.registers.flatMap((register) => registerReferences(policy, register)),
    ...listReferences(policy),
    ...consequenceReferences(policy),
    ...kindReferences(policy),
  ];
}

/** Where `key` is absent there is no reference. */
function reference(path: string, key: Key | undefined, target: Target): KeyReference[] {
  return key === undefined ? [] : [{ path, key, ...target }];
}

const all = (path: string, keys: readonly Key[] | undefined, target: Target) =>
  (keys ?? []).flatMap((key) => reference(path, key, target));

type Target = Pick<KeyReference, "target" | "known">;
const targetsOf = new WeakMap<object, Target>();

/** A list of the document as a target; its keys are gathered once. */
function to(
  policy: Policy,
  target:
    | "clauses"
    | "types"
    | "conditions"
    | "measures"
    | "forms"
    | "sheets"
    | "gradings"
    | "procedures"
    | "funding"
    | "promotions"
    | "lists"
    | "bodies"
    | "documents",
): Target {
  const nodes = policy[target];
  const before = targetsOf.get(nodes);
  if (before !== undefined) return before;
  const made = { target, known: keysOf(nodes) };
  targetsOf.set(nodes, made);
  return made;
}

const texts = (value: unknown): Key[] =>
  Array.isArray(value) ? value.filter((key: unknown) => typeof key === "string") : [];

/** References that any node can have: clauses, bodies, named conditions and measures, lists. */
function nodeReferences(policy: Policy): KeyReference[] {
  return walk(policy).flatMap(({ path, node }) => {
    const found: KeyReference[] = [];
    if ("because" in node) found.push(...all(`${path}/because`, texts(node.because), to(policy, "clauses")));
    if ("role" in node) {
      const named = [
        ...("body" in node ? texts([node.body]) : []),
        ...("with" in node ? texts(node.with) : []),
      ];
      found.push(...all(path, named, to(policy, "bodies")));
    }
    if (!("kind" in node)) return found;
    if (node.kind === "named" && "condition" in node) {
      found.push(...all(path, texts([node.condition]), to(policy, "conditions")));
    }
    if (node.kind === "named" && "measure" in node) {
      found.push(...all(path, texts([node.measure]), to(policy, "measures")));
    }
    if (node.kind === "judged") {
      const evidence = { target: "lists / forms", known: [...keysOf(policy.lists), ...keysOf(policy.forms)] };
      if ("aspects" in node) found.push(...all(path, texts([node.aspects]), to(policy, "lists")));
      if ("evidence" in node) found.push(...all(path, texts(node.evidence), evidence));
    }
    return found;
  });
}

function typeReferences(policy: Policy): KeyReference[] {
  const types = to(policy, "types");
  const bound = [
    "conditions",
    "caps",
    "sheets",
    "procedures",
    "consequences",
    "funding",
    "duties",
    "names",
  ] as const;
  return [
    ...bound.flatMap((list) =>
      policy[list].flatMap((node) => all(`${list}/${node.key}/for`, node.for, types)),
    ),
    ...policy.promotions.flatMap((node) => all(`promotions/${node.key}/from`, node.from, types)),
    ...policy.types.flatMap((node) => [
      ...all(`types/${node.key}/under`, node.under, types),
      ...reference(`types/${node.key}/fields`, node.fields, to(policy, "lists")),
    ]),
  ];
}

function stageReferences(policy: Policy, procedure: Procedure): KeyReference[] {
  const stages = { target: `procedures/${procedure.key}/stages`, known: keysOf(procedure.stages) };
  return procedure.stages.flatMap((stage) => {
    const path = `procedures/${procedure.key}/stages/${stage.key}`;
    const yielded = (stage.yields ?? []).flatMap((one) => {
      const at = `${path}/yields/${one.kind}`;
      switch (one.kind) {
        case "verdict":
          return all(at, one.about, to(policy, "conditions"));
        case "score":
          return all(at, plainKeys(one.sheet), to(policy, "sheets"));
        case "grade":
          return reference(at, one.grading, to(policy, "gradings"));
        case "place":
          return reference(at, one.list, to(policy, "lists"));
        case "rank":
          return [];
      }
    });
    return [
      ...all(`${path}/after`, stage.after, stages),
      ...all(`${path}/requires`, stage.requires, to(policy, "conditions")),
      ...reference(`${path}/form`, stage.form, to(policy, "forms")),
      ...yielded,
    ];
  });
}

/** Every plain key that a value can be. */
export function plainKeys(value: Value<Key> | undefined): Key[] {
  if (value === undefined || isOpen(value)) return [];
  if (isReading(value)) return [value.read];
  if (!isCases(value)) return [value];
  return [...value.cases.flatMap((one) => plainKeys(one.then)), ...plainKeys(value.otherwise)];
}

function fieldReferences(policy: Policy, field: FormField, above: string): KeyReference[] {
  const path = `${above}/${field.key}`;
  return [
    ...reference(`${path}/list`, field.list, to(policy, "lists")),
    ...reference(`${path}/sheet`, field.sheet, to(policy, "sheets")),
    ...(field.columns ?? []).flatMap((column) => fieldReferences(policy, column, `${path}/columns`)),
  ];
}

function registerReferences(policy: Policy, register: Register): KeyReference[] {
  const path = `registers/${register.key}`;
  const own = { target: `${path}/fields`, known: keysOf(register.fields) };
  return [
    ...all(`${path}/for`, register.for, to(policy, "types")),
    ...all(`${path}/claims/in`, register.claims?.in, to(policy, "procedures")),
    ...all(`${path}/same`, register.same, own),
    ...register.fields.flatMap((field) => fieldReferences(policy, field, `${path}/fields`)),
  ];
}

function listReferences(policy: Policy): KeyReference[] {
  const lists = to(policy, "lists");
  return [
    ...policy.clauses.flatMap((clause) =>
      reference(`clauses/${clause.key}/document`, clause.document, to(policy, "documents")),
    ),
    ...policy.facts.flatMap((fact) => reference(`facts/${fact.key}/list`, fact.list, lists)),
    ...policy.gradings.flatMap((grading) => reference(`gradings/${grading.key}/list`, grading.list, lists)),
    ...policy.duties.flatMap((duty) => reference(`duties/${duty.key}/form`, duty.form, to(policy, "forms"))),
    ...policy.lists.flatMap((list) => {
      const items = { target: `lists/${list.key}/items`, known: keysOf(list.items) };
      return list.items.flatMap((item) =>
        reference(`lists/${list.key}/items/${item.key}/under`, item.under, items),
      );
    }),
  ];
}

function consequenceReferences(policy: Policy): KeyReference[] {
  const supports = { target: "lists/…/items", known: policy.lists.flatMap((list) => keysOf(list.items)) };
  return policy.consequences.flatMap((consequence) => {
    const path = `consequences/${consequence.key}`;
    const effects = consequence.effects.flatMap((effect) => {
      const at = `${path}/effects/${effect.key}`;
      switch (effect.do) {
        case "start":
          return reference(at, effect.procedure, to(policy, "procedures"));
        case "support":
          return reference(at, effect.with, supports);
        case "recommend":
          return reference(at, effect.promotion, to(policy, "promotions"));
        case "money":
          return reference(at, effect.funding, to(policy, "funding"));
        case "bar":
          return all(at, effect.from, to(policy, "types"));
        default:
          return [];
      }
    });
    return [...all(`${path}/in`, consequence.in, to(policy, "procedures")), ...effects];
  });
}

/** Kinds of achievement and of evidence that a sheet or its items name: items of some list. */
function kindReferences(policy: Policy): KeyReference[] {
  const kinds = { target: "lists/…/items", known: policy.lists.flatMap((list) => keysOf(list.items)) };
  const below = (items: readonly Indicator[], above: string): KeyReference[] =>
    items.flatMap((item) => {
      const path = `${above}/${item.key}`;
      return [
        ...all(`${path}/about`, item.about, kinds),
        ...all(`${path}/evidence/kinds`, item.evidence?.kinds, kinds),
        ...below(item.items ?? [], `${path}/items`),
      ];
    });
  return policy.sheets.flatMap((sheet) => [
    ...all(`sheets/${sheet.key}/minor/kinds`, sheet.minor?.kinds, kinds),
    ...below(sheet.items, `sheets/${sheet.key}/items`),
  ]);
}
