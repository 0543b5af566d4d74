import { effectiveTree } from "@yichuang/domain";
import type { SheetItems, SheetScores } from "@yichuang/policy";
import { zh } from "../../words/zh.ts";
import type { EvidenceMap } from "../Evidence.tsx";
import type { ScoreMap } from "../IndicatorScores.tsx";
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
  const given = answer as SheetScores;
  const { scores, evidence } = partsOf(given);
  const change = (path: string, points: number | undefined, named: readonly string[]) => {
    const rest = Object.fromEntries(Object.entries(given).filter(([key]) => key !== path));
    if (named.length > 0)
      onChange({ ...rest, [path]: { ...(points === undefined ? {} : { points }), evidence: [...named] } });
    else onChange(points === undefined ? rest : { ...rest, [path]: points });
  };
  return (
    <IndicatorTree
      mode="score"
      tree={effectiveTree(sheet, context.sheetItems)}
      scores={scores}
      onScore={(path, points) => change(path, points ?? undefined, evidence[path] ?? [])}
      evidence={evidence}
      onEvidence={(path, named) => change(path, scores[path], named)}
      lists={context.lists}
      readOnly={readOnly}
      scoreLabel={zh.tree.self}
      {...(typeof sheet.total === "number" ? { total: sheet.total } : {})}
    />
  );
}

/** The points of one's own and the evidence named for them, apart. */
function partsOf(given: SheetScores): { scores: ScoreMap; evidence: EvidenceMap } {
  const all = Object.entries(given).map(
    ([path, one]) => [path, typeof one === "number" ? { points: one, evidence: [] } : one] as const,
  );
  return {
    scores: Object.fromEntries(all.map(([path, { points }]) => [path, points])),
    evidence: Object.fromEntries(all.map(([path, { evidence }]) => [path, evidence])),
  };
}
