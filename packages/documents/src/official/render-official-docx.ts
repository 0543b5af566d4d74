import { Document, Packer } from "docx";
import { annexPages } from "./annex-pages.ts";
import { draftMark } from "./draft-mark.ts";
import { fontTableXml } from "./fonts.ts";
import { imprint } from "./imprint.ts";
import { mainPart } from "./main-part.ts";
import type { OfficialDocument } from "./official-document.ts";
import { FOOTER_TWIPS, pageNumbers } from "./page-number.ts";
import { printable } from "./printable.ts";
import { redHeading } from "./red-heading.ts";
import { LINE_TWIPS, PAGE_MM, mmToTwips } from "./standard.ts";
import { DEFAULTS, paragraphStyles } from "./styles.ts";
import { isDraft } from "./words.ts";

const PAGE = {
  size: { width: mmToTwips(PAGE_MM.width), height: mmToTwips(PAGE_MM.height) },
  margin: {
    top: mmToTwips(PAGE_MM.top),
    bottom: mmToTwips(PAGE_MM.bottom),
    left: mmToTwips(PAGE_MM.left),
    right: mmToTwips(PAGE_MM.right),
    header: mmToTwips(15),
    footer: FOOTER_TWIPS,
  },
} as const;

/** The document as a .docx file laid out after GB/T 9704-2012; without a registered number it says 草稿 on every page. */
export async function renderOfficialDocx(document: OfficialDocument): Promise<Uint8Array> {
  const file = new Document({
    title: printable(document.titleLines.join("")),
    creator: printable(document.issuers.join("、")),
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: DEFAULTS }, paragraphStyles: paragraphStyles() },
    sections: [
      {
        properties: { page: PAGE, grid: { linePitch: LINE_TWIPS } },
        ...(isDraft(document) ? { headers: draftMark() } : {}),
        footers: pageNumbers(),
        children: [
          ...redHeading(document),
          ...mainPart(document),
          ...annexPages(document),
          ...imprint(document),
        ],
      },
    ],
  });
  const bytes = await Packer.toBuffer(file, undefined, [
    { path: "word/fontTable.xml", data: fontTableXml() },
  ]);
  return new Uint8Array(bytes);
}
