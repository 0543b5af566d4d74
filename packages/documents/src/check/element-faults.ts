import { findDocumentNumber } from "@yichuang/domain";
import { ELEMENT_STYLES, type ElementStyle } from "../official/styles.ts";
import type { OpenedDocx } from "./open-docx.ts";
import { all, first, textOf, valueIn, type XmlElement } from "./xml-tree.ts";

/** Elements that every document carries, in the order of GB/T 9704-2012 7.2 and 7.3. */
const ORDER: readonly ElementStyle[] = [
  "heading",
  "number",
  "title",
  "addressees",
  "body",
  "signature",
  "date",
];
/** Those that stand only where they are needed; the order holds for them too. */
const FULL_ORDER: readonly ElementStyle[] = [
  "heading",
  "number",
  "title",
  "addressees",
  "body",
  "attachments",
  "signature",
  "date",
  "note",
  "annexMark",
  "annexTitle",
  "imprint",
];

const stylesIn = (body: XmlElement): string[] => [
  ...new Set(all(body, "w:pStyle").flatMap(({ attributes }) => attributes["w:val"] ?? [])),
];

/** The paragraphs of an element. */
const linesOf = ({ body }: OpenedDocx, element: ElementStyle): XmlElement[] =>
  all(body, "w:p").filter((line) => valueIn(line, "w:pStyle") === ELEMENT_STYLES[element]);

const wordsOf = (docx: OpenedDocx, element: ElementStyle): string =>
  linesOf(docx, element).map(textOf).join("");

/** What is missing, empty, or stands before what it should follow. */
export function orderFaults(docx: OpenedDocx): string[] {
  const styles = stylesIn(docx.body);
  const missing = ORDER.filter((element) => !styles.includes(ELEMENT_STYLES[element]));
  if (missing.length > 0) return missing.map((element) => `${ELEMENT_STYLES[element]} is missing`);
  const empty = ORDER.filter((element) => element !== "number" && wordsOf(docx, element).trim() === "");
  const present = FULL_ORDER.filter((element) => styles.includes(ELEMENT_STYLES[element]));
  const wrong = present.filter((element, index) => {
    const before = present[index - 1];
    return (
      before !== undefined && styles.indexOf(ELEMENT_STYLES[element]) < styles.indexOf(ELEMENT_STYLES[before])
    );
  });
  return [
    ...empty.map((element) => `${ELEMENT_STYLES[element]} is empty`),
    ...wrong.map((element) => `${ELEMENT_STYLES[element]} stands too early`),
  ];
}

/**
 * 7.2.5, 7.2.7, 7.3.2: the number as it is written, the red line below it, the colon behind the addressees. Only a
 * draft has no number, and a numbered document is no draft.
 */
export function headFaults(docx: OpenedDocx): string[] {
  const [number] = linesOf(docx, "number");
  const rule = first(first(number, "w:pBdr"), "w:bottom")?.attributes["w:color"];
  const written = wordsOf(docx, "number");
  const registered = findDocumentNumber(written) !== undefined;
  return [
    ...(rule === "C00000" ? [] : ["the line below the number is not red"]),
    ...(registered || docx.draft ? [] : [`${written.trim() || "nothing"} is no number`]),
    ...(registered && docx.draft ? ["a numbered document is marked as a draft"] : []),
    ...(wordsOf(docx, "addressees").endsWith("：") ? [] : ["the addressees end without a colon"]),
  ];
}

/** Elements whose letters come from their style alone. */
const PLAIN: readonly ElementStyle[] = ["number", "title", "addressees", "body", "signature", "date", "cell"];

/** A run that sets its own letters would escape the check of the styles. */
export const ownLetterFaults = (docx: OpenedDocx): string[] =>
  PLAIN.filter((element) =>
    linesOf(docx, element).some((line) =>
      all(line, "w:r").some(
        (run) => first(run, "w:rFonts") !== undefined || first(run, "w:sz") !== undefined,
      ),
    ),
  ).map((element) => `${element} sets letters of its own`);

/** 7.3.4, 7.3.7: as many annexes as the body names, each on a page of its own, its rows counted without a gap. */
export function annexFaults(docx: OpenedDocx): string[] {
  const marks = linesOf(docx, "annexMark");
  const named = linesOf(docx, "attachments").length;
  const tables = all(docx.body, "w:tbl").filter((table) =>
    all(table, "w:pStyle").some(({ attributes }) => attributes["w:val"] === ELEMENT_STYLES.cellHead),
  );
  return [
    ...(marks.length === named ? [] : [`${named} annexes are named and ${marks.length} are there`]),
    ...marks.flatMap((mark) =>
      first(mark, "w:pageBreakBefore") === undefined ? ["an annex begins on no page of its own"] : [],
    ),
    ...tables.flatMap(tableFaults),
  ];
}

const cellsOf = (row: XmlElement): string[] => all(row, "w:tc").map(textOf);

function tableFaults(table: XmlElement): string[] {
  const [head, ...rows] = all(table, "w:tr");
  const columns = head === undefined ? 0 : cellsOf(head).length;
  return [
    ...(first(head, "w:tblHeader") === undefined ? ["the head of a table is not repeated"] : []),
    ...rows.flatMap((row, index) => {
      const found = cellsOf(row);
      if (found.length !== columns)
        return [`row ${index + 1} has ${found.length} cells instead of ${columns}`];
      return found[0] === String(index + 1) ? [] : [`row ${index + 1} is counted ${found[0]}`];
    }),
  ];
}
