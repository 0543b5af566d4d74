import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import { line } from "./lines.ts";
import type { OfficialDocument } from "./official-document.ts";
import { printable } from "./printable.ts";
import {
  HEADING_TOP_MM,
  PAGE_MM,
  RED,
  RED_LINE_GAP_MM,
  TEXT_WIDTH_TWIPS,
  mmToTwips,
  ptToTwips,
} from "./standard.ts";
import { ELEMENT_STYLES, exactly } from "./styles.ts";
import { sayHeading, sayNumber, widthOf } from "./words.ts";

const LINE_PT = (PAGE_MM.textWidth / 25.4) * 72;
/** Letters of the heading in points: as large as the line allows, and narrowed before they get small. */
const LARGEST = 52;
const TALL = 42;
const SMALLEST = 22;
const NARROWEST = 0.66;

/** Size in points and horizontal scale in percent of a heading that must fit into one line. */
function headingSize(characters: number): { pt: number; scale: number } {
  const square = LINE_PT / Math.max(characters, 1);
  if (square >= TALL) return { pt: Math.min(LARGEST, Math.floor(square)), scale: 100 };
  const pt = Math.max(SMALLEST, Math.min(TALL, Math.floor(square / NARROWEST)));
  return { pt, scale: Math.max(Math.floor(NARROWEST * 100), Math.floor((square / pt) * 100)) };
}

const redRun = (text: string, { pt, scale }: { pt: number; scale: number }): TextRun =>
  new TextRun({ text: printable(text), size: pt * 2, scale });

/** 发文机关标志, 发文字号 and the red line below them (7.2.4, 7.2.5, 7.2.7). */
export function redHeading(document: OfficialDocument): (Paragraph | Table)[] {
  const heading = document.issuers.length > 1 ? jointHeading(document) : [soleHeading(document)];
  return [...heading, numberLine(document)];
}

function soleHeading(document: OfficialDocument): Paragraph {
  const text = sayHeading(document);
  return new Paragraph({
    style: ELEMENT_STYLES.heading,
    children: [redRun(text, headingSize(widthOf(text)))],
  });
}

/** Several issuers stand below each other, the word 文件 beside them at half their height. */
function jointHeading(document: OfficialDocument): (Paragraph | Table)[] {
  const size = headingSize(Math.max(...document.issuers.map(widthOf)) + widthOf(document.headingWord) + 1);
  const wordWidth = Math.round(
    ptToTwips(size.pt) * (size.scale / 100) * (widthOf(document.headingWord) + 0.5),
  );
  const inCell = { style: ELEMENT_STYLES.heading, spacing: exactly(ptToTwips(size.pt * 1.3)) };
  const names = document.issuers.map(
    (name) =>
      new Paragraph({ ...inCell, alignment: AlignmentType.DISTRIBUTE, children: [redRun(name, size)] }),
  );
  const word = new Paragraph({ ...inCell, children: [redRun(document.headingWord, size)] });
  const table = new Table({
    width: { size: TEXT_WIDTH_TWIPS, type: WidthType.DXA },
    columnWidths: [TEXT_WIDTH_TWIPS - wordWidth, wordWidth],
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    rows: [new TableRow({ children: [cell(names, TEXT_WIDTH_TWIPS - wordWidth), cell([word], wordWidth)] })],
  });
  const room = new Paragraph({ spacing: exactly(mmToTwips(HEADING_TOP_MM)) });
  return [room, table];
}

const cell = (children: Paragraph[], width: number): TableCell =>
  new TableCell({
    children,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
  });

const none = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
export const NO_BORDERS = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
} as const;

const pointsOf = (mm: number): number => Math.round((mm / 25.4) * 72);

/** The red line is the number's lower border: it cannot part from it. */
const numberLine = ({ number }: OfficialDocument): Paragraph =>
  line("number", number === undefined ? "" : sayNumber(number), {
    border: {
      bottom: { style: BorderStyle.SINGLE, size: 12, color: RED, space: pointsOf(RED_LINE_GAP_MM) },
    },
  });
