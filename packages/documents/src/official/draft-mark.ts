import { Header, Paragraph } from "docx";
import { TextWatermark } from "docx/watermarks";
import { FONTS } from "./fonts.ts";

const header = (): Header =>
  new Header({
    children: [
      new Paragraph({
        children: [
          new TextWatermark({ text: "草稿", font: FONTS.black, color: "C0C0C0", width: 320, height: 160 }),
        ],
      }),
    ],
  });

/** 草稿 across every page until a number is registered. */
export const draftMark = (): { default: Header; even: Header } => ({ default: header(), even: header() });
