// What is known of the chosen center: above and below it, its marks with their clauses, its way up.
import type { ReactNode } from "react";
import { zh } from "../../words/zh.ts";
import { AppLink } from "../AppLink.tsx";
import { ClauseRefs } from "../ClauseRefs.tsx";
import { Glyph } from "../Glyph.tsx";
import type { ShownClause } from "../Refusal.tsx";
import type { Network, NetNode } from "./network-model.ts";
import { nodeLook } from "./node-look.ts";

/** The nearest tier above a center, and the conditions that are still missing. */
export interface WayUp {
  center: string;
  to: string;
  missing: { said: string; clauses: ShownClause[] }[];
}

export interface NodeDetailProps {
  network: Network;
  node: NetNode;
  ways: readonly WayUp[];
  /** the page of a center that the reader may open */
  pageOf: (node: NetNode) => string | undefined;
  onSelect: (id: string | undefined) => void;
}

export function NodeDetail({ network, node, ways, pageOf, onSelect }: NodeDetailProps) {
  const { glyph, tone } = nodeLook(node);
  const page = pageOf(node);
  const above = node.parents.flatMap((id) => network.byId.get(id) ?? []);
  const below = network.nodes.filter(({ parents }) => parents.includes(node.id));
  const own = ways.filter(({ center }) => center === node.id);
  return (
    <section className="net-detail" aria-label={node.name}>
      <p className="row-wrap">
        <span className={`tint-${tone}`}>
          <Glyph name={glyph} />
        </span>
        <b>{page === undefined ? node.name : <AppLink to={page}>{node.name}</AppLink>}</b>
        <span className="mute">
          {[node.host, node.city?.name, node.type, node.word, node.since].filter(Boolean).join(" · ")}
        </span>
        <button type="button" className="link net-close" onClick={() => onSelect(undefined)}>
          {zh.net.close}
        </button>
      </p>
      {node.marks.map((mark) => (
        <p key={`${mark.kind} ${mark.path}`} className="row-wrap">
          <span className={mark.kind === "waived" ? "tint-plum" : "tint-cinnabar"}>{mark.words}</span>
          <ClauseRefs clauses={mark.clauses} />
        </p>
      ))}
      <Kin label={zh.net.above} nodes={above} onSelect={onSelect} />
      <Kin label={zh.net.below} nodes={below} onSelect={onSelect} />
      {own.map((way) => (
        <div key={way.to} className="row-wrap">
          <span className="mute">{zh.net.path}</span>
          <span>
            {way.to}：{way.missing.length === 0 ? zh.net.ready : zh.net.missing(way.missing.length)}
          </span>
          {way.missing.map(({ said, clauses }) => (
            <span key={said} className="row-wrap">
              <Glyph name="cross" size={9} />
              {said}
              <ClauseRefs clauses={clauses} />
            </span>
          ))}
        </div>
      ))}
    </section>
  );
}

/** So many relatives are named, the rest is counted. */
const NAMED = 6;

function Kin(props: { label: string; nodes: NetNode[]; onSelect: (id: string) => void }): ReactNode {
  const { label, nodes, onSelect } = props;
  if (nodes.length === 0) return null;
  return (
    <p className="row-wrap">
      <span className="mute">
        {label} {nodes.length}
      </span>
      {nodes.slice(0, NAMED).map((one) => (
        <button key={one.id} type="button" className="link" onClick={() => onSelect(one.id)}>
          {[one.city?.name, one.host].filter(Boolean).join(" ")}
        </button>
      ))}
      {nodes.length > NAMED && <span className="mute">{zh.net.more(nodes.length - NAMED)}</span>}
    </p>
  );
}
