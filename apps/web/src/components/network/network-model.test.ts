import type { ExternalCenter, NetworkCenter, NetworkMark, PublishedLink, Region } from "@yichuang/domain";
import { describe, expect, it } from "vitest";
import { filtered, networkOn, type NetworkSource } from "./network-model.ts";

const region = (code: string, parent?: string): Region => ({
  code,
  name: code,
  kind: "division",
  from: "2000-01-01",
  predecessors: [],
  ...(parent === undefined ? {} : { parent }),
});
const REGIONS = [
  region("990000"),
  region("990100", "990000"),
  region("990200", "990000"),
  region("990203", "990200"),
];

const link = (part: Partial<PublishedLink>): PublishedLink => ({
  role: "parent-center",
  name: "上级",
  from: "2020-01-01",
  ...part,
});
const center = (id: string, part: Partial<NetworkCenter> = {}): NetworkCenter => ({
  tenant: 1,
  center: id,
  name: `${id} 中心`,
  host: `${id} 医院`,
  uscc: id,
  type: "center",
  typeLabel: "中心",
  tier: "municipal",
  fieldLabel: "心血管疾病",
  place: "990203",
  standing: "established",
  spans: [{ from: "2020-01-01", standing: "established" }],
  links: [],
  waivers: [],
  ...part,
});
const NATIONAL: ExternalCenter = {
  id: "nation",
  name: "国家中心",
  tier: "national",
  title: "国家中心",
  authority: "示例部委",
  host: "示例国家医院",
  from: "2019-01-01",
};
const strained: NetworkMark = {
  center: "b1",
  kind: "cap-exceeded",
  path: "caps/one",
  label: "同市第 2 家",
  words: "每市不超过 1 家",
  clauses: [],
};

const source = (centers: NetworkCenter[], part: Partial<NetworkSource> = {}): NetworkSource => ({
  centers,
  external: [NATIONAL],
  regions: REGIONS,
  marks: [strained],
  root: "990000",
  fields: ["儿童健康", "心血管疾病"],
  ...part,
});
const CENTERS = [
  center("p", { tier: "provincial", place: "990100", links: [link({ center: "nation" })] }),
  center("b1", { links: [link({ center: "p", to: "2024-01-01" })] }),
  center("b2", { links: [link({ center: "p", tenant: 2 }), link({ role: "joint", center: "b1" })] }),
];

describe("the network that views draw", () => {
  const network = networkOn(source(CENTERS), "2023-12-31");

  it("hangs lineage below its parents, and tells what crosses tenants and what is allied", () => {
    expect(network.edges.map(({ from, to, kind }) => [from, to, kind])).toEqual([
      ["nation", "p", "lineage"],
      ["p", "b1", "lineage"],
      ["p", "b2", "crossing"],
      ["b2", "b1", "alliance"],
    ]);
    expect(network.byId.get("b2")?.parents).toEqual(["p"]);
  });

  it("marks a center and the edge that leads to it", () => {
    expect(network.byId.get("b1")?.look).toBe("violation");
    expect(network.edges.find(({ to, kind }) => to === "b1" && kind === "lineage")?.look).toBe("violation");
  });

  it("reads a place at the level below the reader's region, and orders fields as the policy does", () => {
    expect(network.byId.get("b1")?.city?.code).toBe("990200");
    expect(network.places.map(({ code }) => code)).toEqual(["990100", "990200"]);
    expect(network.fields.slice(0, 2)).toEqual(["儿童健康", "心血管疾病"]);
  });

  it("lets an edge go on the day on which it ends", () => {
    expect(networkOn(source(CENTERS), "2024-01-01").byId.get("b1")?.parents).toEqual([]);
  });

  it("leaves out who had not come yet, and who has ended", () => {
    const gone = center("gone", { spans: [{ from: "2020-01-01", standing: "revoked" }] });
    expect(networkOn(source([...CENTERS, gone]), "2023-12-31").byId.has("gone")).toBe(false);
    expect(networkOn(source(CENTERS), "2019-12-31").nodes.map(({ id }) => id)).toEqual(["nation"]);
  });

  it("shows a waiver that a center carries as a mark of its own", () => {
    const waived = center("w", { waivers: [{ path: "caps/two", label: "每市一家", reason: "试点" }] });
    expect(networkOn(source([waived]), "2023-12-31").byId.get("w")).toMatchObject({
      look: "waived",
      marks: [{ kind: "waived", words: "每市一家：试点" }],
    });
  });

  it("draws one institution's own center below its branch", () => {
    const own = center("own", { uscc: "b1", type: "city", typeLabel: "市级中心" });
    expect(networkOn(source([...CENTERS, own]), "2023-12-31").edges.at(-1)).toMatchObject({
      from: "b1",
      to: "own",
      kind: "same-host",
    });
  });

  it("keeps the ancestors of what a filter leaves, and no edge into the air", () => {
    const marked = filtered(network, { marked: true });
    expect(marked.nodes.map(({ id }) => id)).toEqual(["nation", "p", "b1"]);
    expect(marked.edges.map(({ to }) => to)).toEqual(["p", "b1"]);
    expect(filtered(network, { region: "990100" }).nodes.map(({ id }) => id)).toEqual(["nation", "p"]);
    expect(filtered(network, { q: "b2 医院" }).byId.has("b2")).toBe(true);
    expect(filtered(network, { field: "儿童健康" })).toMatchObject({ nodes: [], fields: ["儿童健康"] });
  });
});
