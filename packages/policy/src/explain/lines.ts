import type { Key } from "../schema/text.ts";
import type { Speaker } from "../wording/speaker.ts";
import { HEADINGS } from "./headings.ts";

/** A heading's words. */
export const word = ({ lang }: Speaker, name: keyof typeof HEADINGS): string => HEADINGS[name][lang];

/** The sections that a node rests on, as they stand behind it: （三（六））. */
export function sourceOf({ policy, lang }: Speaker, because: readonly Key[] | undefined): string {
  const clauses = (because ?? []).flatMap((key) => policy.clauses.find((clause) => clause.key === key) ?? []);
  const sections = [...new Set(clauses.map((clause) => clause.section))];
  if (sections.length === 0) return "";
  return lang === "zh" ? `（${sections.join("；")}）` : ` (${sections.join("; ")})`;
}

/** `name: value`, with the colon of the language. */
export const pair = (speaker: Speaker, name: keyof typeof HEADINGS, value: string): string =>
  `${word(speaker, name)}${speaker.lang === "zh" ? "：" : ": "}${value}`;

export const indent = (lines: readonly string[], by = 1): string[] =>
  lines.map((line) => `${"  ".repeat(by)}${line}`);

/** A heading with its lines below, or nothing where there are none. */
export const block = (speaker: Speaker, name: keyof typeof HEADINGS, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ["", word(speaker, name), ...indent(lines)];
