import { zh } from "../../words/zh.ts";
import { Glyph } from "../Glyph.tsx";
import { byTier, type Coverage } from "./coverage.ts";
import { type Network, type NetNode, shelved, tierSign } from "./network-model.ts";
import { nodeLook } from "./node-look.ts";

export interface RegionTilesProps {
  network: Network;
  coverage: Coverage;
  chosen?: string;
  onChoose: (region: string | undefined) => void;
}

/** Places as equal squares in the order of their codes: how many centers, how they stand, what is empty. No borders. */
export function RegionTiles({ network, coverage, chosen, onChoose }: RegionTilesProps) {
  const { columns, missing, fields } = coverage;
  const own = network.nodes.filter(({ external }) => !external);
  // provinces stand in rows by the first digit of their code, the greater areas of the country
  const wide = columns.length > 0 && columns.every(({ code }) => code.endsWith("0000"));
  const rows = wide ? [...shelved(columns, ({ code }) => code.slice(0, 1)).values()] : [columns];
  return (
    <div className="net-tiles">
      {rows.map((row) => (
        <ul key={row[0]?.code ?? ""} className="net-tile-row">
          {row.map(({ code, name }) => (
            <li key={code}>
              <Tile
                name={name}
                nodes={own.filter(({ city }) => city?.code === code)}
                missing={missing(code).length}
                of={fields.length}
                chosen={chosen === code}
                onChoose={() => onChoose(chosen === code ? undefined : code)}
              />
            </li>
          ))}
        </ul>
      ))}
    </div>
  );
}

interface TileProps {
  name: string;
  nodes: NetNode[];
  missing: number;
  of: number;
  chosen: boolean;
  onChoose: () => void;
}

function Tile({ name, nodes, missing, of, chosen, onChoose }: TileProps) {
  const tiers = byTier(nodes).map(([tier, centers]) => `${tierSign(tier)} ${centers.length}`);
  return (
    <button
      type="button"
      className={nodes.length === 0 ? "net-tile bare" : "net-tile"}
      aria-pressed={chosen}
      onClick={onChoose}
    >
      <b>{name}</b>
      <span className="net-line">{nodes.length === 0 ? zh.net.empty : tiers.join(" · ")}</span>
      <StandingCounts nodes={nodes} />
      <span className="net-line mute">
        {missing === 0 ? zh.net.noEmpty : `${zh.net.emptyOf(missing)}/${of}`}
      </span>
    </button>
  );
}

/** How many stand how: sign, number, and the word for who does not see the sign. */
export function StandingCounts({ nodes }: { nodes: readonly NetNode[] }) {
  const looks = shelved(nodes, (node) => nodeLook(node).glyph);
  return (
    <span className="net-counts">
      {[...looks.entries()].map(([glyph, own]) => {
        const [first] = own;
        if (first === undefined) return null;
        return (
          <span key={glyph} className={`tint-${nodeLook(first).tone}`}>
            <Glyph name={nodeLook(first).glyph} size={10} />
            <span className="sr">{first.look === undefined ? first.word : zh.net[first.look]}</span>{" "}
            {own.length}
          </span>
        );
      })}
    </span>
  );
}
