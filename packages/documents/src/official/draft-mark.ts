import { Header, Paragraph } from "docx";
import { TextWatermark } from "docx/watermarks";
import { FONTS } from "./fonts.ts";

export const DRAFT_MARK = "草稿";

const header = (): Header =>
  new Header({
    children: [
      new Paragraph({
        children: [
          new TextWatermark({
            text: DRAFT_MARK,
            font: FONTS.black,
            color: "C0C0C0",
            width: 320,
            height: 160,
          }),
        ],
      }),
    ],
  });

/** 草稿 across every page until a number is registered. */
export const draftMark = (): { default: Header; even: Header } => ({ default: header(), even: header() });
