// The network as a table of rows that open: the same data as the graph, for keyboards, print and export.
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { zh } from "../../words/zh.ts";
import { Glyph } from "../Glyph.tsx";
import { StandingTag } from "../StandingTag.tsx";
import type { Coverage } from "./coverage.ts";
import { type Network, type NetNode, tierWord } from "./network-model.ts";
import { gravest, nodeName } from "./node-look.ts";
import { treeRows, type TreeRow } from "./tree-rows.ts";

export interface NetworkTreeProps {
  network: Network;
  coverage: Coverage;
  selected?: string;
  onSelect: (id: string | undefined) => void;
  /** opens the center itself */
  onOpen?: (node: NetNode) => void;
  /** with unit, place and days: where the table has the page for itself */
  wide?: boolean;
}

/** Above so many centers the fields are closed at first. */
const ALL_OPEN = 200;

export function NetworkTree({
  network,
  coverage,
  selected,
  onSelect,
  onOpen,
  wide = false,
}: NetworkTreeProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const large = network.nodes.length > ALL_OPEN;
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(
    () => treeRows(network, (key, level) => (large && level === 1) !== turned.has(key)),
    [network, large, turned],
  );
  const chosen = rows.find(({ node }) => node !== undefined && node.id === selected);
  const [at, setAt] = useState<string>();
  const stop = rows.some(({ key }) => key === at) ? at : (chosen?.key ?? rows[0]?.key);
  const chosenKey = chosen?.key;
  useEffect(() => {
    if (chosenKey !== undefined) rowOf(body.current, chosenKey)?.scrollIntoView({ block: "nearest" });
  }, [chosenKey]);
  const turn = (key: string): void =>
    setTurned((before) => {
      const next = new Set(before);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  const onKeyDown = (event: KeyboardEvent): void => {
    const index = rows.findIndex(({ key }) => key === stop);
    const row = rows[index];
    if (row === undefined) return;
    const answer = answerTo(event.key, rows, index);
    if (answer === undefined) return;
    event.preventDefault();
    if (answer === "turn") turn(row.key);
    else if (answer === "open") {
      if (row.node === undefined) turn(row.key);
      else if (selected === row.node.id) onOpen?.(row.node);
      else onSelect(row.node.id);
    } else {
      setAt(answer.key);
      rowOf(body.current, answer.key)?.focus();
    }
  };
  return (
    <div className={wide ? "net-tree wide" : "net-tree"} role="presentation" onKeyDown={onKeyDown}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- rows that open make a table a tree grid */}
      <table className="plain" role="treegrid" aria-label={zh.net.title}>
        <thead>
          <tr>
            <th scope="col">{zh.net.tree}</th>
            {wide && <th scope="col">{zh.net.host}</th>}
            {wide && <th scope="col">{zh.net.region}</th>}
            <th scope="col">{zh.net.tierHead}</th>
            <th scope="col">{zh.net.standingHead}</th>
            {wide && <th scope="col">{zh.net.since}</th>}
            {wide && <th scope="col">{zh.net.termEnds}</th>}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row) => (
            <tr
              key={row.key}
              data-key={row.key}
              tabIndex={row.key === stop ? 0 : -1}
              aria-level={row.level}
              aria-expanded={row.open}
              aria-selected={row.node !== undefined && row.node.id === selected}
              className={rowClass(row)}
              onFocus={() => setAt(row.key)}
              onClick={() => (row.node === undefined ? turn(row.key) : onSelect(row.node.id))}
              onDoubleClick={() => row.node !== undefined && onOpen?.(row.node)}
            >
              <td style={{ paddingLeft: 10 + (row.level - 1) * 18 }}>
                {row.open !== undefined && (
                  <button
                    type="button"
                    className="net-turn"
                    tabIndex={-1}
                    aria-label={row.open ? zh.net.fold : zh.net.open}
                    onClick={(event) => {
                      event.stopPropagation();
                      turn(row.key);
                    }}
                  >
                    {row.open ? "▼" : "▶"}
                  </button>
                )}
                {row.node === undefined ? (
                  <FieldName row={row} coverage={coverage} />
                ) : (
                  nameIn(row.node, wide)
                )}
              </td>
              {wide && <td>{row.node?.host}</td>}
              {wide && <td>{row.node?.city?.name}</td>}
              <td className="mute sm">{row.node === undefined ? "" : tierWord(row.node.tier)}</td>
              <td>{row.node === undefined ? <FieldMark row={row} /> : <NodeTag node={row.node} />}</td>
              {wide && <td>{row.node?.since ?? "—"}</td>}
              {wide && <td>{row.node?.termEndsOn ?? "—"}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const rowOf = (body: HTMLElement | null, key: string): HTMLElement | null | undefined =>
  body?.querySelector<HTMLElement>(`tr[data-key="${CSS.escape(key)}"]`);

/** What a key does in the tree: a row to go to, the row turned, or its center opened. */
function answerTo(
  key: string,
  rows: readonly TreeRow[],
  index: number,
): TreeRow | "turn" | "open" | undefined {
  const row = rows[index];
  if (row === undefined) return undefined;
  switch (key) {
    case "ArrowDown":
      return rows[index + 1];
    case "ArrowUp":
      return rows[index - 1];
    case "Home":
      return rows[0];
    case "End":
      return rows.at(-1);
    case "ArrowRight":
      return row.open === false ? "turn" : rows[index + 1];
    case "ArrowLeft":
      return row.open === true ? "turn" : rows.slice(0, index).findLast(({ level }) => level < row.level);
    case "Enter":
      return "open";
    default:
      return undefined;
  }
}

function rowClass({ node }: TreeRow): string | undefined {
  if (node === undefined) return "net-field";
  return node.look === "violation" ? "hot" : undefined;
}

/** In the narrow table place and unit name a center; in the wide one each has its column. */
const nameIn = (node: NetNode, wide: boolean) => (
  <span title={nodeName(node)}>
    {wide ? node.name : [node.city?.name, node.host].filter(Boolean).join(" ")}
  </span>
);

function FieldName({ row: { field }, coverage }: { row: TreeRow; coverage: Coverage }) {
  const covered = coverage.covered(field);
  return (
    <>
      <b>{field}</b>
      {covered > 0 && (
        <span className="sm mute net-covered">{zh.net.covered(covered, coverage.columns.length)}</span>
      )}
    </>
  );
}

const FieldMark = ({ row }: { row: TreeRow }) =>
  row.open === undefined ? <StandingTag standing="open" label={zh.net.empty} /> : null;

/** A rule's name as long as a tag has room for it; the whole of it is its title. */
const shortened = (label: string): string => (label.length > 8 ? `${label.slice(0, 7)}…` : label);

/** The mark with its rule where there is one, else the standing. */
function NodeTag({ node }: { node: NetNode }) {
  const mark = gravest(node);
  if (node.look === undefined || mark === undefined) {
    return node.standing === undefined ? (
      <span className="standing tone-ink">
        <Glyph name="dashed-ring" />
        {node.word}
      </span>
    ) : (
      <StandingTag standing={node.standing} label={node.word} />
    );
  }
  const label =
    mark.kind === "waived" && mark.until !== undefined
      ? zh.net.until(mark.until)
      : `${zh.net[node.look]} ${shortened(mark.label)}`;
  return (
    <span className="net-tag" title={mark.words}>
      <StandingTag standing={node.look} label={label} />
    </span>
  );
}
