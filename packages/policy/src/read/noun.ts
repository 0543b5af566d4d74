import type { Policy } from "../schema/policy.ts";
import type { Text } from "../schema/text.ts";
import { wordFor } from "./words.ts";

/**
 * What a center of a type is called. The tenant's word for its centers may be the name, or a short name, of one type
 * only; then the others go by their own labels. A word that names no type stands for all.
 */
export function nounOfType(policy: Policy, type: string | undefined): Text {
  const noun = wordFor(policy, "center");
  const label = policy.types.find(({ key }) => key === type)?.label;
  const meant = typesMeant(policy, noun.zh);
  return label === undefined || meant.length === 0 || meant.includes(type ?? "") ? noun : label;
}

/** Types whose label is, or ends with, the word or another name for it. */
function typesMeant(policy: Policy, noun: string): string[] {
  const others = policy.words.find(({ concept }) => concept === "center")?.aka ?? [];
  const names = [noun, ...others];
  return policy.types
    .filter(({ label }) => names.some((name) => label?.zh.endsWith(name) === true))
    .map(({ key }) => key);
}
