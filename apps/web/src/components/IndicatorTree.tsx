import { IndicatorEditor, type IndicatorEditorProps } from "./IndicatorEditor.tsx";
import { IndicatorScores, type IndicatorScoresProps } from "./IndicatorScores.tsx";

export type IndicatorTreeProps =
  | ({ mode: "edit" } & IndicatorEditorProps)
  | ({ mode: "score" } & IndicatorScoresProps);

/** The indicators of a sheet: `edit` writes the applicant's rows below them, `score` gives points. */
export function IndicatorTree(props: IndicatorTreeProps) {
  return props.mode === "edit" ? <IndicatorEditor {...props} /> : <IndicatorScores {...props} />;
}
