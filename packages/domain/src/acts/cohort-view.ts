// Cases of one year that are ranked or graded together, and centers that a campaign asks, as a screen shows them.
import type { Key, Policy } from "@yichuang/policy";
import type { Action } from "../contract/actions.ts";
import type { Decimal, Uuid } from "../contract/basics.ts";
import type { Decision, Env, PolicySet } from "../contract/decision.ts";
import type { CaseFacts, Facts, StageResult } from "../contract/facts.ts";
import type { Violation } from "../contract/verdict.ts";
import { upToDate, decide } from "./decide.ts";
import { cohortAt } from "./cohort-cases.ts";
import { campaignPlaces, isCampaign } from "./open-campaign.ts";
import { yieldOf } from "./panel.ts";
import { isAbsent, scoreStanding } from "./result-of-case.ts";
import { sceneOf } from "./scene.ts";

export interface CohortRow {
  case: Uuid;
  root: Uuid;
  title: string;
  unit: string;
  state: CaseFacts["state"];
  /** the day to take part has passed without it */
  absent: boolean;
  score?: Decimal;
  result?: StageResult;
  grade?: Key;
  lowered: NonNullable<CaseFacts["result"]>["lowered"];
}

interface Over {
  procedure: Key;
  stage: Key;
  year: number;
}

/** A stage at which a whole year's cases are looked at together, and what is done there. */
export interface CohortStage {
  procedure: Key;
  stage: Key;
  does: ("rank" | "grade")[];
}

export const cohortStages = (policy: Policy): CohortStage[] =>
  policy.procedures.flatMap((procedure) =>
    procedure.stages.flatMap((stage) => {
      const does = (["rank", "grade"] as const).filter(
        (kind) => yieldOf(stage, kind) !== undefined && (kind === "rank" || stage.does === "decide"),
      );
      return does.length === 0 ? [] : [{ procedure: procedure.key, stage: stage.key, does }];
    }),
  );

/** The cases as they stand, and what each act would bring about today if it were done now. */
export function cohortOf(
  policies: PolicySet,
  facts: Facts,
  { env, over, acts }: { env: Env; over: Over; acts: Extract<Action, { kind: "rank" | "grade" }>[] },
): { rows: CohortRow[]; outcomes: { act: "rank" | "grade"; decision: Decision }[] } {
  const scene = upToDate(sceneOf(policies, facts, env));
  const rows = cohortAt(scene, over).map((at): CohortRow => {
    const { kase, root } = at;
    const { score } = scoreStanding(at);
    const result = kase.results[over.stage];
    const grade = kase.result?.grade;
    return {
      case: kase.id,
      root: root.id,
      title: root.kind === "center" ? root.name : root.host.name,
      unit: root.host.name,
      state: kase.state,
      absent: isAbsent(at),
      lowered: kase.result?.lowered ?? [],
      ...(score === undefined ? {} : { score }),
      ...(result === undefined ? {} : { result }),
      ...(grade === undefined ? {} : { grade }),
    };
  });
  const outcomes = acts.map((action) => ({
    act: action.kind,
    decision: decide(policies, facts, { action, env }),
  }));
  return { rows, outcomes };
}

export interface CampaignRow {
  root: Uuid;
  title: string;
  unit: string;
  case?: Uuid;
  /** why it is not in; nothing where it would be opened */
  because: Violation[];
}

/** Everyone whom a campaign could ask: who is in, who would be, and who is not and why. */
export function campaignOf(
  policies: PolicySet,
  facts: Facts,
  { env, procedure, year }: { env: Env; procedure: Key; year: number },
): CampaignRow[] {
  const scene = upToDate(sceneOf(policies, facts, env));
  return campaignPlaces(scene, { procedure, year }).map(({ center, case: kase, obstacles }) => ({
    root: center.id,
    title: center.name,
    unit: center.host.name,
    because: obstacles.map(({ violation }) => violation),
    ...(kase === undefined ? {} : { case: kase.id }),
  }));
}

/** The procedures that the authority opens for a whole cohort. */
export const campaignsOf = (policy: Policy): Key[] =>
  policy.procedures.filter(isCampaign).map(({ key }) => key);
