import type { Key } from "@yichuang/policy";
import { getList } from "@yichuang/policy";
import type { NewEvent } from "../contract/events.ts";
import { yieldOf } from "./panel.ts";
import type { StageScene } from "./scene.ts";
import { restingOn, tell } from "./stage-act.ts";
import type { Obstacle } from "./violation.ts";
import { clausesOfNodes, labelOf, refuse } from "./violation.ts";

/** A decision that puts a case into a class, a layer or a support names one item of the policy's list. */
export function checkItem(at: StageScene, item: Key | undefined): Obstacle[] {
  const brought = yieldOf(at.stage, "place");
  if (brought === undefined) return [];
  const list = getList(at.policy, brought.list);
  const clauses = clausesOfNodes(at.policy, list, at.stage, at.procedure);
  if (item === undefined) {
    const params = { section: labelOf(at.stage), field: labelOf(list) };
    return [refuse("field-missing", params, { clauses, field: "item" })];
  }
  if (list.items.some((one) => one.key === item)) return [];
  return [refuse("field-invalid", { field: labelOf(list), fault: "choice" }, { clauses, field: "item" })];
}

export function placedBy(at: StageScene, item: Key | undefined): NewEvent[] {
  const brought = yieldOf(at.stage, "place");
  if (brought === undefined || item === undefined) return [];
  const { of, list } = brought;
  return [restingOn(tell(at, "placed", { of, list, item }), `lists/${list}/items/${item}`)];
}
