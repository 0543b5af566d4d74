// The small sentences that the standard itself prescribes.
import type { CalendarDate } from "@yichuang/policy";
import type { DocumentNumber, OfficialDocument } from "./official-document.ts";

/** An em space of the width of one Chinese character. */
const BLANK = "\u3000";

/** `示卫发〔2026〕12号`; a draft keeps the place of its serial empty (GB/T 9704 7.2.5: no leading zero, no 第). */
export const sayNumber = ({ code, year, serial }: DocumentNumber): string =>
  `${code}〔${year}〕${serial ?? BLANK.repeat(2)}号`;

/** `2026年10月20日` (7.3.5.4: Arabic figures, no leading zero); a draft without a day leaves room for it. */
export function sayDate(on: CalendarDate | undefined): string {
  if (on === undefined) return `${BLANK.repeat(2)}年${BLANK}月${BLANK}日`;
  const [year, month, day] = on.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}

/** 附件说明 line by line: one annex has no figure, several are counted. */
export const sayAttachments = (names: readonly string[]): string[] =>
  names.length === 1
    ? [`附件：${names[0]}`]
    : names.map((name, index) => `${index === 0 ? "附件：" : ""}${index + 1}.${name}`);

/** The mark in the first line of an annex. */
export const sayAnnexMark = (index: number, of: number): string => (of === 1 ? "附件" : `附件${index + 1}`);

export const sayAddressees = (addressees: readonly string[]): string => `${addressees.join("，")}：`;

export const sayCopyTo = (bodies: readonly string[]): string => `${bodies.join("，")}。`;

/** A document is a draft until its number is registered. */
export const isDraft = (document: OfficialDocument): boolean => document.number?.serial === undefined;

/** The red heading as one text. */
export const sayHeading = (document: OfficialDocument): string =>
  `${document.issuers.join("")}${document.headingWord}`;

/** Width in characters of the body: figures and Latin letters take half a place. */
export const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + (/[ -~]/.test(character) ? 0.5 : 1), 0);
