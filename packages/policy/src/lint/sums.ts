import type { Duty } from "../schema/duties.ts";
import type { Policy } from "../schema/policy.ts";
import { unread } from "../schema/sorts.ts";
import type { PolicyProblem } from "../parse/problem.ts";
import { sumOf } from "./decimals.ts";
import { errorAt } from "./finding.ts";

/** Where a text says that a target is the sum of others, the numbers must agree; the others are there. */
export const sums = (policy: Policy): PolicyProblem[] =>
  policy.duties.flatMap((duty) => (duty.parts === undefined ? [] : wrongSum(policy, duty, duty.parts)));

function wrongSum(policy: Policy, duty: Duty, parts: readonly string[]): PolicyProblem[] {
  const path = `duties/${duty.key}/parts`;
  const strangers = parts.filter((key) => !policy.duties.some((other) => other.key === key));
  if (strangers.length > 0 || parts.includes(duty.key)) {
    return [
      errorAt("sums", {
        path,
        zh: `没有可以相加的目标“${(strangers.length > 0 ? strangers : [duty.key]).join("、")}”`,
        en: `there is no target to add: ${(strangers.length > 0 ? strangers : [duty.key]).join(", ")}`,
        mendZh: "请写其他目标的 key",
        mendEn: "name the keys of other targets",
      }),
    ];
  }
  const total = targetOf(duty);
  const added = policy.duties.filter(({ key }) => parts.includes(key)).map(targetOf);
  const numbers = added.filter((number) => number !== undefined);
  if (total === undefined || numbers.length < added.length) return [];
  const sum = sumOf(numbers);
  if (sum === total) return [];
  return [
    errorAt("sums", {
      path,
      zh: `各部分合计 ${sum}，目标是 ${total}`,
      en: `the parts add up to ${sum}, the target is ${total}`,
      mendZh: "请核对原文的数字",
      mendEn: "check the numbers against the text",
    }),
  ];
}

/** The number that a target must reach; undefined where it is open, chosen by cases, or no number. */
function targetOf({ must }: Duty): number | undefined {
  if (must.kind !== "compare" || must.than === undefined || Array.isArray(must.than)) return undefined;
  const { than } = must;
  if (typeof than === "object" && ("kind" in than || "from" in than)) return undefined;
  const plain = unread(than);
  return typeof plain === "number" ? plain : undefined;
}
