import type { JudgedCondition, Key, ListItem, Policy } from "@yichuang/policy";
import { getList } from "@yichuang/policy";
import { yieldOf } from "./panel.ts";
import type { StageScene } from "./scene.ts";

/** The conditions that a review is asked about. */
export const askedAt = (at: Pick<StageScene, "stage">): Key[] =>
  yieldOf(at.stage, "verdict")?.about ?? at.stage.requires ?? [];

/** The dimensions in which a judged condition is answered one by one; none where it is asked as a whole. */
export function dimensionsOf(policy: Policy, condition: Key): ListItem[] {
  const judged = judgedTest(policy, condition);
  return judged?.aspects === undefined ? [] : getList(policy, judged.aspects).items;
}

function judgedTest(policy: Policy, condition: Key): JudgedCondition | undefined {
  const test = policy.conditions.find((candidate) => candidate.key === condition)?.test;
  return test?.kind === "judged" ? test : undefined;
}
