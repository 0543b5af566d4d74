// Points of a sheet, line by line. Every term is kept, so that a stranger can add the total up again (recompute.ts).
import type { Policy, Sheet } from "@yichuang/policy";
import type { Decimal } from "../contract/basics.ts";
import type { ScoreTerm } from "../contract/events.ts";
import type { Interval } from "../evaluate/interval.ts";
import { isPoint } from "../evaluate/interval-arithmetic.ts";
import type { World } from "../evaluate/world.ts";
import { recompute } from "./recompute.ts";
import { scoreItem } from "./score-item.ts";
import type { Scoring, Unsettled } from "./scoring.ts";
import { showTotal } from "./show-total.ts";
import { together } from "./siblings.ts";
import type { TreeItem } from "./tree.ts";

/**
 * What a person gave, by the path of the line: points, where `null` says "not applicable" and none leaves a computed
 * line to itself; and the evidence that was accepted, by its kinds or in words.
 */
export interface GivenPoints {
  [item: string]: { points?: Decimal | null; comment?: string; evidence?: readonly string[] };
}

/** Where a number lies that is not known yet; an end that nothing limits is left out. */
export interface Ends {
  least?: Decimal;
  most?: Decimal;
}

export interface SheetScore {
  terms: ScoreTerm[];
  /** unrounded: it decides. Only where every line is scored and no open value can change it */
  total?: Decimal;
  /** what stands outside the total: bonus items and overflow */
  bonus?: Decimal;
  /** the total as it is shown: rounded once, as the sheet says */
  shown?: string;
  /** where the total lies, whatever is still to be scored or settled */
  between: Ends;
  /** lines that nobody has scored, or that block the total */
  unscored: string[];
  /** what is open or not known, and changes the points of a line */
  unsettled: Unsettled[];
}

/** Scores a sheet. `tree` is the effective tree, so that an applicant's weighted rows are scored one by one. */
export function scoreSheet(
  _policy: Policy,
  sheet: Sheet,
  { tree, given, world }: { tree: readonly TreeItem[]; given: GivenPoints; world: World },
): SheetScore {
  const scoring: Scoring = { sheet, given, terms: [], unscored: [], unsettled: [], doubts: [] };
  const about = sheetWorld(sheet, world);
  const { points, bonus } = together(
    tree.map((item) => scoreItem(scoring, item, about)),
    "sum",
  );
  const decided = scoring.unscored.length === 0 && isPoint(points) && isPoint(bonus);
  const { unscored, terms } = scoring;
  if (decided)
    return { ...totals(sheet, terms, { points, bonus }), between: endsOf(points), unscored, unsettled: [] };
  const unsettled = scoring.unsettled.length + unscored.length === 0 ? scoring.doubts : scoring.unsettled;
  return { terms, between: endsOf(points), unscored, unsettled };
}

function totals(
  sheet: Sheet,
  kept: ScoreTerm[],
  { points, bonus }: { points: Interval; bonus: Interval },
): Pick<SheetScore, "terms" | "total" | "bonus" | "shown"> {
  const total = points.least.toString();
  const outside = bonus.least.toString();
  // a group that only adds up needs no term of its own, unless it keeps the evidence that was accepted for it
  const lines = kept.filter((term) => term.combine === undefined || term.evidence !== undefined);
  const again = recompute(lines);
  const terms = again.total === total && again.bonus === outside ? lines : kept;
  return { terms, total, bonus: outside, shown: showTotal(total, sheet.rounding) };
}

function endsOf({ least, most }: Interval): Ends {
  return {
    ...(least.isFinite() ? { least: least.toString() } : {}),
    ...(most.isFinite() ? { most: most.toString() } : {}),
  };
}

/** The sheet's own period, and who counts in it, for every tally inside. */
function sheetWorld(sheet: Sheet, world: World): World {
  const at = `sheets/${sheet.key}`;
  const counts = sheet.counts?.map(({ key, of, where }) => ({
    of,
    where,
    path: `${at}/counts/${key}/where`,
  }));
  return {
    ...world,
    ...(sheet.period === undefined ? {} : { period: { value: sheet.period, path: `${at}/period` } }),
    ...(counts === undefined ? {} : { counts }),
  };
}
