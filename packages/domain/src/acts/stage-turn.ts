import type { Procedure, Stage } from "@yichuang/policy";
import type { CaseFacts } from "../contract/facts.ts";
import type { Ruling, Truth } from "../contract/verdict.ts";
import { evaluateCondition } from "../evaluate/condition.ts";
import type { World } from "../evaluate/world.ts";

/** A case with the order of its procedure. */
export interface InOrder {
  kase: CaseFacts;
  procedure: Procedure;
  world: World;
}

/** The condition of a stage that takes place only sometimes; undefined where it always does. */
export function rulingOfWhen({ procedure, world }: InOrder, stage: Stage): Ruling | undefined {
  if (stage.when === undefined) return undefined;
  return evaluateCondition(stage.when, world, `procedures/${procedure.key}/stages/${stage.key}/when`);
}

/** Whether a stage takes place in a case: unknown waits. One that holds in principle may have been waived. */
export function takesPlace(at: InOrder, stage: Stage): Truth {
  if (at.world.waiver(`procedures/${at.procedure.key}/stages/${stage.key}`)) return "false";
  return rulingOfWhen(at, stage)?.truth ?? "true";
}

export const isDone = ({ kase }: InOrder, stage: Stage): boolean =>
  kase.stages[stage.key]?.doneOn !== undefined;

/** Whether a stage has ended, or does not take place in this case. */
export const isOver = (at: InOrder, stage: Stage): boolean =>
  isDone(at, stage) || takesPlace(at, stage) === "false";

const stagesAfter = (at: InOrder, stage: Stage): Stage[] =>
  (stage.after ?? [])
    .map((key) => at.procedure.stages.find((other) => other.key === key))
    .filter((other) => other !== undefined);

/** The stages that a stage still waits for. One that does not take place stands for those before it. */
export function awaitedStages(at: InOrder, stage: Stage, seen: readonly string[] = []): Stage[] {
  const awaited = stagesAfter(at, stage)
    .filter((before) => !seen.includes(before.key) && !isDone(at, before))
    .flatMap((before) =>
      takesPlace(at, before) === "false" ? awaitedStages(at, before, [...seen, before.key]) : [before],
    );
  return [...new Set(awaited)];
}

/** All stages before one, directly or not. */
export function stagesBefore(procedure: Procedure, stage: Stage, seen: readonly string[] = []): Stage[] {
  const before = (stage.after ?? [])
    .filter((key) => !seen.includes(key))
    .map((key) => procedure.stages.find((other) => other.key === key))
    .filter((other) => other !== undefined);
  const known = [...seen, stage.key];
  return [...new Set([...before, ...before.flatMap((one) => stagesBefore(procedure, one, known))])];
}
