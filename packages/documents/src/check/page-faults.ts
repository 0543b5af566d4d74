import { FONTS } from "../official/fonts.ts";
import { ELEMENT_STYLES, type ElementStyle } from "../official/styles.ts";
import type { OpenedDocx } from "./open-docx.ts";
import { all, first, textOf, valueIn, type XmlElement } from "./xml-tree.ts";

const TWIPS_PER_MM = 1440 / 25.4;

/** 5.1, 5.2: millimetres and the deviation that the standard grants. */
const MEASURES = [
  { element: "w:pgSz", attribute: "w:w", mm: 210, within: 0.5 },
  { element: "w:pgSz", attribute: "w:h", mm: 297, within: 0.5 },
  { element: "w:pgMar", attribute: "w:top", mm: 37, within: 1 },
  { element: "w:pgMar", attribute: "w:left", mm: 28, within: 1 },
  { element: "w:pgMar", attribute: "w:right", mm: 210 - 28 - 156, within: 1 },
  { element: "w:pgMar", attribute: "w:bottom", mm: 297 - 37 - 225, within: 1 },
] as const;

/** A4, its margins and with them the type area of 156 mm x 225 mm. */
export const sheetFaults = ({ body }: OpenedDocx): string[] =>
  MEASURES.flatMap(({ element, attribute, mm, within }) => {
    const found = Number(valueIn(body, element, attribute));
    if (Math.abs(found / TWIPS_PER_MM - mm) <= within) return [];
    return [`${element} ${attribute} is ${found} instead of ${Math.round(mm * TWIPS_PER_MM)}`];
  });

const styleOf = ({ styles }: OpenedDocx, element: ElementStyle): XmlElement | undefined =>
  all(styles, "w:style").find(({ attributes }) => attributes["w:styleId"] === ELEMENT_STYLES[element]);

/** Letters that an element must be written in: 号 in half points, the red of the heading. */
const LETTERS: Partial<Record<ElementStyle, { font: string; halfPoints?: number; color?: string }>> = {
  heading: { font: FONTS.title, color: "C00000" },
  number: { font: FONTS.body, halfPoints: 32 },
  title: { font: FONTS.title, halfPoints: 44 },
  addressees: { font: FONTS.body, halfPoints: 32 },
  body: { font: FONTS.body, halfPoints: 32 },
  firstLevel: { font: FONTS.black, halfPoints: 32 },
  secondLevel: { font: FONTS.script, halfPoints: 32 },
  attachments: { font: FONTS.body, halfPoints: 32 },
  signature: { font: FONTS.body, halfPoints: 32 },
  date: { font: FONTS.body, halfPoints: 32 },
  annexMark: { font: FONTS.black, halfPoints: 32 },
  annexTitle: { font: FONTS.title, halfPoints: 44 },
  imprint: { font: FONTS.body, halfPoints: 28 },
  pageNumber: { font: FONTS.song, halfPoints: 28 },
};

/** 5.2.2 and 7: typeface, size and colour of every element, and that the file names what to do without the typeface. */
export function letterFaults(docx: OpenedDocx): string[] {
  const named = all(docx.fonts, "w:font").filter((font) => valueIn(font, "w:altName") !== undefined);
  return Object.entries(LETTERS).flatMap(([element, { font, halfPoints, color }]) => {
    const style = styleOf(docx, element as ElementStyle);
    const found = {
      font: valueIn(style, "w:rFonts", "w:eastAsia"),
      size: Number(valueIn(style, "w:sz")),
      color: valueIn(style, "w:color"),
    };
    return [
      ...(found.font === font ? [] : [`${element} is set in ${found.font} instead of ${font}`]),
      ...(halfPoints === undefined || found.size === halfPoints
        ? []
        : [`${element} is ${found.size / 2} pt tall`]),
      ...(found.color === color ? [] : [`${element} is coloured ${found.color ?? "black"}`]),
      ...(named.some(({ attributes }) => attributes["w:name"] === font)
        ? []
        : [`${font} has no alternative`]),
    ];
  });
}

/** 5.2.3: 22 lines of 28 characters, reckoned from the file's own margins, spacing and letters. */
export function gridFaults(docx: OpenedDocx): string[] {
  const style = styleOf(docx, "body");
  const page = (element: string, attribute: string): number => Number(valueIn(docx.body, element, attribute));
  const height = page("w:pgSz", "w:h") - page("w:pgMar", "w:top") - page("w:pgMar", "w:bottom");
  const width = page("w:pgSz", "w:w") - page("w:pgMar", "w:left") - page("w:pgMar", "w:right");
  const letter =
    Number(valueIn(style, "w:sz")) * 10 + Number(valueIn(first(style, "w:rPr"), "w:spacing") ?? 0);
  const lines = Math.floor(height / Number(valueIn(style, "w:spacing", "w:line")));
  const characters = Math.floor(width / letter);
  return [
    ...(valueIn(style, "w:spacing", "w:lineRule") === "exact" ? [] : ["the lines have no exact height"]),
    ...(lines === 22 ? [] : [`${lines} lines on a page instead of 22`]),
    ...(characters === 28 ? [] : [`${characters} characters in a line instead of 28`]),
    ...(Number(valueIn(style, "w:ind", "w:firstLine")) === 2 * letter
      ? []
      : ["a paragraph is not two characters in"]),
  ];
}

/** 7.5: figures between dashes, outside: odd pages on the right, even ones on the left. */
export function pageNumberFaults({ settings, footers }: OpenedDocx): string[] {
  const stands = (side: string): boolean => footers.some((footer) => valueIn(footer, "w:jc") === side);
  const written = footers.every(
    (footer) =>
      /^— .*—$/u.test(textOf(footer)) &&
      all(footer, "w:instrText").some(({ children }) => children.includes("PAGE")),
  );
  return [
    ...(first(settings, "w:evenAndOddHeaders") === undefined
      ? ["odd and even pages are not told apart"]
      : []),
    ...(stands("right") && stands("left") ? [] : ["page numbers do not stand outside"]),
    ...(written ? [] : ["a page number has no dashes or no field"]),
  ];
}
