import type { Text } from "../schema/text.ts";

/** A language of the sentences. */
export type Lang = keyof Text;

/** The languages that every sentence exists in. */
export const LANGS: readonly Lang[] = ["zh", "en"];

/** Joins words with the space that stands between Chinese and digits or Latin letters. */
export function spaced(text: string): string {
  return text
    .replace(/(\p{Script=Han})(?=[0-9A-Za-z])/gu, "$1 ")
    .replace(/([0-9A-Za-z%])(?=\p{Script=Han})/gu, "$1 ");
}
