// GB/T 9704-2012: measures of the page, its lines and its letters.

const TWIPS_PER_MM = 1440 / 25.4;
export const mmToTwips = (mm: number): number => Math.round(mm * TWIPS_PER_MM);
export const ptToTwips = (pt: number): number => Math.round(pt * 20);

/** 5.1 and 5.2: A4, top 37 mm ± 1, binding margin 28 mm ± 1, type area 156 mm x 225 mm. In millimetres. */
export const PAGE_MM = {
  width: 210,
  height: 297,
  top: 37,
  left: 28,
  right: 210 - 28 - 156,
  bottom: 297 - 37 - 225,
  textWidth: 156,
  textHeight: 225,
} as const;

/** 5.2.3: 22 lines of 28 characters fill the type area. */
const LINES_PER_PAGE = 22;
const CHARACTERS_PER_LINE = 28;

export const TEXT_WIDTH_TWIPS = mmToTwips(PAGE_MM.textWidth);
export const LINE_TWIPS = Math.floor(mmToTwips(PAGE_MM.textHeight) / LINES_PER_PAGE);
export const CHARACTER_TWIPS = Math.floor(TEXT_WIDTH_TWIPS / CHARACTERS_PER_LINE);

/** 号 in points. */
export const SIZE_PT = { second: 22, third: 16, fourth: 14 } as const;

/** Letters of 3号 are wider than a 28th of the line: each place is narrowed by this much. */
export const TRACKING_TWIPS = CHARACTER_TWIPS - ptToTwips(SIZE_PT.third);

/** 7.2.4: the upper edge of the red heading lies 35 mm below the upper edge of the type area. */
export const HEADING_TOP_MM = 35;
/** 7.2.7: the red line lies 4 mm below the number. */
export const RED_LINE_GAP_MM = 4;
/** 7.5: the dashes of the page number lie 7 mm below the type area. */
export const PAGE_NUMBER_GAP_MM = 7;
/** 7.4.1: the outer lines of the imprint are 0.35 mm thick, the inner ones 0.25 mm; in eighths of a point. */
export const IMPRINT_LINE = { outer: 8, inner: 6 } as const;

export const RED = "C00000";
