import type { FormField, TableRow } from "@yichuang/policy";
import { zh } from "../../words/zh.ts";
import { Control } from "./Control.tsx";
import { type ControlProps, freeKey, labelOf, listOf } from "./field-context.ts";

/** Rows of a table; as many are offered at first as the form has slots. */
export function TableControl(props: ControlProps) {
  const { field, name, value, onChange, readOnly } = props;
  const rows = listOf<TableRow>(value);
  const shown = readOnly ? rows : withSlots(rows, field.slots ?? 1);
  const columns = field.columns ?? [];
  const keep = (changed: TableRow) => {
    const at = shown.findIndex((row) => row.key === changed.key);
    const kept = shown.slice(0, Math.max(rows.length, at + 1));
    onChange(kept.map((row) => (row.key === changed.key ? changed : row)));
  };
  return (
    <div className="tree-scroll">
      <table className="plain form-table" aria-label={name}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" key={column.key}>
                {labelOf(column)}
              </th>
            ))}
            {!readOnly && (
              <th scope="col">
                <span className="sr">{zh.form.remove}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, index) => (
            <Row
              key={row.key}
              row={row}
              columns={columns}
              rowName={`${name} ${zh.form.row(index + 1)}`}
              props={props}
              onRow={keep}
              onRemove={() => onChange(rows.filter((other) => other.key !== row.key))}
            />
          ))}
        </tbody>
      </table>
      {!readOnly && (
        <button type="button" className="link" onClick={() => onChange([...shown, blank(shown)])}>
          ＋ {zh.form.add}
        </button>
      )}
    </div>
  );
}

interface RowProps {
  row: TableRow;
  columns: FormField[];
  rowName: string;
  props: ControlProps;
  onRow: (row: TableRow) => void;
  onRemove: () => void;
}

function Row({ row, columns, rowName, props, onRow, onRemove }: RowProps) {
  return (
    <tr>
      {columns.map((column) => (
        <td key={column.key}>
          <Control
            {...props}
            field={column}
            id=""
            name={`${rowName} ${labelOf(column)}`}
            value={row.cells[column.key]}
            onChange={(cell) => onRow({ ...row, cells: withCell(row.cells, column.key, cell) })}
          />
        </td>
      ))}
      {!props.readOnly && (
        <td className="row-acts">
          <button
            type="button"
            className="link"
            aria-label={`${zh.form.remove} ${rowName}`}
            onClick={onRemove}
          >
            {zh.form.remove}
          </button>
        </td>
      )}
    </tr>
  );
}

const blank = (rows: TableRow[]): TableRow => ({ key: freeKey(rows, "row"), cells: {} });

function withSlots(rows: TableRow[], slots: number): TableRow[] {
  let shown = rows;
  while (shown.length < slots) shown = [...shown, blank(shown)];
  return shown;
}

function withCell(cells: TableRow["cells"], column: string, cell: unknown): TableRow["cells"] {
  const rest = Object.fromEntries(Object.entries(cells).filter(([key]) => key !== column));
  const scalar = typeof cell === "string" || typeof cell === "number" || typeof cell === "boolean";
  return scalar ? { ...rest, [column]: cell } : rest;
}
