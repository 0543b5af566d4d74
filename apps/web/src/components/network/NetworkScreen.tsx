// One page over one data set: graph, list, tiles, coverage and planning board of the same day.
import { Button, Checkbox, Input, Segmented, Select } from "antd";
import { type ReactNode, useMemo, useState } from "react";
import { zh } from "../../words/zh.ts";
import { EmptyState } from "../EmptyState.tsx";
import { PageHead } from "../PageHead.tsx";
import { StandingTag } from "../StandingTag.tsx";
import { byTier, type Coverage, coverageOf } from "./coverage.ts";
import { CoverageMatrix } from "./CoverageMatrix.tsx";
import { DayRail } from "./DayRail.tsx";
import { ALL_OPEN } from "./graph-layout.ts";
import { MarkLegend } from "./MarkLegend.tsx";
import { filtered, type Network, type NetNode, tierWord } from "./network-model.ts";
import { NetworkGraph } from "./NetworkGraph.tsx";
import { NetworkTree } from "./NetworkTree.tsx";
import { NodeDetail, type WayUp } from "./NodeDetail.tsx";
import { PlanBoard, type PlanTarget } from "./PlanBoard.tsx";
import { RegionTiles } from "./RegionTiles.tsx";
import "./network.css";

export const NET_VIEWS = ["graph", "list", "tiles", "coverage", "plan"] as const;
export type NetView = (typeof NET_VIEWS)[number];

/** What the address keeps. */
export interface NetSearch {
  field?: string | undefined;
  region?: string | undefined;
  on?: string | undefined;
  marked?: boolean | undefined;
  view?: NetView | undefined;
  q?: string | undefined;
  page?: number | undefined;
}

export interface NetworkScreenProps {
  /** the whole network of the day */
  network: Network;
  unit: string;
  /** the tier of the reader's own authority */
  tier: string;
  first: string;
  today: string;
  search: NetSearch;
  onSearch: (next: NetSearch) => void;
  targets: readonly PlanTarget[];
  ways: readonly WayUp[];
  pageOf: (node: NetNode) => string | undefined;
  onOpen: (node: NetNode) => void;
  onExport: (network: Network, coverage: Coverage) => void;
  /** further acts; the page decides which hold in the past */
  acts?: ReactNode;
  /** how many rows the server held back, and the list that pages through all of them */
  truncated?: number;
  list?: ReactNode;
}

export function NetworkScreen(props: NetworkScreenProps) {
  const { network, unit, tier, search, onSearch, today, targets, ways, pageOf, onOpen } = props;
  const [selected, onSelect] = useState<string>();
  const day = search.on ?? today;
  const view = search.view ?? (isNarrow() ? "list" : "graph");
  const whole = useMemo(() => coverageOf(network), [network]);
  const shown = useMemo(() => filtered(network, search), [network, search]);
  const coverage = useMemo(() => coverageOf(shown), [shown]);
  const node = selected === undefined ? undefined : shown.byId.get(selected);
  const kin = { network: shown, coverage, onSelect, onOpen, ...(selected === undefined ? {} : { selected }) };
  const toCell = (field: string, region: string): void => onSearch({ ...search, field, region });
  const nothing = (
    <EmptyState
      title={
        search.field === undefined ? zh.net.nothing : zh.net.fieldEmpty(search.field, coverage.columns.length)
      }
      action={
        <Button type="link" onClick={() => onSearch(search.on === undefined ? {} : { on: search.on })}>
          {zh.net.clear}
        </Button>
      }
    />
  );
  return (
    <>
      <PageHead
        title={zh.net.title}
        tags={<HeadCounts nodes={network.nodes} empty={whole.empty.length} />}
        actions={
          <>
            <Segmented<NetView>
              aria-label={zh.net.view}
              value={view}
              options={NET_VIEWS.map((value) => ({ value, label: zh.net.views[value] }))}
              onChange={(value) => onSearch({ ...search, view: value })}
            />
            <Button onClick={() => props.onExport(shown, coverage)}>{zh.net.export}</Button>
            {props.acts}
          </>
        }
      />
      <div className="net-page">
        <Query {...props} whole={whole} day={day} />
        <p className="net-printed">
          {[unit, day, search.field, search.region, search.q].filter(Boolean).join(" · ")}
        </p>
        <div className={`net-main ${view}`}>
          {shown.nodes.length === 0 ? (
            nothing
          ) : (
            <>
              {(view === "graph" || view === "tiles") && (
                <div className="net-side">
                  <NetworkTree {...kin} />
                </div>
              )}
              {view === "graph" && (
                <div className="net-work">
                  <div className="net-canvas">
                    <NetworkGraph
                      {...kin}
                      caption={
                        <>
                          <b>{search.field ?? zh.net.allFields}</b>
                          <span className="sm mute">{zh.net.sameRows}</span>
                        </>
                      }
                      onList={() => onSearch({ ...search, view: "list" })}
                    />
                  </div>
                  {node === undefined ? (
                    <MarkLegend nodes={shown.nodes} />
                  ) : (
                    <NodeDetail {...{ network, node, ways, pageOf, onSelect }} />
                  )}
                  {shown.nodes.length <= ALL_OPEN && (
                    <section className="net-cover">
                      <CoverCaption />
                      <CoverageMatrix coverage={coverage} tier={tier} onOpen={toCell} />
                    </section>
                  )}
                </div>
              )}
              {view === "tiles" && (
                <div className="net-work">
                  <p className="net-caption">{zh.net.tiles}</p>
                  <RegionTiles
                    network={shown}
                    coverage={coverage}
                    onChoose={(region) => {
                      const { region: _before, ...rest } = search;
                      onSearch(region === undefined ? rest : { ...rest, region });
                    }}
                    {...(search.region === undefined ? {} : { chosen: search.region })}
                  />
                  {node !== undefined && <NodeDetail {...{ network, node, ways, pageOf, onSelect }} />}
                </div>
              )}
              {view === "list" && (
                <div className="net-whole">
                  {node !== undefined && <NodeDetail {...{ network, node, ways, pageOf, onSelect }} />}
                  {props.list ?? <NetworkTree {...kin} wide={!isNarrow()} />}
                </div>
              )}
              {view === "coverage" && (
                <section className="net-whole net-cover">
                  <CoverCaption />
                  <CoverageMatrix coverage={coverage} tier={tier} onOpen={toCell} />
                </section>
              )}
              {view === "plan" && (
                <div className="net-whole">
                  <PlanBoard
                    network={shown}
                    coverage={coverage}
                    targets={targets}
                    onRegion={(region) => onSearch({ ...search, region, view: "graph" })}
                    onField={(field) => onSearch({ ...search, field, view: "graph" })}
                  />
                </div>
              )}
            </>
          )}
        </div>
      </div>
    </>
  );
}

const CoverCaption = () => (
  <p className="net-caption">
    <b>{zh.net.coverage}</b>
    <span className="sm mute">{zh.net.coverageNote}</span>
  </p>
);

/** On a phone the list comes first, the graph is one switch away. */
const isNarrow = (): boolean => typeof matchMedia === "function" && matchMedia("(max-width: 600px)").matches;

function HeadCounts({ nodes, empty }: { nodes: readonly NetNode[]; empty: number }) {
  const violations = nodes.filter(({ look }) => look === "violation").length;
  const waivers = nodes.filter(({ look }) => look === "waived").length;
  const counts = byTier(nodes.filter(({ external }) => !external)).map(
    ([tier, centers]) => `${tierWord(tier)} ${centers.length}`,
  );
  return (
    <>
      {violations > 0 && <StandingTag standing="violation" label={`${zh.net.violation} ${violations}`} />}
      {waivers > 0 && <StandingTag standing="waived" label={`${zh.net.waived} ${waivers}`} />}
      <span className="sm mute">{[...counts, `${zh.net.emptyFields} ${empty}`].join(" · ")}</span>
    </>
  );
}

function Query({
  network,
  search,
  onSearch,
  first,
  today,
  day,
  whole,
  truncated = 0,
}: NetworkScreenProps & { whole: Coverage; day: string }) {
  const set = <K extends keyof NetSearch>(key: K, value: NetSearch[K]): void => {
    const { [key]: _before, page: _page, ...rest } = search;
    onSearch(value === undefined ? rest : { ...rest, [key]: value });
  };
  return (
    <search className="net-query">
      <Select
        aria-label={zh.net.field}
        style={{ width: 130 }}
        value={search.field ?? ""}
        onChange={(field) => set("field", field === "" ? undefined : field)}
        options={[
          { value: "", label: zh.net.allFields },
          ...whole.fields.map((field) => ({ value: field, label: field })),
        ]}
        showSearch
        popupMatchSelectWidth={220}
      />
      <Select
        aria-label={zh.net.region}
        style={{ width: 112 }}
        value={search.region ?? ""}
        onChange={(region) => set("region", region === "" ? undefined : region)}
        options={[
          { value: "", label: zh.net.allRegions },
          ...network.places.map(({ code, name }) => ({ value: code, label: name })),
        ]}
        popupMatchSelectWidth={180}
      />
      <Input.Search
        aria-label={zh.net.find}
        placeholder={zh.net.find}
        allowClear
        defaultValue={search.q}
        key={search.q ?? ""}
        onSearch={(q) => set("q", q.trim() === "" ? undefined : q.trim())}
        style={{ width: 138 }}
      />
      <Checkbox
        checked={search.marked === true}
        onChange={({ target }) => set("marked", target.checked ? true : undefined)}
      >
        {zh.net.onlyMarked}
      </Checkbox>
      <DayRail first={first} today={today} day={day} onDay={(on) => set("on", on)} />
      {truncated > 0 && <p className="sm mute">{zh.net.truncated(truncated)}</p>}
      {day < today && <output className="net-past">{zh.net.past}</output>}
    </search>
  );
}
