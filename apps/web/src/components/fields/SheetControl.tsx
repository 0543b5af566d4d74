import { effectiveTree } from "@yichuang/domain";
import type { SheetItems, SheetScores } from "@yichuang/policy";
import { zh } from "../../words/zh.ts";
import { IndicatorTree } from "../IndicatorTree.tsx";
import type { ControlProps } from "./field-context.ts";

/** The indicators of a sheet: rows to write, or the own scores. */
export function SheetControl({ field, value, onChange, readOnly, context }: ControlProps) {
  const sheet = context.sheets.find((candidate) => candidate.key === field.sheet);
  if (sheet === undefined) return <p className="mute">{zh.form.noSheet}</p>;
  const answer = typeof value === "object" && value !== null ? value : {};
  if (field.fills !== "scores") {
    return (
      <IndicatorTree
        mode="edit"
        sheet={sheet}
        value={answer as SheetItems}
        onChange={onChange}
        readOnly={readOnly}
      />
    );
  }
  const scores = answer as SheetScores;
  const score = (path: string, points: number | null) => {
    const rest = Object.fromEntries(Object.entries(scores).filter(([key]) => key !== path));
    onChange(points === null ? rest : { ...rest, [path]: points });
  };
  return (
    <IndicatorTree
      mode="score"
      tree={effectiveTree(sheet, context.sheetItems)}
      scores={scores}
      onScore={score}
      readOnly={readOnly}
      scoreLabel={zh.tree.self}
      {...(typeof sheet.total === "number" ? { total: sheet.total } : {})}
    />
  );
}
