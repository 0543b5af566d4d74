// Evidence beside a number: named by whoever fills the sheet, and what counts without it.
import type { TreeItem } from "@yichuang/domain";
import type { List } from "@yichuang/policy";
import { Checkbox, Input } from "antd";
import { zh } from "../words/zh.ts";
import type { ScoreMap } from "./IndicatorScores.tsx";

/** By the path of an item: kinds that it asks for, or words where it asks for any. */
export interface EvidenceMap {
  [path: string]: readonly string[] | undefined;
}

export interface EvidenceProps {
  evidence?: EvidenceMap;
  /** nothing named is an empty list */
  onEvidence?: (path: string, named: string[]) => void;
  /** evidence that the center named with its own scores */
  selfEvidence?: EvidenceMap;
  /** where the words of the kinds stand */
  lists?: readonly List[];
  readOnly?: boolean;
}

/** The word of a kind in the policy's lists; evidence that was named in words is its own. */
export const evidenceWord = (lists: readonly List[], named: string): string =>
  lists.flatMap(({ items }) => items).find(({ key }) => key === named)?.label?.zh ?? named;

const lacks = ({ indicator, path }: TreeItem, evidence: EvidenceMap): boolean =>
  indicator?.evidence?.lacking === "zero" && (evidence[path] ?? []).length === 0;

/** Scores as they count: nothing for an item without the evidence that it must have, nor for what stands below it. */
export function counted(tree: readonly TreeItem[], scores: ScoreMap, evidence: EvidenceMap): ScoreMap {
  const below = (items: readonly TreeItem[], lost: boolean): [string, number][] =>
    items.flatMap((item) => {
      const nothing = lost || lacks(item, evidence);
      const score = scores[item.path];
      const own: [string, number][] = score === undefined ? [] : [[item.path, nothing ? 0 : score]];
      return [...own, ...below(item.items, nothing)];
    });
  return Object.fromEntries(below(tree, false));
}

/** The cell of an item: empty where it asks for no evidence. */
export function EvidenceCell({ item, ...props }: EvidenceProps & { item: TreeItem }) {
  const asked = item.indicator?.evidence;
  if (asked === undefined) return <td className="evidence">{null}</td>;
  const { evidence = {}, selfEvidence = {}, lists = [], readOnly = false } = props;
  const named = evidence[item.path] ?? [];
  const own = selfEvidence[item.path] ?? [];
  const say = (all: readonly string[]): string => all.map((one) => evidenceWord(lists, one)).join("、");
  return (
    <td className="evidence">
      {readOnly || props.onEvidence === undefined ? (
        say(named)
      ) : (
        <EvidenceControl
          name={`${item.label.zh} ${zh.tree.evidence}`}
          kinds={asked.kinds?.map((kind) => ({ value: kind, label: evidenceWord(lists, kind) }))}
          value={[...named]}
          onChange={(next) => props.onEvidence?.(item.path, next)}
        />
      )}
      {own.length > 0 && <span className="sm mute"> {zh.tree.selfEvidence(say(own))}</span>}
      {lacks(item, evidence) && <span className="sm bad"> {zh.tree.noEvidence}</span>}
    </td>
  );
}

interface EvidenceControlProps {
  name: string;
  /** undefined where any evidence will do */
  kinds: { value: string; label: string }[] | undefined;
  value: string[];
  onChange: (named: string[]) => void;
}

function EvidenceControl({ name, kinds, value, onChange }: EvidenceControlProps) {
  if (kinds !== undefined)
    return (
      <fieldset aria-label={name}>
        <Checkbox.Group options={kinds} value={value} onChange={onChange} />
      </fieldset>
    );
  return (
    <Input
      size="small"
      maxLength={64}
      value={value[0] ?? ""}
      placeholder={zh.tree.evidenceHint}
      aria-label={name}
      onChange={({ target }) => onChange(target.value === "" ? [] : [target.value])}
    />
  );
}
