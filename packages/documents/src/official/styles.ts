// One paragraph style per element of the standard: the file stays editable, and the check reads elements by style.
import { AlignmentType, LineRuleType, type IParagraphStyleOptions } from "docx";
import { FONTS } from "./fonts.ts";
import {
  CHARACTER_TWIPS,
  HEADING_TOP_MM,
  LINE_TWIPS,
  RED,
  SIZE_PT,
  TRACKING_TWIPS,
  mmToTwips,
  ptToTwips,
} from "./standard.ts";

/** Style of each element, in the order in which the standard has them follow each other. */
export const ELEMENT_STYLES = {
  heading: "OfficialHeading",
  number: "OfficialNumber",
  title: "OfficialTitle",
  addressees: "OfficialAddressees",
  body: "OfficialBody",
  firstLevel: "OfficialFirstLevel",
  secondLevel: "OfficialSecondLevel",
  attachments: "OfficialAttachments",
  signature: "OfficialSignature",
  date: "OfficialDate",
  note: "OfficialNote",
  annexMark: "OfficialAnnexMark",
  annexTitle: "OfficialAnnexTitle",
  cellHead: "OfficialCellHead",
  cell: "OfficialCell",
  imprint: "OfficialImprint",
  pageNumber: "OfficialPageNumber",
} as const;
export type ElementStyle = keyof typeof ELEMENT_STYLES;

const halfPoints = (pt: number): number => pt * 2;

/** Spacing of a line of exactly that height; in twips. */
export const exactly = (line: number, before = 0) =>
  ({ line, lineRule: LineRuleType.EXACT, before, after: 0 }) as const;

/** Line spacing of the title: its letters are larger than a line of the body. */
export const TITLE_LINE = ptToTwips(34);
const CELL_LINE = ptToTwips(22);

const body = { font: FONTS.body, size: halfPoints(SIZE_PT.third), characterSpacing: TRACKING_TWIPS };
const small = { font: FONTS.body, size: halfPoints(SIZE_PT.fourth) };
const twoIn = { firstLine: 2 * CHARACTER_TWIPS };

type Look = Pick<IParagraphStyleOptions, "paragraph" | "run">;

const LOOKS: Record<ElementStyle, Look & { name: string }> = {
  heading: {
    name: "公文 发文机关标志",
    paragraph: {
      alignment: AlignmentType.CENTER,
      spacing: exactly(ptToTwips(56), mmToTwips(HEADING_TOP_MM)),
    },
    run: { font: FONTS.title, color: RED },
  },
  number: {
    name: "公文 发文字号",
    paragraph: { alignment: AlignmentType.CENTER, spacing: exactly(LINE_TWIPS, 2 * LINE_TWIPS) },
    run: body,
  },
  title: {
    name: "公文 标题",
    paragraph: { alignment: AlignmentType.CENTER, spacing: exactly(TITLE_LINE), keepNext: true },
    run: { font: FONTS.title, size: halfPoints(SIZE_PT.second) },
  },
  addressees: { name: "公文 主送机关", paragraph: { spacing: exactly(LINE_TWIPS, LINE_TWIPS) }, run: body },
  body: {
    name: "公文 正文",
    paragraph: { alignment: AlignmentType.BOTH, indent: twoIn, spacing: exactly(LINE_TWIPS) },
    run: body,
  },
  firstLevel: {
    name: "公文 第一层",
    paragraph: { indent: twoIn, spacing: exactly(LINE_TWIPS), keepNext: true },
    run: { ...body, font: FONTS.black },
  },
  secondLevel: {
    name: "公文 第二层",
    paragraph: { indent: twoIn, spacing: exactly(LINE_TWIPS), keepNext: true },
    run: { ...body, font: FONTS.script },
  },
  attachments: {
    name: "公文 附件说明",
    paragraph: { spacing: exactly(LINE_TWIPS), keepNext: true },
    run: body,
  },
  signature: {
    name: "公文 发文机关署名",
    paragraph: { alignment: AlignmentType.RIGHT, spacing: exactly(LINE_TWIPS), keepNext: true },
    run: body,
  },
  date: {
    name: "公文 成文日期",
    paragraph: { alignment: AlignmentType.RIGHT, spacing: exactly(LINE_TWIPS) },
    run: body,
  },
  note: { name: "公文 附注", paragraph: { indent: twoIn, spacing: exactly(LINE_TWIPS) }, run: body },
  annexMark: {
    name: "公文 附件",
    paragraph: { spacing: exactly(LINE_TWIPS), keepNext: true },
    run: { ...body, font: FONTS.black },
  },
  annexTitle: {
    name: "公文 附件标题",
    paragraph: { alignment: AlignmentType.CENTER, spacing: exactly(TITLE_LINE), keepNext: true },
    run: { font: FONTS.title, size: halfPoints(SIZE_PT.second) },
  },
  cellHead: {
    name: "公文 表头",
    paragraph: { alignment: AlignmentType.CENTER, spacing: exactly(CELL_LINE) },
    run: { ...small, font: FONTS.black },
  },
  cell: { name: "公文 表格", paragraph: { spacing: exactly(CELL_LINE) }, run: small },
  imprint: { name: "公文 版记", paragraph: { spacing: exactly(CELL_LINE) }, run: small },
  pageNumber: {
    name: "公文 页码",
    paragraph: { spacing: exactly(ptToTwips(SIZE_PT.fourth)) },
    run: { font: FONTS.song, size: halfPoints(SIZE_PT.fourth) },
  },
};

/** What holds where a paragraph has no style of its own. */
export const DEFAULTS = { run: body, paragraph: { spacing: exactly(LINE_TWIPS) } } as const;

const isElement = (key: string): key is ElementStyle => Object.hasOwn(ELEMENT_STYLES, key);

/** The paragraph styles that a document defines. */
export const paragraphStyles = (): IParagraphStyleOptions[] =>
  Object.keys(LOOKS)
    .filter(isElement)
    .map((key) => ({ id: ELEMENT_STYLES[key], quickFormat: true, ...LOOKS[key] }));
