import type { Catalogue, NetworkWords } from "./catalogue.ts";
import { catalogueOf } from "./speaker.ts";
import type { Lang } from "./lang.ts";
import type { Violation, ViolationCode } from "./violations.ts";

/** Why an act is refused or pending, and what makes it possible: one sentence. */
export const sayViolation = (lang: Lang, violation: Violation): string =>
  fill(catalogueOf(lang).violations, violation);

const fill = <C extends ViolationCode>(templates: Catalogue["violations"], violation: Violation<C>): string =>
  templates[violation.code](violation.params);

/** Why a center is marked in its network: one sentence. */
export const sayStrain = <K extends keyof NetworkWords>(
  lang: Lang,
  kind: K,
  words: NetworkWords[K],
): string => catalogueOf(lang).network[kind](words);
