import { flatten, type TreeItem } from "@yichuang/domain";
import { InputNumber, Input } from "antd";
import { useRef, useState, type KeyboardEvent } from "react";
import { zh } from "../words/zh.ts";
import { counted, EvidenceCell, type EvidenceProps } from "./Evidence.tsx";
import { Glyph } from "./Glyph.tsx";
import { ScoreTotal } from "./ScoreTotal.tsx";

export interface ScoreMap {
  [path: string]: number | undefined;
}
export interface IndicatorScoresProps extends EvidenceProps {
  tree: TreeItem[];
  scores: ScoreMap;
  /** null clears a score */
  onScore: (path: string, score: number | null) => void;
  /** the center's own scores, shown beside */
  self?: ScoreMap;
  comments?: { [path: string]: string | undefined };
  onComment?: (path: string, comment: string) => void;
  /** the full total, 100 unless told */
  total?: number;
  /** lines across the total bar, e.g. the pass line */
  lines?: { label: string; at: number }[];
  /** head of the score column: 专家评分 unless told */
  scoreLabel?: string;
}

/** The score sheet. In a number field ↑ and ↓ change the item, Enter goes to the next without a score, M gives full marks, E goes to the evidence. */
export function IndicatorScores(props: IndicatorScoresProps) {
  const { tree, scores, onScore, readOnly = false } = props;
  const table = useRef<HTMLTableElement>(null);
  const [current, setCurrent] = useState<string>();
  const lines = flatten(tree);
  const scored = lines.filter((item) => item.scored);

  const focus = (path: string | undefined) => {
    const fields = table.current?.querySelectorAll<HTMLInputElement>(
      "[data-path] input.ant-input-number-input",
    );
    const field = [...(fields ?? [])].find(
      (one) => one.closest<HTMLElement>("[data-path]")?.dataset["path"] === path,
    );
    field?.focus();
    field?.select();
  };
  const keys = (event: KeyboardEvent, item: TreeItem) => {
    const at = scored.indexOf(item);
    const go: Record<string, () => void> = {
      ArrowUp: () => focus(scored[at - 1]?.path),
      ArrowDown: () => focus(scored[at + 1]?.path),
      Enter: () => focus(nextUnscored(scored, scores, at)?.path),
      m: () => onScore(item.path, Number(item.weight ?? 0)),
      e: () => event.currentTarget.closest("tr")?.querySelector<HTMLInputElement>(".evidence input")?.focus(),
    };
    const act = go[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (act === undefined || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    act();
  };

  return (
    <>
      <div className="tree-scroll">
        <table className="plain tree scores" ref={table}>
          <ScoreHead props={props} />
          <tbody>
            {lines.map((item) =>
              item.scored && !readOnly ? (
                <ScoreRow
                  key={item.path}
                  item={item}
                  props={props}
                  current={item.path === current}
                  onFocus={() => setCurrent(item.path)}
                  onKeys={(event) => keys(event, item)}
                />
              ) : (
                <PlainRow key={item.path} item={item} props={props} />
              ),
            )}
          </tbody>
        </table>
      </div>
      <ScoreTotal
        {...props}
        items={scored}
        counts={counted(tree, scores, props.evidence ?? {})}
        proves={asksEvidence(props)}
      />
    </>
  );
}

/** The next line without a score after `at`, then from the top. */
function nextUnscored(scored: TreeItem[], scores: ScoreMap, at: number): TreeItem | undefined {
  const around = [...scored.slice(at + 1), ...scored.slice(0, at)];
  return around.find((item) => scores[item.path] === undefined) ?? scored[at + 1];
}

function ScoreHead({ props }: { props: IndicatorScoresProps }) {
  return (
    <thead>
      <tr>
        <th scope="col">{zh.tree.item}</th>
        <th scope="col" className="number">
          {zh.tree.max}
        </th>
        {props.self !== undefined && (
          <th scope="col" className="number beside">
            {zh.tree.self}
          </th>
        )}
        <th scope="col" className="number">
          {props.scoreLabel ?? zh.tree.expert}
        </th>
        {props.self !== undefined && (
          <th scope="col" className="number beside">
            {zh.tree.difference}
          </th>
        )}
        {asksEvidence(props) && (
          <th scope="col" className="evidence">
            {zh.tree.evidence}
          </th>
        )}
        {hasComments(props) && (
          <th scope="col" className="comment">
            {zh.tree.comment}
          </th>
        )}
      </tr>
    </thead>
  );
}

const hasComments = (props: IndicatorScoresProps): boolean =>
  props.onComment !== undefined || props.comments !== undefined;

const asksEvidence = ({ tree }: IndicatorScoresProps): boolean =>
  flatten(tree).some(({ indicator }) => indicator?.evidence !== undefined);

interface ScoreRowProps {
  item: TreeItem;
  props: IndicatorScoresProps;
  current: boolean;
  onFocus: () => void;
  onKeys: (event: KeyboardEvent) => void;
}

function ScoreRow({ item, props, current, onFocus, onKeys }: ScoreRowProps) {
  const { scores, onScore, self, comments, onComment } = props;
  const max = Number(item.weight ?? 0);
  return (
    <tr className={`${classOf(item)}${current ? " current" : ""}`} data-path={item.path} onFocus={onFocus}>
      <ItemName item={item} />
      <td className="number">{item.weight ?? "—"}</td>
      {self !== undefined && <td className="number beside">{self[item.path] ?? "—"}</td>}
      <td className="number" style={{ width: 92 }}>
        <InputNumber<number>
          size="small"
          style={{ width: 68 }}
          min={0}
          max={max}
          controls={false}
          keyboard={false}
          inputMode="decimal"
          placeholder="—"
          value={scores[item.path] ?? null}
          aria-label={`${item.label.zh}，${zh.tree.max} ${max}`}
          onChange={(score) => onScore(item.path, score === null ? null : Number(score.toFixed(4)))}
          onKeyDown={onKeys}
        />
      </td>
      {self !== undefined && <Difference self={self[item.path]} score={scores[item.path]} />}
      {asksEvidence(props) && <EvidenceCell item={item} {...props} />}
      {hasComments(props) && (
        <td className="comment" style={{ width: "30%" }}>
          <Input
            size="small"
            value={comments?.[item.path] ?? ""}
            placeholder={zh.tree.commentHint}
            aria-label={`${item.label.zh} ${zh.tree.comment}`}
            readOnly={onComment === undefined}
            onChange={(event) => onComment?.(item.path, event.target.value)}
          />
        </td>
      )}
    </tr>
  );
}

/** A heading, a row that only says what its item is scored for, or a score that is no longer open. */
function PlainRow({ item, props }: { item: TreeItem; props: IndicatorScoresProps }) {
  const { scores, self, comments } = props;
  return (
    <tr className={classOf(item)}>
      <ItemName item={item} />
      <td className="number">{item.weight ?? ""}</td>
      {self !== undefined && <td className="number beside">{self[item.path] ?? ""}</td>}
      <td className="number strong">{scores[item.path] ?? (item.scored ? "—" : "")}</td>
      {self !== undefined && <Difference self={self[item.path]} score={scores[item.path]} />}
      {asksEvidence(props) && <EvidenceCell item={item} {...props} />}
      {hasComments(props) && <td className="comment">{comments?.[item.path]}</td>}
    </tr>
  );
}

const classOf = (item: TreeItem): string => (item.owner === "authority" ? `level-${item.level}` : "");

function ItemName({ item }: { item: TreeItem }) {
  return (
    <th
      scope="row"
      style={
        item.owner === "authority"
          ? {}
          : { fontWeight: 500, background: "none", borderBottom: "1px solid var(--line)" }
      }
    >
      {item.label.zh}
      {item.content !== undefined && <span className="sm mute">{item.content}</span>}
    </th>
  );
}

function Difference({ self, score }: { self: number | undefined; score: number | undefined }) {
  if (self === undefined || score === undefined) return <td className="beside">{null}</td>;
  const difference = Number((score - self).toFixed(4));
  return (
    <td className={difference < 0 ? "number bad strong nowrap beside" : "number mute beside"}>
      {difference < 0 && <Glyph name="triangle" size={9} />} {difference < 0 ? `−${-difference}` : difference}
    </td>
  );
}
