import { showTotal, type TreeItem } from "@yichuang/domain";
import { zh } from "../words/zh.ts";
import type { IndicatorScoresProps, ScoreMap } from "./IndicatorScores.tsx";
import { Meter } from "./Meter.tsx";

/** The sum so far, cut to two places and never rounded over a line, with the lines that it must reach. */
export function ScoreTotal(
  props: IndicatorScoresProps & { items: TreeItem[]; counts: ScoreMap; proves: boolean },
) {
  const { items, scores, counts, self, total = 100, lines = [], readOnly = false } = props;
  const done = items.filter((item) => scores[item.path] !== undefined);
  const sum = sumOf(items, counts);
  return (
    <output className="total-bar">
      <span>
        {zh.tree.sum} <b>{showTotal(sum)}</b> {zh.tree.scored(weightOf(done))}
      </span>
      {self !== undefined && (
        <span className="mute">
          {zh.tree.self} {showTotal(sumOf(items, self))}
        </span>
      )}
      <Meter value={Number(sum)} of={total} width={200} marks={lines.map((line) => line.at)} />
      {lines.map((line) => (
        <span className="sm mute" key={line.label}>
          {zh.tree.line(line.label, line.at)}
        </span>
      ))}
      {!readOnly && (
        <span className="keys">
          <kbd>↑</kbd>
          <kbd>↓</kbd> {zh.tree.keys.move} <kbd>Enter</kbd> {zh.tree.keys.next} <kbd>M</kbd>{" "}
          {zh.tree.keys.full}
          {props.proves && (
            <>
              {" "}
              <kbd>E</kbd> {zh.tree.keys.evidence}
            </>
          )}
        </span>
      )}
    </output>
  );
}

/** Scores have at most four places, so their sum is exact in ten-thousandths. */
const exact = (numbers: number[]): string =>
  String(numbers.reduce((sum, n) => sum + Math.round(n * 10_000), 0) / 10_000);

const sumOf = (items: TreeItem[], scores: ScoreMap): string =>
  exact(items.map((item) => scores[item.path] ?? 0));
const weightOf = (items: TreeItem[]): string => exact(items.map((item) => Number(item.weight ?? 0)));
