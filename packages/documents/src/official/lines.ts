import { Paragraph, TextRun, type IParagraphOptions } from "docx";
import { printable } from "./printable.ts";
import { ELEMENT_STYLES, type ElementStyle } from "./styles.ts";

/** One paragraph of an element. What the style says is only changed by `over`. */
export const line = (
  element: ElementStyle,
  text: string,
  over: Omit<IParagraphOptions, "text" | "style"> = {},
): Paragraph =>
  new Paragraph({ ...over, style: ELEMENT_STYLES[element], children: [new TextRun(printable(text))] });
