import {
  BorderStyle,
  OverlapType,
  Paragraph,
  RelativeVerticalPosition,
  Tab,
  TabStopType,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { line } from "./lines.ts";
import type { OfficialDocument } from "./official-document.ts";
import { IMPRINT_LINE, PAGE_MM, SIZE_PT, TEXT_WIDTH_TWIPS, mmToTwips, ptToTwips } from "./standard.ts";
import { printable } from "./printable.ts";
import { NO_BORDERS } from "./red-heading.ts";
import { ELEMENT_STYLES, exactly } from "./styles.ts";
import { sayCopyTo, sayDate, widthOf } from "./words.ts";

const SMALL = ptToTwips(SIZE_PT.fourth);
const rule = (size: number) => ({ style: BorderStyle.SINGLE, size, color: "000000" }) as const;

/** 7.4: 版记 at the foot of the last page, its last line on the lower edge of the type area. Nothing where it is empty. */
export function imprint(document: OfficialDocument): (Paragraph | Table)[] {
  const rows = [...copyTo(document), ...printed(document)];
  if (rows.length === 0) return [];
  const table = new Table({
    width: { size: TEXT_WIDTH_TWIPS, type: WidthType.DXA },
    columnWidths: [TEXT_WIDTH_TWIPS],
    layout: TableLayoutType.FIXED,
    margins: { left: 0, right: 0 },
    borders: NO_BORDERS,
    float: {
      // measured from the sheet: LibreOffice lets only such a table float
      horizontalAnchor: TableAnchorType.PAGE,
      absoluteHorizontalPosition: mmToTwips(PAGE_MM.left),
      verticalAnchor: TableAnchorType.MARGIN,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
      overlap: OverlapType.NEVER,
    },
    rows: rows.map((paragraph, index) =>
      imprintRow(paragraph, { first: index === 0, last: index === rows.length - 1 }),
    ),
  });
  return [thin(), table, thin()];
}

/** Keeps the table apart from an annex's before it, with which a word processor would join it. */
const thin = (): Paragraph => new Paragraph({ spacing: exactly(20) });

const imprintRow = (paragraph: Paragraph, at: { first: boolean; last: boolean }): TableRow =>
  new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        children: [paragraph],
        width: { size: TEXT_WIDTH_TWIPS, type: WidthType.DXA },
        margins: { left: SMALL, right: SMALL, top: 20, bottom: 20 },
        borders: {
          top: rule(at.first ? IMPRINT_LINE.outer : IMPRINT_LINE.inner),
          bottom: rule(at.last ? IMPRINT_LINE.outer : IMPRINT_LINE.inner),
        },
      }),
    ],
  });

/** A second line begins below the first name. */
const copyTo = ({ copyTo: bodies }: OfficialDocument): Paragraph[] => {
  if (bodies.length === 0) return [];
  const hanging = widthOf("抄送：") * SMALL;
  return [line("imprint", `抄送：${sayCopyTo(bodies)}`, { indent: { left: hanging, hanging } })];
};

const printed = ({ printed: by, on }: OfficialDocument): Paragraph[] =>
  by === undefined
    ? []
    : [
        new Paragraph({
          style: ELEMENT_STYLES.imprint,
          tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH_TWIPS - 2 * SMALL }],
          children: [
            new TextRun(printable(by.by)),
            new TextRun({ children: [new Tab(), `${sayDate(by.on ?? on)}印发`] }),
          ],
        }),
      ];
