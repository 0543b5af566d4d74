// Kleene's three-valued logic over plain truths.
import type { Truth } from "../contract/verdict.ts";

const NEGATED: Record<Truth, Truth> = { true: "false", false: "true", unknown: "unknown" };

export const negated = (truth: Truth): Truth => NEGATED[truth];

export const anyOf = (truths: readonly Truth[]): Truth => {
  if (truths.includes("true")) return "true";
  return truths.includes("unknown") ? "unknown" : "false";
};

export const allOf = (truths: readonly Truth[]): Truth => negated(anyOf(truths.map(negated)));

/** What several possible worlds agree on; unknown where they differ, or where there is none. */
export const agreedBy = (truths: readonly Truth[]): Truth => {
  const [first] = truths;
  return first !== undefined && truths.every((truth) => truth === first) ? first : "unknown";
};

/** At least `need` hold: true once enough do, false once enough cannot. */
export function atLeastOf(truths: readonly Truth[], need: number): Truth {
  const met = truths.filter((truth) => truth === "true").length;
  const possible = truths.filter((truth) => truth !== "false").length;
  return met >= need ? "true" : possible < need ? "false" : "unknown";
}
