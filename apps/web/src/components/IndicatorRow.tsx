import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined } from "@ant-design/icons";
import type { SheetRow } from "@yichuang/policy";
import { Input, InputNumber } from "antd";
import type { KeyboardEvent } from "react";
import { zh } from "../words/zh.ts";

export interface IndicatorRowProps {
  row: SheetRow;
  /** which row it is, for screen readers */
  name: string;
  readOnly: boolean;
  first: boolean;
  last: boolean;
  onRow: (row: SheetRow) => void;
  onMove: (step: 1 | -1) => void;
  onRemove: () => void;
  onAdd: () => void;
}

/** One level-3 row. Alt with the arrows moves it, Ctrl+Enter adds one below. */
export function IndicatorRow(props: IndicatorRowProps) {
  const { row, name, readOnly, onRow, onMove, onAdd } = props;
  if (readOnly) {
    return (
      <tr>
        <td>{row.name}</td>
        <td>{row.content}</td>
        <td className="number">{row.weight ?? "—"}</td>
      </tr>
    );
  }
  const keys = (event: KeyboardEvent) => {
    const moves = event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown");
    const adds = event.ctrlKey && event.key === "Enter";
    if (!moves && !adds) return;
    event.preventDefault();
    if (adds) onAdd();
    else onMove(event.key === "ArrowUp" ? -1 : 1);
  };
  return (
    <tr onKeyDown={keys}>
      <td style={{ width: "26%" }}>
        <Input
          size="small"
          value={row.name}
          aria-label={`${name} ${zh.tree.name}`}
          onChange={(event) => onRow({ ...row, name: event.target.value })}
        />
      </td>
      <td>
        <Input
          size="small"
          value={row.content}
          placeholder={zh.tree.contentHint}
          aria-label={`${name} ${zh.tree.content}`}
          onChange={(event) => onRow({ ...row, content: event.target.value })}
        />
      </td>
      <td style={{ width: 84 }}>
        <InputNumber<number>
          size="small"
          style={{ width: 64 }}
          min={0}
          max={1000}
          controls={false}
          keyboard={false}
          value={row.weight ?? null}
          aria-label={`${name} ${zh.tree.weight}`}
          onChange={(weight) => onRow(withWeight(row, weight))}
        />
      </td>
      <RowActs {...props} />
    </tr>
  );
}

function RowActs({ name, first, last, onMove, onRemove }: IndicatorRowProps) {
  return (
    <td className="row-acts">
      <button
        type="button"
        className="icon-act"
        disabled={first}
        hidden={first && last}
        aria-label={`${name} ${zh.tree.up}`}
        onClick={() => onMove(-1)}
      >
        <ArrowUpOutlined />
      </button>
      <button
        type="button"
        className="icon-act"
        disabled={last}
        hidden={first && last}
        aria-label={`${name} ${zh.tree.down}`}
        onClick={() => onMove(1)}
      >
        <ArrowDownOutlined />
      </button>
      <button type="button" className="icon-act" aria-label={`${name} ${zh.tree.remove}`} onClick={onRemove}>
        <CloseOutlined />
      </button>
    </td>
  );
}

/** Without a number the weight is left out; it has at most four places. */
function withWeight({ weight: _old, ...rest }: SheetRow, weight: number | null): SheetRow {
  return weight === null ? rest : { ...rest, weight: Number(weight.toFixed(4)) };
}
