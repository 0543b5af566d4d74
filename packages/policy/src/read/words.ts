import type { Concept, PlatformConcept } from "../schema/concept.ts";
import type { Policy } from "../schema/policy.ts";
import type { Indicator } from "../schema/sheets.ts";
import type { Text } from "../schema/text.ts";
import { PLATFORM_WORDS } from "../wording/platform-words.ts";

export * from "./item-words.ts";

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
