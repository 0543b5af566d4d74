import { describe, expect, it } from "vitest";
import { NAMED_FIELDS, REGIONS, ROOT, sampleNetwork, TODAY } from "../../gallery/sample-network.ts";
import { drawnIn, FAR, readyPart, type View } from "./drawn.ts";
import { type Item, layOut, type Opened, type Rect } from "./graph-layout.ts";
import { type Network, networkOn } from "./network-model.ts";
import { nextOf } from "./next-item.ts";

const sample = (size: number): Network =>
  networkOn({ ...sampleNetwork(size), regions: REGIONS, root: ROOT, fields: NAMED_FIELDS }, TODAY);
const none: Opened = new Set();

const meet = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
const overlaps = (rects: readonly Rect[]): number =>
  rects.flatMap((a, at) => rects.slice(at + 1).filter((b) => meet(a, b))).length;

describe("the layout of the graph", () => {
  const small = layOut(sample(44), none);

  it("places nodes and blocks without overlaps, each node inside its block", () => {
    expect(overlaps(small.blocks)).toBe(0);
    expect(overlaps(small.items)).toBe(0);
    const outside = small.blocks.flatMap((block) =>
      block.items.filter(
        ({ x, y, w, h }) =>
          x < block.x || y < block.y || x + w > block.x + block.w || y + h > block.y + block.h,
      ),
    );
    expect(outside).toEqual([]);
  });

  it("puts who hangs below somebody into a lower band", () => {
    const lineage = small.lines.filter(({ kind }) => kind === "lineage");
    expect(lineage.length).toBeGreaterThan(20);
    expect(lineage.filter(({ from, to }) => to.y <= from.y)).toEqual([]);
  });

  it("goes along edges and bands by arrows", () => {
    const [line] = small.lines;
    expect(nextOf(small, line?.from.id, "ArrowDown")?.band).toBe(line?.to.band);
    expect(nextOf(small, line?.to.id, "ArrowUp")).toBe(line?.from);
    expect(nextOf(small, line?.from.id, "a")).toBeUndefined();
  });
});

describe("a network of 2,000 centers", () => {
  const network = sample(2000);
  const folded = layOut(network, none);
  const all = layOut(network, "all");

  it("begins with its fields folded, and opens the one that is asked for", () => {
    expect(network.nodes.length).toBeGreaterThan(2000);
    expect(folded.items).toEqual([]);
    expect(folded.blocks.every(({ open }) => !open)).toBe(true);
    const field = folded.blocks[0]?.field ?? "";
    const opened = layOut(network, new Set([field]));
    expect(opened.blocks.filter(({ open }) => open).map((block) => block.field)).toEqual([field]);
    expect(opened.items.length).toBeLessThanOrEqual(60);
  });

  it("folds the cities of a field with many centers, and draws one line for a folded city", () => {
    const field = network.fields[0] ?? "";
    const nodes = network.nodes.slice(0, 400).map((node) => ({ ...node, field }));
    const one = { nodes, edges: network.edges, fields: [field] };
    const byCity = layOut(one, none);
    const folds = byCity.items.filter((item: Item) => item.kind === "fold");
    expect(folds.length).toBeGreaterThan(10);
    const [first] = folds;
    const opened = layOut(one, new Set([first?.id ?? ""]));
    expect(opened.items.length).toBeGreaterThan(byCity.items.length);
    expect(
      new Set(byCity.lines.map(({ from, to, kind, look }) => `${from.id} ${to.id} ${kind} ${look}`)).size,
    ).toBe(byCity.lines.length);
  });

  it("places all of it, opened, without overlaps", () => {
    expect(all.items.length).toBe(network.nodes.length);
    expect(overlaps(all.blocks)).toBe(0);
    expect(all.blocks.reduce((sum, block) => sum + overlaps(block.items), 0)).toBe(0);
  });

  const zooms = [0.04, 0.1, 0.3, FAR, 0.6, 1, 1.5];
  const views = zooms.flatMap((zoom) =>
    Array.from({ length: 30 }, (_, at): View => {
      const [across, down] = [(at % 6) / 5, Math.floor(at / 6) / 4];
      return { x: -all.w * across * zoom, y: -all.h * down * zoom, zoom, w: 1146, h: 620 };
    }),
  );

  it("draws a bounded number of nodes at every zoom and place, all of it opened", () => {
    const drawn = views.map((view) => drawnIn(all, readyPart(view), view.zoom < FAR));
    expect(Math.max(...drawn.map(({ items }) => items.length))).toBeLessThanOrEqual(400);
    expect(Math.max(...drawn.map(({ items }) => items.length))).toBeGreaterThan(50);
    expect(Math.max(...drawn.map(({ blocks }) => blocks.length))).toBeLessThanOrEqual(40);
  });

  it("draws everything that is in view", () => {
    for (const view of views.filter(({ zoom }) => zoom >= FAR)) {
      const { x, y, zoom, w, h } = view;
      const seen = { x: -x / zoom, y: -y / zoom, w: w / zoom, h: h / zoom };
      const drawn = new Set(drawnIn(all, readyPart(view), false).items);
      expect(all.items.filter((item) => meet(item, seen) && !drawn.has(item))).toEqual([]);
    }
  });
});
