import type { Condition, Measure, Scalar } from "@yichuang/policy";

// Short forms, so that the policy below can be read at a glance.

export const named = (zh: string, en: string) => ({ label: { zh, en }, because: ["rule"] });
export const fact = (ref: string): Measure => ({ kind: "fact", fact: ref });

type Is = "equal" | "at-least" | "at-most" | "more-than" | "less-than" | "one-of";
export const compare = (of: Measure, is: Is, than: Scalar | Scalar[]): Condition => ({
  kind: "compare",
  of,
  is,
  than,
});
export const when = (ref: string, is: Is, than: Scalar | Scalar[]): Condition => compare(fact(ref), is, than);

/** Records of a collection of which this holds. */
export const count = (
  of: "findings" | "evaluations" | "reports" | "designations",
  where: Condition,
): Measure => ({
  kind: "tally",
  of,
  by: "count",
  where,
});
