// The planning board: each place with its centers, what is empty there, what is under way; above it the targets.
import type { ReactNode } from "react";
import { zh } from "../../words/zh.ts";
import { Glyph } from "../Glyph.tsx";
import { type AnyStanding, StandingTag } from "../StandingTag.tsx";
import type { Coverage } from "./coverage.ts";
import { type Network, type NetNode, tierRank, tierWord } from "./network-model.ts";
import { nodeLook, nodeName } from "./node-look.ts";
import { StandingCounts } from "./RegionTiles.tsx";

/** A target of the whole network, in words. */
export interface PlanTarget {
  key: string;
  label: ReactNode;
  asked: string;
  now: ReactNode;
  forecast: string;
  state: { look: AnyStanding; word: string };
}

export interface PlanBoardProps {
  network: Network;
  coverage: Coverage;
  targets: readonly PlanTarget[];
  onRegion: (region: string) => void;
  onField: (field: string) => void;
}

/** How many empty fields are named before the rest is counted. */
const NAMED = 4;

export function PlanBoard({ network, coverage, targets, onRegion, onField }: PlanBoardProps) {
  const own = network.nodes.filter(({ external }) => !external);
  const tiers = [...new Set(own.map(({ tier }) => tier))].toSorted((a, b) => tierRank(a) - tierRank(b));
  return (
    <div className="net-plan">
      {targets.length > 0 && <Targets targets={targets} />}
      <table className="plain" aria-label={zh.net.plan}>
        <thead>
          <tr>
            <th scope="col">{zh.net.region}</th>
            {tiers.map((tier) => (
              <th scope="col" key={tier} className="number">
                {tierWord(tier)}
              </th>
            ))}
            <th scope="col">{zh.net.standingHead}</th>
            <th scope="col" className="number">
              {zh.net.coveredHead}
            </th>
            <th scope="col">{zh.net.emptyFields}</th>
            <th scope="col">{zh.net.underway}</th>
            <th scope="col">{zh.net.strained}</th>
          </tr>
        </thead>
        <tbody>
          {coverage.columns.map(({ code, name }) => {
            const here = own.filter(({ city }) => city?.code === code);
            const missing = coverage.missing(code);
            return (
              <tr key={code}>
                <th scope="row">
                  <button type="button" className="link" onClick={() => onRegion(code)}>
                    {name}
                  </button>
                </th>
                {tiers.map((tier) => (
                  <td key={tier} className="number">
                    {here.filter((node) => node.tier === tier).length}
                  </td>
                ))}
                <td>
                  <StandingCounts nodes={here} />
                </td>
                <td className="number">
                  {coverage.fields.length - missing.length}/{coverage.fields.length}
                </td>
                <td>
                  <span className="row-wrap">
                    {missing.slice(0, NAMED).map((field) => (
                      <button key={field} type="button" className="link" onClick={() => onField(field)}>
                        {field}
                      </button>
                    ))}
                    {missing.length > NAMED && (
                      <span className="mute">{zh.net.more(missing.length - NAMED)}</span>
                    )}
                    {missing.length === 0 && <span className="mute">{zh.net.noEmpty}</span>}
                  </span>
                </td>
                <td>
                  <Named nodes={here.filter((node) => nodeLook(node).glyph === "half-disc")} />
                </td>
                <td>
                  <Named nodes={here.filter(({ look }) => look !== undefined)} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Named({ nodes }: { nodes: NetNode[] }) {
  if (nodes.length === 0) return <span className="mute">{zh.net.none}</span>;
  const [first] = nodes;
  if (first === undefined) return null;
  const { glyph, tone } = nodeLook(first);
  return (
    <span title={nodes.map(nodeName).join("\n")}>
      <span className={`tint-${tone}`}>
        <Glyph name={glyph} size={10} />
      </span>{" "}
      {first.field} {first.host}
      {nodes.length > 1 && <span className="mute"> {zh.net.more(nodes.length - 1)}</span>}
    </span>
  );
}

const Targets = ({ targets }: { targets: readonly PlanTarget[] }) => (
  <table className="plain" aria-label={zh.net.targets}>
    <thead>
      <tr>
        <th scope="col">{zh.net.target}</th>
        <th scope="col">{zh.net.asked}</th>
        <th scope="col">{zh.net.now}</th>
        <th scope="col">{zh.net.forecast}</th>
        <th scope="col">{zh.net.result}</th>
      </tr>
    </thead>
    <tbody>
      {targets.map(({ key, label, asked, now, forecast, state }) => (
        <tr key={key}>
          <th scope="row">{label}</th>
          <td>{asked}</td>
          <td>{now}</td>
          <td>{forecast}</td>
          <td>
            <StandingTag standing={state.look} label={state.word} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
