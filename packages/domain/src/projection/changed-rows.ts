import { canonicalize } from "@yichuang/policy";
import { ROW_KEYS } from "../contract/rows.ts";
import type { RowChanges, RowSet } from "../contract/rows.ts";

type Table = keyof RowSet;
type Row = { [column: string]: unknown };

const TABLES = Object.keys(ROW_KEYS) as Table[];

/** What must be written so that the rows of `before` become those of `after`; `undefined` is a root that begins. */
export function changedRows(before: RowSet | undefined, after: RowSet): RowChanges {
  const changes: { put: { [table: string]: Row[] }; take: { [table: string]: Row[] } } = {
    put: {},
    take: {},
  };
  for (const table of TABLES) {
    const old = byKey(table, before?.[table] ?? []);
    const now = byKey(table, after[table]);
    const put = [...now].filter(([key, row]) => !same(old.get(key), row)).map(([, row]) => row);
    const take = [...old].filter(([key]) => !now.has(key)).map(([, row]) => keyOf(table, row));
    if (put.length > 0) changes.put[table] = put;
    if (take.length > 0) changes.take[table] = take;
  }
  // each table's rows were taken from the same table above
  return changes;
}

const byKey = (table: Table, rows: readonly object[]): Map<string, Row> =>
  new Map(rows.map((row) => [canonicalize(keyOf(table, row as Row)), row as Row]));

const keyOf = (table: Table, row: Row): Row =>
  Object.fromEntries(ROW_KEYS[table].map((column) => [column, row[column]]));

const same = (a: Row | undefined, b: Row): boolean => a !== undefined && canonicalize(a) === canonicalize(b);
