import type { KeyboardEvent, ReactNode } from "react";
import { zh } from "../words/zh.ts";
import { Glyph, type GlyphName } from "./Glyph.tsx";

export type CellState =
  | "met"
  | "waiting"
  | "late"
  | "begun"
  | "not-begun"
  | "not-due"
  | "not-asked"
  | "waived"
  | "seat"
  | "covered"
  | "strained"
  | "empty";
export interface MatrixCell {
  state: CellState;
  /** a word in place of the state's own, e.g. `缺 2` */
  label?: string;
  /** the whole of what the cell says, where the label is a number only */
  said?: string;
}
export interface MatrixProps {
  label: string;
  corner: string;
  columns: { key: string; label: ReactNode; name: string; note?: string }[];
  rows: {
    key: string;
    name: string;
    label?: ReactNode;
    cells: { [column: string]: MatrixCell | undefined };
    /** what closes the row, e.g. `6/11` */
    end?: ReactNode;
  }[];
  /** heads the column that closes the rows */
  end?: string;
  /** low rows and narrow cells with a ground: many columns of numbers */
  dense?: boolean;
  onOpen?: (row: string, column: string) => void;
  /** states that the last row counts, e.g. `late` */
  sum?: { label?: string; states: CellState[] };
}

const LOOK: Record<CellState, readonly [GlyphName | undefined, string]> = {
  met: ["check", "pine"],
  waiting: ["clock", "azure"],
  late: ["triangle", "cinnabar"],
  begun: ["half-disc", "azure"],
  "not-begun": ["ring", "ink3"],
  "not-due": ["dashed-ring", "ink3"],
  "not-asked": [undefined, "ink3"],
  waived: ["diamond", "plum"],
  seat: [undefined, "azure"],
  covered: [undefined, "pine"],
  strained: ["triangle", "cinnabar"],
  empty: [undefined, "ink3"],
};

/** Units against requirements. Every cell is a button with a full name; arrows move between cells. */
export function Matrix({ label, corner, columns, rows, end, dense = false, onOpen, sum }: MatrixProps) {
  return (
    <div className="matrix-scroll" role="presentation" onKeyDown={moveByArrows}>
      <table className={dense ? "plain matrix dense" : "plain matrix"} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map((column) => (
              <th scope="col" key={column.key}>
                {column.label}
                {column.note !== undefined && <small>{column.note}</small>}
              </th>
            ))}
            {end !== undefined && <th scope="col">{end}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.label ?? row.name}</th>
              {columns.map((column) => (
                <td key={column.key} data-state={row.cells[column.key]?.state}>
                  <Cell
                    cell={row.cells[column.key] ?? { state: "not-asked" }}
                    name={`${row.name}，${column.name}`}
                    onOpen={() => onOpen?.(row.key, column.key)}
                  />
                </td>
              ))}
              {end !== undefined && <td>{row.end}</td>}
            </tr>
          ))}
        </tbody>
        {sum !== undefined && (
          <tfoot>
            <tr>
              <th scope="row">{sum.label ?? zh.matrix.sum}</th>
              {columns.map((column) => (
                <td key={column.key}>
                  {
                    rows.filter((row) => sum.states.includes(row.cells[column.key]?.state ?? "not-asked"))
                      .length
                  }
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

function Cell({ cell, name, onOpen }: { cell: MatrixCell; name: string; onOpen: () => void }) {
  const [glyph, color] = LOOK[cell.state];
  const word = cell.label ?? zh.matrix[cell.state];
  if (cell.state === "not-asked") {
    return (
      <span className="mute" title={word}>
        <span aria-hidden="true">—</span>
        <span className="sr">{word}</span>
      </span>
    );
  }
  return (
    <button
      type="button"
      className="cell"
      style={{ color: `var(--${color})` }}
      aria-label={`${name}：${cell.said ?? word}`}
      onClick={onOpen}
    >
      {glyph !== undefined && <Glyph name={glyph} />}
      {word}
    </button>
  );
}

const STEPS: Record<string, readonly [row: number, column: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function moveByArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  const cell = event.target instanceof Element ? event.target.closest("td") : null;
  const row = cell?.closest("tr");
  if (step === undefined || !cell || !row) return;
  event.preventDefault();
  const body = [...(row.parentElement?.children ?? [])];
  const to = body[body.indexOf(row) + step[0]]?.children[cell.cellIndex + step[1]];
  to?.querySelector("button")?.focus();
}
