import { effectiveTree, flatten, weightSums, type TreeItem } from "@yichuang/domain";
import type { Sheet, SheetItems, SheetRow } from "@yichuang/policy";
import { zh } from "../words/zh.ts";
import { LockOutlined } from "@ant-design/icons";
import { Fragment } from "react";
import { Glyph } from "./Glyph.tsx";
import { IndicatorRow } from "./IndicatorRow.tsx";
import { Meter } from "./Meter.tsx";
import { addRow, changeRow, moveRow, rowsShown } from "./sheet-rows.ts";

type WeightSum = ReturnType<typeof weightSums>[number];

export interface IndicatorEditorProps {
  sheet: Sheet;
  value: SheetItems;
  onChange: (value: SheetItems) => void;
  readOnly?: boolean;
}

/** Writing level-3 rows below the authority's indicators, with sums that follow every key. */
export function IndicatorEditor({ sheet, value, onChange, readOnly = false }: IndicatorEditorProps) {
  const sums = new Map(weightSums(sheet, value).map((sum) => [sum.item, sum]));
  const lines = flatten(effectiveTree(sheet));
  return (
    <div className="tree-scroll">
      <table className="plain tree">
        <caption className="sr">{sheet.label?.zh ?? zh.tree.item}</caption>
        <thead>
          <tr>
            <th scope="col">{zh.tree.name}</th>
            <th scope="col">{zh.tree.content}</th>
            <th scope="col" className="number">
              {zh.tree.weight}
            </th>
            {!readOnly && (
              <th scope="col">
                <span className="sr">{zh.tree.remove}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {lines.map((item) => (
            <Fragment key={item.path}>
              <ItemHead item={item} sum={sums.get(item.path)} span={readOnly ? 1 : 2} />
              {isOpenToApplicant(sheet, item) && (
                <RowsBelow
                  item={item}
                  rows={value[item.path] ?? []}
                  readOnly={readOnly}
                  onRows={(rows) => onChange({ ...value, [item.path]: rows })}
                />
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const isOpenToApplicant = (sheet: Sheet, item: TreeItem): boolean =>
  item.items.length === 0 && sheet.levels[item.level]?.owner === "applicant";

function ItemHead({ item, sum, span }: { item: TreeItem; sum: WeightSum | undefined; span: number }) {
  return (
    <tr className={`level-${item.level}`}>
      <th scope="rowgroup" colSpan={2} id={`item-${item.path}`}>
        <LockOutlined title={zh.tree.locked} style={{ color: "var(--ink3)", marginRight: 10 }} />
        {item.label.zh}
        {sum !== undefined && <SumWords sum={sum} />}
      </th>
      <td className="number strong nowrap" colSpan={span} style={span === 2 ? { paddingRight: 106 } : {}}>
        {sum !== undefined && sum.state !== "none" && (
          <Meter
            value={Number(sum.given)}
            of={Number(sum.limit)}
            width={30}
            tone={sum.state === "met" ? "pine" : sum.state === "over" ? "cinnabar" : "ochre"}
          />
        )}{" "}
        {item.weight}
      </td>
    </tr>
  );
}

/** A short sum is no fault: weights may be left out; only a sum above the item's own weight is. */
function SumWords({ sum }: { sum: WeightSum }) {
  if (sum.state === "none")
    return sum.rows === 0 ? null : <span className="sum sum-none">{zh.tree.free}</span>;
  return (
    <span className={`sum sum-${sum.state}`}>
      <Glyph name={sum.state === "met" ? "check" : "triangle"} size={10} />
      {sum.state === "met" && zh.tree.full}
      {sum.state === "short" && zh.tree.short(sum.given, sum.difference)}
      {sum.state === "over" && zh.tree.over(sum.given, sum.difference)}
    </span>
  );
}

interface RowsBelowProps {
  item: TreeItem;
  rows: SheetRow[];
  readOnly: boolean;
  onRows: (rows: SheetRow[]) => void;
}

function RowsBelow({ item, rows, readOnly, onRows }: RowsBelowProps) {
  const slots = readOnly ? 0 : (item.slots ?? 0);
  const shown = rowsShown(rows, slots);
  return (
    <>
      {shown.map((row, index) => (
        <IndicatorRow
          key={row.key}
          row={row}
          name={`${item.label.zh} ${zh.form.row(index + 1)}`}
          readOnly={readOnly}
          first={index === 0 || index >= rows.length}
          last={index >= rows.length - 1}
          onRow={(changed) => onRows(changeRow(rows, slots, changed))}
          onMove={(step) => onRows(moveRow(rows, row.key, step))}
          onRemove={() => onRows(rows.filter((other) => other.key !== row.key))}
          onAdd={() => onRows(addRow(shown))}
        />
      ))}
      {!readOnly && (
        <tr>
          <td colSpan={4}>
            <button type="button" className="link" onClick={() => onRows(addRow(shown))}>
              ＋ {zh.tree.add(item.label.zh)}
            </button>
          </td>
        </tr>
      )}
    </>
  );
}
