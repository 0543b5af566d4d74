import { ClauseRefs } from "../ClauseRefs.tsx";
import { Glyph } from "../Glyph.tsx";
import { type NetNode, shelved } from "./network-model.ts";
import { zh } from "../../words/zh.ts";

/** The rules behind the marks, each once, with its clause. */
export function MarkLegend({ nodes }: { nodes: readonly NetNode[] }) {
  const rules = shelved(
    nodes.flatMap(({ marks }) => marks),
    ({ kind, path }) => `${kind === "waived" ? "waived" : "violation"} ${path}`,
  );
  if (rules.size === 0) return null;
  return (
    <ul className="net-legend" aria-label={zh.net.rules}>
      {[...rules.entries()].map(([key, marks]) => {
        const [mark] = marks;
        if (mark === undefined) return null;
        const waived = mark.kind === "waived";
        return (
          <li key={key}>
            <span className={waived ? "tint-plum" : "tint-cinnabar"}>
              <Glyph name={waived ? "diamond" : "triangle"} size={10} /> {mark.label}
            </span>
            {marks.length > 1 && <span className="mute">{zh.net.count(marks.length)}</span>}
            <ClauseRefs clauses={mark.clauses} />
          </li>
        );
      })}
    </ul>
  );
}
