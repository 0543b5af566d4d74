import type { OfficialDocument } from "../official/official-document.ts";
import { annexFaults, headFaults, orderFaults, ownLetterFaults } from "./element-faults.ts";
import { openDocx } from "./open-docx.ts";
import { gridFaults, letterFaults, pageNumberFaults, sheetFaults } from "./page-faults.ts";
import { textFaults } from "./text-faults.ts";

/** What is wrong with a file, as a person would say it. */
type DocxFault = string;

const CHECKS = [
  sheetFaults,
  gridFaults,
  letterFaults,
  pageNumberFaults,
  orderFaults,
  headFaults,
  ownLetterFaults,
  annexFaults,
] as const;

/**
 * The faults of a file against GB/T 9704-2012: its parts are there and well-formed, the sheet, the grid, the letters
 * and the page numbers are the standard's, the elements stand in its order, the annex is counted without a gap. With
 * `document` also that the file says what the document says. Empty where there are none.
 */
export async function checkOfficialDocx(
  bytes: Uint8Array,
  document?: OfficialDocument,
): Promise<DocxFault[]> {
  const docx = await openDocx(bytes);
  if ("faults" in docx) return docx.faults;
  return [
    ...CHECKS.flatMap((faults) => faults(docx)),
    ...(document === undefined ? [] : textFaults(docx, document)),
  ];
}
