import { CORE_FACTS, RECORD_FACTS, type CoreFact, type FactKind } from "../schema/core-facts.ts";
import { EVENT_KINDS } from "../schema/event-kind.ts";
import type { FieldKind, Form } from "../schema/forms.ts";
import type { Policy } from "../schema/policy.ts";
import type { Ref, Text } from "../schema/text.ts";
import type { Fact, List } from "../schema/vocabulary.ts";
import { findScale } from "./nodes.ts";

/** What a reference means in a policy: its kind, its words, and the lists of its items. */
export interface FactSort {
  kind: FactKind;
  label: Text;
  lists: List[];
}

const STAGE_FACTS: { readonly [attribute: string]: FactKind } = {
  opens: "date",
  closes: "date",
  "started-on": "date",
  "done-on": "date",
  "days-late": "number",
  score: "number",
  rank: "number",
  "rank-share": "number",
  chosen: "yes-no",
  verdict: "yes-no",
  grade: "item",
};

/** Resolves a reference; undefined where neither the platform nor the policy has such a fact. */
export function findFactSort(policy: Policy, ref: Ref): FactSort | undefined {
  if (ref.startsWith("that.")) return findFactSort(policy, `it.${ref.slice("that.".length)}`);
  const core = CORE_FACTS[ref];
  if (core !== undefined) return withScale(policy, ref, core);
  const [subject = "", first = "", second] = ref.split(".");
  if (subject === "stage") return stageFact(policy, first, second);
  if (subject === "application" && second !== undefined) return answer(policy, first, second);
  if (second !== undefined) return undefined;
  const own = policy.facts.find((fact) => fact.about === subject && fact.key === first);
  if (own !== undefined) return tenantFact(policy, own);
  if (subject === "it") return recordFact(policy, first) ?? centerFact(policy, first);
  return eventDate(subject, first);
}

/** A fact of the platform; a word that the policy has a scale for is an item of that scale. */
function withScale(policy: Policy, ref: Ref, core: CoreFact): FactSort {
  if (core.kind === "item") return { ...core, lists: scalesOf(policy, ref) };
  // records of several collections may have an attribute of one name, each with a scale of its own
  const scales = core.kind === "text" ? policy.lists.filter((list) => list.scales?.includes(ref)) : [];
  return scales.length === 0 ? { ...core, lists: [] } : { ...core, kind: "item", lists: scales };
}

function scalesOf(policy: Policy, ref: Ref): List[] {
  const scale = findScale(policy, ref);
  if (scale !== undefined) return [scale];
  if (ref.endsWith(".grade")) return gradeLists(policy);
  return ref.endsWith(".field") ? fieldLists(policy) : [];
}

/** The fields of whatever can be designated. */
const fieldLists = (policy: Policy): List[] =>
  policy.lists.filter((list) => policy.types.some(({ fields }) => fields === list.key));

const gradeLists = (policy: Policy): List[] =>
  policy.lists.filter((list) => policy.gradings.some((grading) => grading.list === list.key));

function stageFact(policy: Policy, stageKey: string, attribute = ""): FactSort | undefined {
  const kind = STAGE_FACTS[attribute];
  const stage = policy.procedures
    .flatMap((procedure) => procedure.stages)
    .find(({ key }) => key === stageKey);
  if (kind === undefined || stage === undefined) return undefined;
  const lists = attribute === "grade" ? gradeLists(policy) : [];
  return { kind, label: stage.label ?? { zh: stageKey, en: stageKey }, lists };
}

const KIND_OF_FIELD: Record<FieldKind, FactKind> = {
  text: "text",
  number: "number",
  money: "number",
  date: "date",
  choice: "item",
  "yes-no": "yes-no",
  file: "text",
  table: "text",
  person: "text",
  institution: "text",
  uscc: "text",
  identity: "text",
  phone: "text",
  email: "text",
  goals: "text",
  records: "text",
  sheet: "text",
  signature: "text",
};

function answer(policy: Policy, formKey: string, fieldKey: string): FactSort | undefined {
  const form: Form | undefined = policy.forms.find(({ key }) => key === formKey);
  const field = form?.sections.flatMap(({ fields }) => fields).find(({ key }) => key === fieldKey);
  if (field === undefined) return undefined;
  const lists = policy.lists.filter(({ key }) => key === field.list);
  return { kind: KIND_OF_FIELD[field.kind], label: field.label ?? { zh: fieldKey, en: fieldKey }, lists };
}

function tenantFact(policy: Policy, own: Fact): FactSort {
  return {
    kind: own.kind,
    label: own.label ?? { zh: own.key, en: own.key },
    lists: policy.lists.filter(({ key }) => key === own.list),
  };
}

function recordFact(policy: Policy, attribute: string): FactSort | undefined {
  const record = RECORD_FACTS[attribute];
  if (record === undefined) return undefined;
  const ref = `it.${attribute}`;
  const sort = withScale(policy, ref, record);
  return sort.kind === "text" ? { ...sort, lists: listsChosenFor(policy, ref) } : sort;
}

/** The lists that registers choose a text attribute of their entries from: their words are the attribute's words. */
function listsChosenFor(policy: Policy, ref: Ref): List[] {
  const chosen = policy.registers.flatMap((register) =>
    register.fields.flatMap((field) => (field.fact === ref ? [field.list] : [])),
  );
  return policy.lists.filter((list) => chosen.includes(list.key));
}

/** A designation carries the facts that its policy keeps about the center. */
function centerFact(policy: Policy, attribute: string): FactSort | undefined {
  const own = policy.facts.find((fact) => fact.about === "center" && fact.key === attribute);
  return own === undefined ? undefined : tenantFact(policy, own);
}

/** Every event kind gives a date: `center.inspected-on`, `case.decided-on`. */
function eventDate(subject: string, attribute: string): FactSort | undefined {
  const event = attribute.endsWith("-on") ? attribute.slice(0, -"-on".length) : "";
  const known = EVENT_KINDS.some((kind) => kind === event);
  if (!known || (subject !== "center" && subject !== "case")) return undefined;
  return {
    kind: "date",
    label: { zh: `最近一次“${event}”之日`, en: `the day of the last “${event}”` },
    lists: [],
  };
}
