import type { Policy } from "../schema/policy.ts";
import type { PolicyProblem } from "../parse/problem.ts";
import { walk } from "../read/walk.ts";
import { errorAt } from "./finding.ts";

/** Only what holds in principle can be waived, and a named condition has one force. */
export function waivers(policy: Policy): PolicyProblem[] {
  const unwaivable = walk(policy)
    .filter(({ node }) => "waiver" in node && !("force" in node && node.force === "in-principle"))
    .map(({ path }) =>
      errorAt("waivers", {
        path: `${path}/waiver`,
        zh: "不是“原则上”的规定，不能豁免",
        en: "only what holds in principle can be waived",
        mendZh: "请把 force 写成 in-principle，或者删去 waiver",
        mendEn: "set force to in-principle, or remove the waiver",
      }),
    );
  const leaves = policy.conditions.flatMap((condition) => {
    const path = `conditions/${condition.key}/test`;
    const inner = walk(condition.test).map(({ node, path: below }) => ({
      node,
      path: `${path}/${below}`,
    }));
    return [{ node: condition.test, path }, ...inner].filter(({ node }) => "force" in node).map(twoForces);
  });
  return [...unwaivable, ...leaves];
}

const twoForces = ({ path }: { path: string }): PolicyProblem =>
  errorAt("waivers", {
    path: `${path}/force`,
    zh: "具名条件只有一个强度，里层不能再写",
    en: "a named condition has one force; its parts have none",
    mendZh: "请把强度写在具名条件上",
    mendEn: "put the force on the named condition",
  });
