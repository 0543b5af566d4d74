import {
  BorderStyle,
  FrameAnchorType,
  FrameWrap,
  HorizontalPositionAlign,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
  VerticalPositionAlign,
  type IFrameOptions,
  type IParagraphOptions,
} from "docx";
import type { OfficialDocument } from "./official-document.ts";
import { printable } from "./printable.ts";
import { IMPRINT_LINE, SIZE_PT, TEXT_WIDTH_TWIPS, ptToTwips } from "./standard.ts";
import { ELEMENT_STYLES, exactly } from "./styles.ts";
import { BLANK, sayCopyTo, sayDate, widthOf } from "./words.ts";

const LETTER = ptToTwips(SIZE_PT.fourth);

/** The lower edge of the frame lies on that of the type area, on whatever page the document ends. */
const AT_FOOT: IFrameOptions = {
  type: "alignment",
  width: TEXT_WIDTH_TWIPS,
  wrap: FrameWrap.AROUND,
  anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.MARGIN },
  alignment: { x: HorizontalPositionAlign.LEFT, y: VerticalPositionAlign.BOTTOM },
};

type Line = Pick<IParagraphOptions, "indent" | "tabStops"> & { children: TextRun[] };

/** 7.4: 版记 at the foot of the last page, between full-width lines. Nothing where it is empty. */
export function imprint(document: OfficialDocument): Paragraph[] {
  const lines = [...copyTo(document), ...printed(document)];
  if (lines.length === 0) return [];
  const framed = lines.map(
    (line, index) =>
      new Paragraph({
        ...line,
        style: ELEMENT_STYLES.imprint,
        frame: AT_FOOT,
        border: borderOf(index, lines.length),
      }),
  );
  return [...framed, new Paragraph({ spacing: exactly(20) })];
}

const rule = (size: number) => ({ style: BorderStyle.SINGLE, size, color: "000000", space: 2 }) as const;

/** The outer lines are thicker; an inner line belongs to the paragraph above it. */
const borderOf = (index: number, of: number) => ({
  ...(index === 0 ? { top: rule(IMPRINT_LINE.outer) } : {}),
  bottom: rule(index === of - 1 ? IMPRINT_LINE.outer : IMPRINT_LINE.inner),
});

/** One character in; a second line begins below the first name. Blanks instead of indents keep the lines full width. */
function copyTo({ copyTo: bodies }: OfficialDocument): Line[] {
  if (bodies.length === 0) return [];
  const mark = `${BLANK}抄送：`;
  const hanging = widthOf(mark) * LETTER;
  return [{ children: [new TextRun(printable(`${mark}${sayCopyTo(bodies)}`))], indent: { left: hanging, hanging } }];
}

function printed({ printed: imprinted, on }: OfficialDocument): Line[] {
  if (imprinted === undefined) return [];
  const by = new TextRun(printable(`${BLANK}${imprinted.by}`));
  const day = new TextRun({ children: [new Tab(), `${sayDate(imprinted.on ?? on)}印发`] });
  return [{ children: [by, day], tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH_TWIPS - LETTER }] }];
}
