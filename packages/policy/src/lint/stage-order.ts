import type { Procedure } from "../schema/procedures.ts";
import type { Stage } from "../schema/stages.ts";
import type { Key } from "../schema/text.ts";

/** Every stage that comes before a stage, by `after`, directly or through others. */
export function stagesBefore(procedure: Procedure, stage: Stage): Set<Key> {
  const before = new Set<Key>();
  const open = [...(stage.after ?? [])];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (before.has(key)) continue;
    before.add(key);
    open.push(...(procedure.stages.find((candidate) => candidate.key === key)?.after ?? []));
  }
  return before;
}
