import type { CaseFacts } from "../contract/facts.ts";
import { evaluateCondition } from "../evaluate/condition.ts";
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
    .filter((stage) => stageIsOver(at, stage) || hasItsTurn(at, stage))
    .flatMap((stage) => duesOfStage(stageAsked(at, stage)));
}

/** The first stage that has not ended; undefined at the end of a case. */
export const firstOpenStageOf = (at: CaseAsked): Stage | undefined =>
  at.procedure.stages.find((stage) => !stageIsOver(at, stage) && takesPlaceIn(at, stage));

const stageIsOver = ({ kase }: CaseAsked, stage: Stage): boolean =>
  kase.stages[stage.key]?.doneOn !== undefined;

function takesPlaceIn(at: CaseAsked, stage: Stage): boolean {
  if (stage.when === undefined) return true;
  const path = `procedures/${at.procedure.key}/stages/${stage.key}/when`;
  return evaluateCondition(stage.when, at.world, path).truth !== "false";
}

/** Everything before the stage has ended; what was sent back holds up everything behind it. */
function hasItsTurn(at: CaseAsked, stage: Stage): boolean {
  if (!takesPlaceIn(at, stage)) return false;
  return (stage.after ?? []).every((key) => {
    const before = at.procedure.stages.find((other) => other.key === key);
    return before === undefined || stageIsOver(at, before) || !takesPlaceIn(at, before);
  });
}
