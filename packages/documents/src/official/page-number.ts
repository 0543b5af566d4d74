import { AlignmentType, Footer, PageNumber, Paragraph, TextRun } from "docx";
import { PAGE_MM, PAGE_NUMBER_GAP_MM, SIZE_PT, mmToTwips, ptToTwips } from "./standard.ts";
import { ELEMENT_STYLES } from "./styles.ts";

const LETTER = ptToTwips(SIZE_PT.fourth);

/** Distance of the footer from the lower edge of the sheet: half a letter below the dashes. */
export const FOOTER_TWIPS = mmToTwips(PAGE_MM.bottom - PAGE_NUMBER_GAP_MM) - LETTER / 2;

/** 7.5: 4号 figures between dashes, one character from the right on odd pages and from the left on even ones. */
const pageNumber = (side: "right" | "left"): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: ELEMENT_STYLES.pageNumber,
        alignment: side === "right" ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: { [side]: LETTER },
        children: [new TextRun({ children: ["— ", PageNumber.CURRENT, " —"] })],
      }),
    ],
  });

export const pageNumbers = (): { default: Footer; even: Footer } => ({
  default: pageNumber("right"),
  even: pageNumber("left"),
});
