import type { Clause } from "../schema/bodies.ts";
import type { Form } from "../schema/forms.ts";
import type { Grading } from "../schema/gradings.ts";
import type { NamedCondition, NamedMeasure } from "../schema/named.ts";
import type { Policy } from "../schema/policy.ts";
import type { Procedure } from "../schema/procedures.ts";
import type { Sheet } from "../schema/sheets.ts";
import type { Stage } from "../schema/stages.ts";
import type { Key } from "../schema/text.ts";
import type { CenterType, List, ListItem } from "../schema/vocabulary.ts";

/** A key that the policy does not have. Lint finds these before a version is published. */
export class UnknownNodeError extends Error {
  readonly path: string;
  constructor(path: string) {
    super(`the policy has no node at ${path}`);
    this.name = "UnknownNodeError";
    this.path = path;
  }
}

function get<T extends { key: Key }>(nodes: readonly T[], key: Key, place: string): T {
  const node = nodes.find((candidate) => candidate.key === key);
  if (node === undefined) throw new UnknownNodeError(`${place}/${key}`);
  return node;
}

export const getProcedure = (policy: Policy, key: Key): Procedure =>
  get(policy.procedures, key, "procedures");
export const getStage = (procedure: Procedure, key: Key): Stage =>
  get(procedure.stages, key, `procedures/${procedure.key}/stages`);
export const getForm = (policy: Policy, key: Key): Form => get(policy.forms, key, "forms");
export const getSheet = (policy: Policy, key: Key): Sheet => get(policy.sheets, key, "sheets");
export const getGrading = (policy: Policy, key: Key): Grading => get(policy.gradings, key, "gradings");
export const getList = (policy: Policy, key: Key): List => get(policy.lists, key, "lists");
export const getListItem = (list: List, key: Key): ListItem =>
  get(list.items, key, `lists/${list.key}/items`);
export const getCondition = (policy: Policy, key: Key): NamedCondition =>
  get(policy.conditions, key, "conditions");
export const getMeasure = (policy: Policy, key: Key): NamedMeasure => get(policy.measures, key, "measures");
export const getType = (policy: Policy, key: Key): CenterType => get(policy.types, key, "types");
export const getClause = (policy: Policy, key: Key): Clause => get(policy.clauses, key, "clauses");

/** The clauses of a node's `because`, in its order. */
export const getClauses = (policy: Policy, because: readonly Key[] = []): Clause[] =>
  because.map((key) => getClause(policy, key));

export const findProcedure = (policy: Policy, key: Key): Procedure | undefined =>
  policy.procedures.find((procedure) => procedure.key === key);
export const findStage = (procedure: Procedure, key: Key): Stage | undefined =>
  procedure.stages.find((stage) => stage.key === key);

/** The list whose items are the values of a core fact, for example of `host.grade`. */
export const findScale = (policy: Policy, ref: string): List | undefined =>
  policy.lists.find((list) => list.scales?.includes(ref));
