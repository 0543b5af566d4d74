import type { JudgedCondition, Key, ListItem, Policy, Stage } from "@yichuang/policy";
import { getList } from "@yichuang/policy";
import { yieldOf } from "./panel.ts";
import type { StageScene } from "./scene.ts";

/** The conditions that a review is asked about. */
export const askedAt = (at: Pick<StageScene, "stage">): Key[] =>
  yieldOf(at.stage, "verdict")?.about ?? at.stage.requires ?? [];

/** A check that yields verdicts: who does it answers each of its conditions, without a panel. */
export const judgesAlone = (stage: Stage): boolean =>
  stage.does === "check" && (yieldOf(stage, "verdict")?.about ?? []).length > 0;

/** What was last answered at a stage to each condition that it is asked about; undefined where nobody has answered. */
export const answersAt = (at: Pick<StageScene, "stage" | "kase">) =>
  askedAt(at).map((condition) => ({
    condition,
    answer: at.kase.judgements.findLast(
      (judgement) => judgement.stage === at.stage.key && judgement.condition === condition,
    ),
  }));

/** The dimensions in which a judged condition is answered one by one; none where it is asked as a whole. */
export function dimensionsOf(policy: Policy, condition: Key): ListItem[] {
  const judged = judgedTest(policy, condition);
  return judged?.aspects === undefined ? [] : getList(policy, judged.aspects).items;
}

function judgedTest(policy: Policy, condition: Key): JudgedCondition | undefined {
  const test = policy.conditions.find((candidate) => candidate.key === condition)?.test;
  return test?.kind === "judged" ? test : undefined;
}
