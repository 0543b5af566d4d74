import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { NAMED_FIELDS, REGIONS, ROOT, sampleNetwork, TIER, TODAY } from "../../gallery/sample-network.ts";
import { networkCsv } from "../../pages/network-file.ts";
import { coverageOf } from "./coverage.ts";
import { CoverageMatrix, shortName } from "./CoverageMatrix.tsx";
import { MarkLegend } from "./MarkLegend.tsx";
import { networkOn } from "./network-model.ts";
import { NetworkTree } from "./NetworkTree.tsx";
import { PlanBoard } from "./PlanBoard.tsx";
import { RegionTiles } from "./RegionTiles.tsx";
import { treeRows } from "./tree-rows.ts";

const network = networkOn(
  { ...sampleNetwork(44), regions: REGIONS, root: ROOT, fields: NAMED_FIELDS },
  TODAY,
);
const coverage = coverageOf(network);
const nothing = (): undefined => undefined;
const own = network.nodes.filter(({ external }) => !external);

describe("the tree table", () => {
  const open = treeRows(network, () => false);

  it("shows every center, and every field, an empty one too", () => {
    expect(new Set(open.flatMap(({ node }) => node?.id ?? []))).toEqual(
      new Set(network.nodes.map(({ id }) => id)),
    );
    expect(open.filter(({ level }) => level === 1).map(({ field }) => field)).toEqual(network.fields);
    expect(open.find(({ field }) => field === "血液系统疾病")).toEqual({
      key: "血液系统疾病",
      level: 1,
      field: "血液系统疾病",
    });
  });

  it("hangs a branch one level below its center", () => {
    const branch = open.findIndex(({ node }) => node?.type === "分中心");
    const parent = open.slice(0, branch).findLast(({ level }) => level < (open[branch]?.level ?? 0));
    expect(open[branch]?.node?.parents).toEqual([parent?.node?.id]);
  });

  it("leaves out what lies below a closed row", () => {
    const closed = treeRows(network, (_key, level) => level === 1);
    expect(closed.every(({ level }) => level === 1)).toBe(true);
  });

  it("tells levels, standings and marks to who does not see them", () => {
    const html = renderToStaticMarkup(
      <NetworkTree network={network} coverage={coverage} onSelect={nothing} />,
    );
    expect(html).toContain('role="treegrid"');
    expect(html).toMatch(/aria-level="3"/);
    expect(html.match(/tabindex="0"/gi)).toHaveLength(1);
    expect(html).toContain("违规 同市第 2 家");
    expect(html).toContain("豁免至 27-06");
  });
});

describe("coverage", () => {
  it("counts every own center with a place once", () => {
    const cells = coverage.fields.flatMap((field) =>
      coverage.columns.map(({ code }) => coverage.at(field, code).length),
    );
    expect(cells.reduce((sum, n) => sum + n, 0)).toBe(own.filter(({ city }) => city !== undefined).length);
    expect(coverage.empty).toEqual(["口腔疾病", "血液系统疾病"]);
  });

  it("names each cell with its field, its place and what is there", () => {
    const html = renderToStaticMarkup(<CoverageMatrix coverage={coverage} tier={TIER} onOpen={nothing} />);
    expect(html).toContain('aria-label="血液系统疾病，甲川市：空白"');
    expect(html).toContain("0/11");
    expect(html).toMatch(/data-state="strained"/);
    expect(html).toMatch(/data-state="seat"/);
  });

  it("shortens the head of a column by its kind of division only", () => {
    const names = ["甲川市", "乙县", "丙自治州", "丁区"].map((name) => shortName({ name, kind: "division" }));
    expect(names).toEqual(["甲川", "乙县", "丙", "丁区"]);
    expect(shortName({ name: "戊江新区", kind: "zone" })).toBe("戊江新区");
  });
});

describe("tiles and planning board", () => {
  it("gives every place one tile, the chosen one pressed", () => {
    const html = renderToStaticMarkup(
      <RegionTiles network={network} coverage={coverage} chosen="990200" onChoose={nothing} />,
    );
    expect(html.match(/class="net-tile/g)?.length).toBeGreaterThanOrEqual(11);
    expect(html.match(/aria-pressed="true"/g)).toHaveLength(1);
  });

  it("says of every place what is empty there", () => {
    const html = renderToStaticMarkup(
      <PlanBoard network={network} coverage={coverage} targets={[]} onRegion={nothing} onField={nothing} />,
    );
    expect(html.match(/<th scope="row">/g)).toHaveLength(11);
    expect(html).toMatch(/另 \d+ 个/);
  });
});

describe("marks and export", () => {
  it("names each rule once, with its clause", () => {
    const html = renderToStaticMarkup(<MarkLegend nodes={network.nodes} />);
    expect(html.match(/<li>/g)).toHaveLength(2);
    expect(html).toContain("三(二)");
  });

  it("writes one line for each center that is shown", () => {
    const lines = networkCsv(network).trimEnd().split("\r\n");
    expect(lines).toHaveLength(network.nodes.length + 1);
    expect(lines.filter((line) => line.includes("第 2 家"))).toHaveLength(1);
  });
});
