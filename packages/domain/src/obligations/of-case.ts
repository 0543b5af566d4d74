import type { CaseFacts } from "../contract/facts.ts";
import { awaitedStages, isDone, isOver, takesPlace } from "../acts/stage-turn.ts";
import type { Stage } from "@yichuang/policy";
import type { Asking, Due } from "./due.ts";
import { caseAsked } from "./place.ts";
import type { CaseAsked } from "./place.ts";
import { duesOfStage, stageAsked } from "./of-stage.ts";

/** What is due in one case: at stages that have ended, and at those whose turn has come. */
export function duesOfCase(asking: Asking, kase: CaseFacts): Due[] {
  const at = caseAsked(asking, kase);
  if (at === undefined) return [];
  return at.procedure.stages
    .filter((stage) => isDone(at, stage) || hasItsTurn(at, stage))
    .flatMap((stage) => duesOfStage(stageAsked(at, stage)));
}

/** The first stage that has not ended; undefined at the end of a case. */
export const firstOpenStageOf = (at: CaseAsked): Stage | undefined =>
  at.procedure.stages.find((stage) => !isOver(at, stage));

/** Everything before the stage has ended; what was sent back holds up everything behind it. */
const hasItsTurn = (at: CaseAsked, stage: Stage): boolean =>
  takesPlace(at, stage) !== "false" && awaitedStages(at, stage).length === 0;
