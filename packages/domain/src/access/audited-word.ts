import { platformWord, type Text } from "@yichuang/policy";
import { CONCEPT_OF_ACT } from "../acts/act-words.ts";
import { adminActName } from "./admin-abilities.ts";

/** What was done, as the audit calls it: in the platform's own words, since the audit is the platform's and of no policy. */
export function auditedWord(action: string): Text {
  const concept = Object.entries(CONCEPT_OF_ACT).find(([act]) => act === action)?.[1];
  if (concept !== undefined) return platformWord(concept);
  return adminActName(action) ?? { zh: action, en: action };
}
