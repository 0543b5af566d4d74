// Changes to the rows that an applicant writes below one indicator.
import type { SheetRow } from "@yichuang/policy";

/** A key that no row of the list has: `row-1`, `row-2` … */
function freeKey(rows: readonly { key: string }[]): string {
  const taken = new Set(rows.map((row) => row.key));
  let number = rows.length + 1;
  while (taken.has(`row-${number}`)) number += 1;
  return `row-${number}`;
}

/** The rows with one more, empty. */
export const addRow = (rows: readonly SheetRow[]): SheetRow[] => [
  ...rows,
  { key: freeKey(rows), name: "", content: "" },
];

/** The rows as they are shown: filled up with blank ones to the slots that the form offers. */
export function rowsShown(rows: readonly SheetRow[], slots: number): SheetRow[] {
  let shown = [...rows];
  while (shown.length < slots) shown = addRow(shown);
  return shown;
}

/** The rows to keep after one of those shown was changed; blank ones after it are only offered, not kept. */
export function changeRow(rows: readonly SheetRow[], slots: number, changed: SheetRow): SheetRow[] {
  const shown = rowsShown(rows, slots);
  const at = shown.findIndex((row) => row.key === changed.key);
  return shown
    .slice(0, Math.max(rows.length, at + 1))
    .map((row) => (row.key === changed.key ? changed : row));
}

/** The rows with one moved by `step` places, as far as there is room. */
export function moveRow<Row extends { key: string }>(rows: readonly Row[], key: string, step: 1 | -1): Row[] {
  const from = rows.findIndex((row) => row.key === key);
  const to = from + step;
  const moved = rows[from];
  if (moved === undefined || to < 0 || to >= rows.length) return [...rows];
  return rows.toSpliced(from, 1).toSpliced(to, 0, moved);
}
