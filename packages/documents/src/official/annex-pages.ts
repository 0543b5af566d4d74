import {
  AlignmentType,
  BorderStyle,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
  type Paragraph,
} from "docx";
import { line } from "./lines.ts";
import { breakTitle } from "./break-title.ts";
import type { Annex, AnnexColumn, OfficialDocument } from "./official-document.ts";
import { LINE_TWIPS, TEXT_WIDTH_TWIPS } from "./standard.ts";
import { TITLE_LINE, exactly } from "./styles.ts";
import { sayAnnexMark } from "./words.ts";

/** 7.3.7: each annex on a page of its own, its mark in the first line, its title in the third. */
export const annexPages = ({ annexes }: OfficialDocument): (Paragraph | Table)[] =>
  annexes.flatMap((annex, index) => [
    line("annexMark", sayAnnexMark(index, annexes.length), { pageBreakBefore: true }),
    ...breakTitle(annex.title).map((text, at) =>
      line("annexTitle", text, at === 0 ? { spacing: exactly(TITLE_LINE, LINE_TWIPS) } : {}),
    ),
    line("body", ""),
    annexTable(annex),
  ]);

function columnWidths(columns: readonly AnnexColumn[]): number[] {
  const sum = columns.reduce((total, { width }) => total + width, 0);
  return columns.map(({ width }) => Math.floor((width / sum) * TEXT_WIDTH_TWIPS));
}

const side = { style: BorderStyle.SINGLE, size: 6, color: "000000" } as const;
const GRID = {
  top: side,
  bottom: side,
  left: side,
  right: side,
  insideHorizontal: side,
  insideVertical: side,
} as const;

/** The head is repeated on every page and no row is split. */
function annexTable({ columns, rows }: Annex): Table {
  const widths = columnWidths(columns);
  const cell = (paragraph: Paragraph, column: number): TableCell =>
    new TableCell({
      children: [paragraph],
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      margins: { top: 60, bottom: 60, left: 80, right: 80 },
    });
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ label }, column) => cell(line("cellHead", label), column)),
  });
  const bodyRows = rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: columns.map(({ align }, column) =>
          cell(
            line("cell", row[column] ?? "", align === "center" ? { alignment: AlignmentType.CENTER } : {}),
            column,
          ),
        ),
      }),
  );
  return new Table({
    width: { size: TEXT_WIDTH_TWIPS, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: GRID,
    rows: [head, ...bodyRows],
  });
}
