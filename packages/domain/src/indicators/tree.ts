// The effective indicator tree: the authority's items and, below them, the rows that the applicant wrote.
import {
  type Indicator,
  isReading,
  type Key,
  type Policy,
  type Sheet,
  type SheetItems,
  type SheetRow,
  type Text,
} from "@yichuang/policy";
import { resolveValue } from "../evaluate/value.ts";
import type { World } from "../evaluate/world.ts";
import { isJudged } from "./judged-points.ts";

/** One line of the tree as it is shown, scored and printed. Weights are exact decimal texts. */
export interface TreeItem {
  /** keys from the top of the sheet: `output/transfer`, and the row's key for an applicant's row */
  path: string;
  level: number;
  label: Text;
  /** what an applicant's row says that it will do */
  content?: string;
  weight?: string;
  owner: "authority" | "applicant" | "parent-center";
  indicator?: Indicator;
  /** blank rows offered to the owner of the level below */
  slots?: number;
  /** whether points are given at this line */
  scored: boolean;
  items: TreeItem[];
}

const both = (words: string): Text => ({ zh: words, en: words });
const pathWeight = (sheet: Sheet, path: string): string =>
  `sheets/${sheet.key}/items/${path.split("/").join("/items/")}/weight`;

/** Rows in which something is written; blank slots of the form are no rows. */
export const writtenRows = (rows: readonly SheetRow[] = []): SheetRow[] =>
  rows.filter((row) => row.name.trim() !== "" || row.content.trim() !== "");

interface Building {
  sheet: Sheet;
  rows: SheetItems;
  world: World | undefined;
}

/**
 * The tree of a sheet with an applicant's rows. An item is scored row by row where all of its rows carry weights
 * that add up to its own; otherwise it is scored as one and its rows say what for (FL-39: level-3 weights are free).
 */
export function effectiveTree(sheet: Sheet, rows: SheetItems = {}, world?: World): TreeItem[] {
  const building = { sheet, rows, world };
  return sheet.items.map((item) => itemOf(building, item, { level: 1, above: "" }));
}

function itemOf(building: Building, item: Indicator, at: { level: number; above: string }): TreeItem {
  const path = at.above === "" ? item.key : `${at.above}/${item.key}`;
  const items = (item.items ?? []).map((below) =>
    itemOf(building, below, { level: at.level + 1, above: path }),
  );
  const own = writtenRows(building.rows[path]);
  const weight = weightOf(building, item, path);
  const rowByRow = items.length === 0 && !isComputed(item) && rowsCarryWeights(own, weight);
  const below =
    items.length > 0
      ? items
      : own.map((row) => rowOf(building.sheet, row, { level: at.level + 1, path, scored: rowByRow }));
  return {
    path,
    level: at.level,
    label: item.label ?? both(item.key),
    owner: building.sheet.levels[at.level - 1]?.owner ?? "authority",
    indicator: item,
    scored: items.length === 0 && !rowByRow,
    items: below,
    ...(weight === undefined ? {} : { weight }),
    ...(item.slots === undefined ? {} : { slots: item.slots }),
  };
}

function weightOf({ sheet, world }: Building, item: Indicator, path: string): string | undefined {
  if (item.weight === undefined) return undefined;
  if (typeof item.weight === "number") return String(item.weight);
  if (isReading<number>(item.weight)) return String(item.weight.read);
  if (world === undefined) return undefined;
  const resolved = resolveValue<number>(item.weight, world, pathWeight(sheet, path));
  return resolved.kind === "known" ? String(resolved.value) : undefined;
}

/** Weights have at most four places. */
const tenThousandths = (n: number): number => Math.round(n * 10_000);

function rowsCarryWeights(rows: readonly SheetRow[], weight: string | undefined): boolean {
  if (rows.length === 0 || weight === undefined || rows.some((row) => row.weight === undefined)) return false;
  return (
    rows.reduce((sum, row) => sum + tenThousandths(row.weight ?? 0), 0) === tenThousandths(Number(weight))
  );
}

/** Points that the item's own measure gives are not given row by row. */
const isComputed = ({ points }: Indicator): boolean => points !== undefined && !isJudged(points);

const rowOf = (
  sheet: Sheet,
  row: SheetRow,
  { level, path, scored }: { level: number; path: string; scored: boolean },
): TreeItem => ({
  path: `${path}/${row.key}`,
  level,
  label: both(row.name),
  content: row.content,
  // a center's own rows below its parent's sheet are the parent's where the sheet says so
  owner: sheet.levels[level - 1]?.owner ?? "applicant",
  scored,
  items: [],
  ...(row.weight === undefined ? {} : { weight: String(row.weight) }),
});

/** The lines of a tree from top to bottom. */
export const flatten = (items: readonly TreeItem[]): TreeItem[] =>
  items.flatMap((item) => [item, ...flatten(item.items)]);

/** The sheet of a policy that a center type is measured with. */
export const sheetOfType = (policy: Policy, type: Key): Sheet | undefined =>
  policy.sheets.find((sheet) => sheet.for.includes(type));
