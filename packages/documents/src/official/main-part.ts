import type { Paragraph } from "docx";
import { line } from "./lines.ts";
import type { BodyParagraph, OfficialDocument } from "./official-document.ts";
import { CHARACTER_TWIPS, LINE_TWIPS } from "./standard.ts";
import { TITLE_LINE, exactly, type ElementStyle } from "./styles.ts";
import { sayAddressees, sayAttachments, sayDate, widthOf } from "./words.ts";

/** 主体: title to 附注, in the order of 7.3. */
export const mainPart = (document: OfficialDocument): Paragraph[] => [
  ...titleLines(document),
  line("addressees", sayAddressees(document.addressees)),
  ...document.body.map((paragraph, index) =>
    bodyLine(paragraph, index > 0 && index === document.body.length - 1),
  ),
  ...attachmentLines(document.attachments),
  ...signatureLines(document),
  ...(document.note === undefined ? [] : [line("note", `（${document.note}）`)]),
];

/** 7.3.1: two lines below the red line. */
const titleLines = ({ titleLines: lines }: OfficialDocument): Paragraph[] =>
  lines.map((text, index) =>
    line("title", text, index === 0 ? { spacing: exactly(TITLE_LINE, 2 * LINE_TWIPS) } : {}),
  );

const LEVELS: Record<NonNullable<BodyParagraph["level"]>, ElementStyle> = {
  1: "firstLevel",
  2: "secondLevel",
  3: "body",
  4: "body",
};

/** The last paragraph stays on the page of the signature; the only one stays on the first page, which must show some body. */
const bodyLine = ({ text, level }: BodyParagraph, last: boolean): Paragraph =>
  line(level === undefined ? "body" : LEVELS[level], text, last ? { keepNext: true } : {});

/** 7.3.4: one line below the body, two characters in; a second line begins below the name's first character. */
function attachmentLines(names: readonly string[]): Paragraph[] {
  const figure = names.length > 1 ? 1 : 0;
  const nameAt = 2 + widthOf("附件：") + figure;
  return sayAttachments(names).map((text, index) =>
    line("attachments", text, {
      indent: {
        left: nameAt * CHARACTER_TWIPS,
        hanging: (index === 0 ? widthOf("附件：") + figure : figure) * CHARACTER_TWIPS,
      },
      ...(index === 0 ? { spacing: exactly(LINE_TWIPS, LINE_TWIPS) } : {}),
    }),
  );
}

/** Characters that the date keeps from the right edge under a seal (7.3.5.1). */
const DATE_RIGHT = 4;

/**
 * 7.3.5: under a seal the date keeps four characters from the right and the names are centred over it; without a seal
 * the name keeps two characters and the date begins two characters right of the name.
 */
function signatureLines(document: OfficialDocument): Paragraph[] {
  const date = sayDate(document.on);
  const widest = Math.max(0, ...document.signatures.map(widthOf));
  const place = document.sealed ? underSeal(widest, widthOf(date)) : unsealed(widest, widthOf(date));
  const names = document.signatures.map((name, index) =>
    line("signature", name, {
      indent: { right: place.nameRight(widthOf(name)) * CHARACTER_TWIPS },
      ...(index === 0 ? { spacing: exactly(LINE_TWIPS, (document.sealed ? 2 : 1) * LINE_TWIPS) } : {}),
    }),
  );
  return [...names, line("date", date, { indent: { right: place.dateRight * CHARACTER_TWIPS } })];
}

interface Place {
  dateRight: number;
  nameRight: (width: number) => number;
}

function underSeal(widest: number, date: number): Place {
  const dateRight = Math.max(DATE_RIGHT, (widest - date) / 2);
  return { dateRight, nameRight: (width) => dateRight - (width - date) / 2 };
}

/** A date that is longer than the name is pushed to two characters from the edge, and the name follows it. */
function unsealed(widest: number, date: number): Place {
  const nameRight = Math.max(2, 2 + 2 + date - widest);
  return {
    dateRight: Math.max(0, nameRight + widest - 2 - date),
    nameRight: (width) => nameRight + widest - width,
  };
}
