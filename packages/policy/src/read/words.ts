import type { Concept, PlatformConcept } from "../schema/concept.ts";
import type { Policy } from "../schema/policy.ts";
import type { Indicator } from "../schema/sheets.ts";
import type { Text } from "../schema/text.ts";
import { PLATFORM_WORDS } from "../wording/platform-words.ts";

export * from "./item-words.ts";

/** The platform's own word for a concept. */
export const platformWord = (concept: PlatformConcept): Text => PLATFORM_WORDS[concept];

/** The tenant's own word for a concept; the platform's where the tenant has none. */
export function wordFor(policy: Policy, concept: Concept): Text {
  const word = policy.words.find((candidate) => candidate.concept === concept);
  if (word?.label !== undefined) return word.label;
  if (isPlatformConcept(concept)) return PLATFORM_WORDS[concept];
  const key = concept.slice("indicator.".length);
  return (
    indicatorLabel(
      policy.sheets.flatMap((sheet) => sheet.items),
      key,
    ) ?? { zh: key, en: key }
  );
}

const isPlatformConcept = (concept: Concept): concept is PlatformConcept =>
  Object.hasOwn(PLATFORM_WORDS, concept);

function indicatorLabel(items: readonly Indicator[], key: string): Text | undefined {
  for (const item of items) {
    if (item.key === key && item.label !== undefined) return item.label;
    const below = indicatorLabel(item.items ?? [], key);
    if (below !== undefined) return below;
  }
  return undefined;
}

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
