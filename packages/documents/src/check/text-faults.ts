import type { OfficialDocument } from "../official/official-document.ts";
import { printable } from "../official/printable.ts";
import { ELEMENT_STYLES, type ElementStyle } from "../official/styles.ts";
import { sayAddressees, sayDate, sayHeading, sayNumber } from "../official/words.ts";
import type { OpenedDocx } from "./open-docx.ts";
import { all, textOf, valueIn } from "./xml-tree.ts";

/** Words of the document that the file lacks or has otherwise: what was decided is what is printed. */
export function textFaults(docx: OpenedDocx, document: OfficialDocument): string[] {
  const found = new Map<string, string[]>();
  for (const line of all(docx.body, "w:p")) {
    const style = valueIn(line, "w:pStyle") ?? "";
    found.set(style, [...(found.get(style) ?? []), textOf(line)]);
  }
  const cells = document.annexes.flatMap(({ rows }) => rows.flat());
  const wanted: Partial<Record<ElementStyle, string[]>> = {
    heading: [sayHeading(document)],
    number: document.number === undefined ? [] : [sayNumber(document.number)],
    title: document.titleLines,
    addressees: [sayAddressees(document.addressees)],
    signature: document.signatures,
    date: [sayDate(document.on)],
    cell: cells,
  };
  return Object.entries(wanted).flatMap(([element, texts]) => {
    const expected = texts.map(printable).join("");
    const actual = (found.get(ELEMENT_STYLES[element as ElementStyle]) ?? []).join("");
    return actual === expected ? [] : [`${element} reads ${actual} instead of ${expected}`];
  });
}
