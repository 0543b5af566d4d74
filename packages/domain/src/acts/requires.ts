import { getCondition } from "@yichuang/policy";
import type { NamedCondition, Text } from "@yichuang/policy";
import { ruleCondition } from "../evaluate/named.ts";
import { causeOf } from "../evaluate/value.ts";
import type { World } from "../evaluate/world.ts";
import type { StageScene } from "./scene.ts";
import type { Obstacle } from "./violation.ts";
import { clausesOfNodes, labelOf, refuse, wait } from "./violation.ts";

/** The named conditions that a stage requires, asked again at each stage (policy-model 6.2). */
export const checkRequires = (at: StageScene, world: World = at.world): Obstacle[] =>
  (at.stage.requires ?? []).flatMap((key) => checkCondition(at, key, world));

/** A condition binds only the types that it is for. */
function checkCondition(at: StageScene, key: string, world: World): Obstacle[] {
  const condition = getCondition(at.policy, key);
  if (at.root.kind === "center" && !condition.for.includes(at.root.type)) return [];
  return obstaclesOf(condition, { ...at, world });
}

/** What a named condition puts in the way of a stage that requires it. */
export function obstaclesOf(
  condition: NamedCondition,
  { policy, stage, procedure, world }: Pick<StageScene, "policy" | "stage" | "procedure" | "world">,
): Obstacle[] {
  const { key } = condition;
  const { ruling, effect } = ruleCondition(policy, key, world);
  const clauses = clausesOfNodes(policy, condition, stage, procedure);
  const force = condition.force ?? "mandatory";
  const about = { clauses, force, ruling, path: `conditions/${key}` };
  const name: Text = labelOf(condition);
  if (effect === "refused") {
    const waiver = force === "in-principle" ? condition.waiver : undefined;
    const waivable = waiver === undefined ? {} : { waivableBy: waiver.by.role };
    return [refuse("condition-false", { condition: name, said: ruling.said, ...waivable }, about)];
  }
  if (effect !== "pending") return [];
  const cause = causeOf(ruling);
  if (cause.open !== undefined) {
    const params = { asks: cause.open.asks, by: cause.open.by, per: cause.open.per };
    return [wait("open-value", params, { ...about, open: cause.open })];
  }
  const awaiting = cause.awaiting === undefined ? {} : { awaiting: cause.awaiting };
  return [wait("condition-pending", { condition: name, ...awaiting }, about)];
}
