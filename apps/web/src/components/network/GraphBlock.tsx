// One field of the graph: its heading, the bands of its tiers, its edges; from far away its centers as spots.
import { memo } from "react";
import { zh } from "../../words/zh.ts";
import { Glyph } from "../Glyph.tsx";
import type { Tone } from "../StandingTag.tsx";
import type { Block, Item, Line } from "./graph-layout.ts";
import { shelved, tierRank, tierSign } from "./network-model.ts";
import { nodeLook } from "./node-look.ts";

export interface GraphBlockProps {
  block: Block;
  far: boolean;
  /** the chosen center, where it stands in this block */
  selected: string | undefined;
  /** undefined where it cannot be folded */
  onOpen: ((field: string) => void) | undefined;
}

/** Drawn anew only where something of its own has changed: a move of the view is none of its business. */
export const GraphBlock = memo(function GraphBlock({ block, far, selected, onOpen }: GraphBlockProps) {
  const { field, members, open, headed, bands, items, lines } = block;
  if (!open) {
    return (
      <button type="button" className="net-card" onClick={() => onOpen?.(field)} aria-expanded={false}>
        <b>{field}</b>
        <span className="row-wrap">
          <span>{tierCounts(block)}</span>
          <Marks block={block} />
        </span>
      </button>
    );
  }
  return (
    <div className={headed ? "net-block" : "net-block alone"} style={{ width: block.w, height: block.h }}>
      {bands.map(({ y, h, tier, type }) => (
        <div key={y} className="net-band" style={{ top: y, height: h }}>
          <b>{tier}</b>
          {type !== undefined && !far && <span>{type}</span>}
        </div>
      ))}
      <Lines block={block} lines={lines} selected={selected} />
      {far && <Spots block={block} items={items} />}
      {headed && (
        <div className={far ? "net-heading afar" : "net-heading"}>
          <b>{field}</b>
          {!far && <span className="mute">{zh.net.count(members.length)}</span>}
          <Marks block={block} />
          {onOpen !== undefined && !far && (
            <button type="button" className="link" onClick={() => onOpen(field)} aria-expanded={true}>
              {zh.net.fold}
            </button>
          )}
        </div>
      )}
    </div>
  );
});

/** `省 2 · 市 12` */
function tierCounts({ members }: Block): string {
  const tiers = shelved(members, ({ tier }) => tier);
  return [...tiers.entries()]
    .toSorted(([a], [b]) => tierRank(a) - tierRank(b))
    .map(([tier, own]) => `${tierSign(tier)} ${own.length}`)
    .join(" · ");
}

function Marks({ block: { members } }: { block: Block }) {
  const count = (look: "violation" | "waived"): number => members.filter((node) => node.look === look).length;
  const [violations, waivers] = [count("violation"), count("waived")];
  return (
    <>
      {violations > 0 && (
        <span className="net-line tint-cinnabar">
          <Glyph name="triangle" size={10} /> <span className="sr">{zh.net.violation}</span> {violations}
        </span>
      )}
      {waivers > 0 && (
        <span className="net-line tint-plum">
          <Glyph name="diamond" size={10} /> <span className="sr">{zh.net.waived}</span> {waivers}
        </span>
      )}
    </>
  );
}

const lineClass = ({ kind, look }: Line): string => `${kind}${look === undefined ? "" : ` ${look}`}`;

/** Down from above in right angles; what leads up or sideways goes straight. */
function pathOf({ from, to }: Line, { x, y }: Block): string {
  const [x1, x2] = [from.x + from.w / 2 - x, to.x + to.w / 2 - x];
  const bottom = from.y + from.h - y;
  const top = to.y - y;
  if (top <= bottom) return `M${x1} ${from.y + from.h / 2 - y}L${x2} ${to.y + to.h / 2 - y}`;
  return `M${x1} ${bottom}V${top - 14}H${x2}V${top}`;
}

/** All edges of one look as one path: their number costs nothing. */
function Lines({ block, lines, selected }: { block: Block; lines: Line[]; selected: string | undefined }) {
  const looks = shelved(lines, lineClass);
  const chosen = lines.filter(({ from, to }) => from.id === selected || to.id === selected);
  const paths = (own: Line[]): string => own.map((line) => pathOf(line, block)).join("");
  return (
    <svg className="net-lines" width={block.w} height={block.h} aria-hidden="true">
      {[...looks.entries()].map(([look, own]) => (
        <path key={look} className={look} d={paths(own)} />
      ))}
      {chosen.length > 0 && <path className="chosen" d={paths(chosen)} />}
    </svg>
  );
}

const spotTone = (item: Item): Tone => (item.kind === "center" ? nodeLook(item.node).tone : "ink");

function Spots({ block, items }: { block: Block; items: Item[] }) {
  const tones = shelved(items, spotTone);
  return (
    <svg className="net-spots" width={block.w} height={block.h} aria-hidden="true">
      {[...tones.entries()].map(([tone, own]) => (
        <path
          key={tone}
          className={`spot-${tone}`}
          d={own.map(({ x, y, w, h }) => `M${x - block.x} ${y - block.y}h${w}v${h}h${-w}z`).join("")}
        />
      ))}
    </svg>
  );
}
