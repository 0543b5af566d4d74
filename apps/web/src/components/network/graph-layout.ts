// Where everything of the graph stands. Each field is a block, each tier a band in it; in a large network fields, and
// then the cities in a field, stay folded until they are opened.
import { Graph, layout as arrange } from "@dagrejs/dagre";
import {
  type MarkLook,
  type Network,
  type NetEdge,
  type NetNode,
  shelved,
  tierRank,
  tierWord,
} from "./network-model.ts";

export interface Rect {
  x: number;
  y: number;
  w: number;
  h: number;
}
/** A center, or the centers of one city in one band, folded. */
export type Item = Rect & { id: string; field: string; band: number } & (
    | { kind: "center"; node: NetNode }
    | { kind: "fold"; label: string; members: NetNode[] }
  );
export interface Band {
  y: number;
  h: number;
  tier: string;
  /** what its centers are, where they are all the same */
  type?: string;
}
export interface Block extends Rect {
  field: string;
  open: boolean;
  /** whether it has a heading of its own */
  headed: boolean;
  bands: Band[];
  members: NetNode[];
  items: Item[];
  /** the edges that end in it */
  lines: Line[];
}
export interface Line {
  from: Item;
  to: Item;
  kind: NetEdge["kind"];
  look?: MarkLook;
}
export interface Layout {
  blocks: Block[];
  items: Item[];
  lines: Line[];
  w: number;
  h: number;
}

const NODE = { w: 168, h: 44 } as const;
const CARD = { w: 212, h: 50 } as const;
const GAP = { item: 16, row: 12, band: 8, block: 22 } as const;
const PAD = 8;
const GUTTER = 96;
const HEADING = 30;
/** Up to here every field stands open; above it the reader opens what is wanted. */
export const ALL_OPEN = 150;
/** A field with more centers folds those of one city. */
const FOLD_ABOVE = 60;
/** Width to height of the paper: a small network lies above its coverage, a large one has the room for itself. */
const ASPECT = { small: 2.4, large: 1.4, folded: 0.85 } as const;

/** Keys of opened fields and folds; `all` opens everything. */
export type Opened = ReadonlySet<string> | "all";

export const isOpen = (opened: Opened, key: string): boolean => opened === "all" || opened.has(key);

/** Places a network. Pure: the same nodes and the same opened keys stand at the same places. */
export function layOut(
  { nodes, edges, fields: named }: Pick<Network, "nodes" | "edges" | "fields">,
  opened: Opened,
): Layout {
  const fields = shelved(nodes, ({ field }) => field);
  const order = named.filter((field) => fields.has(field));
  const alone = order.length === 1;
  const small = nodes.length <= ALL_OPEN;
  const placed = order.map((field) => {
    const members = fields.get(field) ?? [];
    if (!small && !alone && !isOpen(opened, field)) return foldedField(field, members);
    return openField({ field, members, headed: !alone }, edges, small ? "all" : opened);
  });
  shelve(
    placed.map(({ block }) => block),
    small ? ASPECT.small : placed.some(({ block }) => block.open) ? ASPECT.large : ASPECT.folded,
  );
  const items = placed.flatMap(({ block, items: own }) =>
    own.map((item) => Object.assign(item, { x: item.x + block.x, y: item.y + block.y })),
  );
  const lines = linesOf(items, edges);
  const linesTo = shelved(lines, ({ to }) => to.field);
  const blocks = placed.map(({ block, items: own }) => ({
    ...block,
    items: own,
    lines: linesTo.get(block.field) ?? [],
  }));
  return {
    blocks,
    items,
    lines,
    w: Math.max(0, ...blocks.map(({ x, w }) => x + w)),
    h: Math.max(0, ...blocks.map(({ y, h }) => y + h)),
  };
}

interface Placed {
  block: Block;
  items: Item[];
}

const foldedField = (field: string, members: NetNode[]): Placed => ({
  block: { field, members, open: false, headed: true, bands: [], items: [], lines: [], x: 0, y: 0, ...CARD },
  items: [],
});

function openField(
  { field, members, headed }: { field: string; members: NetNode[]; headed: boolean },
  edges: readonly NetEdge[],
  opened: Opened,
): Placed {
  const bands = bandsOf(members);
  const items = itemsOf({ field, members, bands, opened });
  const rows = bands.map(({ at }) => items.filter(({ band }) => band === at));
  const most = Math.max(...rows.map((row) => row.length));
  const perRow = most <= 9 ? most : Math.max(9, Math.ceil(Math.sqrt(most * 4)));
  orderBy(items, linesOf(items, edges), perRow);
  const drawn: Band[] = [];
  let y = headed ? HEADING : 0;
  const inner = Math.max(...rows.map((row) => spread(row, perRow)));
  rows.forEach((row, at) => {
    const lanes = Math.ceil(row.length / perRow);
    const h = PAD * 2 + lanes * NODE.h + (lanes - 1) * GAP.row;
    const wrapped = lanes > 1;
    row.forEach((item, index) => {
      const lane = Math.floor(index / perRow);
      if (wrapped) item.x = (index % perRow) * (NODE.w + GAP.item);
      item.x += GUTTER;
      item.y = y + PAD + lane * (NODE.h + GAP.row);
    });
    const { tier, type } = bands[at] ?? { tier: "" };
    drawn.push({ y, h, tier: tierWord(tier), ...(type === undefined ? {} : { type }) });
    y += h + GAP.band;
  });
  const block: Block = {
    field,
    members,
    headed,
    open: true,
    bands: drawn,
    items,
    lines: [],
    x: 0,
    y: 0,
    w: GUTTER + inner + PAD,
    h: y - GAP.band,
  };
  return { block, items };
}

interface BandOf {
  at: number;
  tier: string;
  type?: string;
  ids: Set<string>;
}

/**
 * Bands from top to bottom: by tier; within a tier, who hangs below a center of the same tier comes one lower, and who
 * hangs on nothing comes below the branches of the tier above.
 */
function bandsOf(members: readonly NetNode[]): BandOf[] {
  const byId = new Map(members.map((node) => [node.id, node]));
  const isParent = new Set(members.flatMap(({ parents }) => parents));
  const depths = new Map<string, number>();
  const depthOf = (node: NetNode, passed: number): number => {
    const known = depths.get(node.id);
    if (known !== undefined || passed > 8) return known ?? 0;
    const above = node.parents.flatMap((id) => byId.get(id) ?? []);
    const same = above.filter(({ tier }) => tier === node.tier);
    const depth = same.length > 0 ? Math.max(...same.map((one) => depthOf(one, passed + 1))) + 1 : 0;
    depths.set(node.id, depth);
    return depth;
  };
  const hung = new Set(members.filter(({ parents }) => parents.length > 0).map(({ tier }) => tier));
  const keyOf = (node: NetNode): number => {
    const own =
      node.parents.length === 0 && !isParent.has(node.id) && hung.has(node.tier) ? 9 : depthOf(node, 0);
    return tierRank(node.tier) * 10 + own;
  };
  const keys = shelved(members, (node) => String(keyOf(node)));
  return [...keys.entries()]
    .toSorted(([a], [b]) => Number(a) - Number(b))
    .map(([, nodes], at) => {
      const types = new Set(nodes.map(({ type }) => type));
      const [type] = types;
      const common = types.size === 1 && type !== undefined ? { type } : {};
      return { at, tier: nodes[0]?.tier ?? "", ids: new Set(nodes.map(({ id }) => id)), ...common };
    });
}

/** The centers of a band, those of one city folded where the field is large and nobody opened them. */
function itemsOf(of: { field: string; members: NetNode[]; bands: BandOf[]; opened: Opened }): Item[] {
  const { field, members, bands, opened } = of;
  const zero = { x: 0, y: 0, ...NODE, field };
  return bands.flatMap(({ at, ids }) => {
    const nodes = members.filter(({ id }) => ids.has(id));
    const single = (node: NetNode): Item => ({ ...zero, kind: "center", id: node.id, band: at, node });
    if (members.length <= FOLD_ABOVE) return nodes.map(single);
    const cities = shelved(nodes, ({ city }) => city?.code ?? "");
    return [...cities.entries()].flatMap(([code, own]): Item[] => {
      const id = `${field}/${at}/${code}`;
      const label = own[0]?.city?.name ?? "";
      if (own.length < 2 || label === "" || isOpen(opened, id)) return own.map(single);
      return [{ ...zero, kind: "fold", id, band: at, label, members: own }];
    });
  });
}

/** The edges between what is drawn: of folded centers as one line. */
function linesOf(items: readonly Item[], edges: readonly NetEdge[]): Line[] {
  const shown = new Map<string, Item>();
  for (const item of items) {
    if (item.kind === "center") shown.set(item.id, item);
    else for (const { id } of item.members) shown.set(id, item);
  }
  const lines = new Map<string, Line>();
  for (const { from, to, kind, look } of edges) {
    const ends = { from: shown.get(from), to: shown.get(to) };
    if (ends.from === undefined || ends.to === undefined || ends.from === ends.to) continue;
    const key = `${ends.from.id} ${ends.to.id} ${kind} ${look ?? ""}`;
    lines.set(key, { from: ends.from, to: ends.to, kind, ...(look === undefined ? {} : { look }) });
  }
  return [...lines.values()];
}

/** Above everything, so that what hangs on nothing stands in its band; no center has this name. */
const ROOT = "root";
/** So many nodes are given to dagre; beyond, the order of their parents is enough. */
const MOST_ARRANGED = 40;

/** The order from left to right, so that edges cross little; bands keep their own height. */
function orderBy(items: Item[], lines: readonly Line[], perRow: number): void {
  const down = lines.filter(({ from, to }) => to.band > from.band);
  const left = items.length > MOST_ARRANGED ? orderByParents(items, down, perRow) : orderByDagre(items, down);
  const least = Math.min(...items.map((item) => left(item)));
  for (const item of items) item.x = left(item) - least;
}

function orderByDagre(items: readonly Item[], down: readonly Line[]): (item: Item) => number {
  const graph = new Graph();
  graph.setGraph({ rankdir: "TB", nodesep: GAP.item, ranksep: 20 });
  graph.setDefaultEdgeLabel(() => ({}));
  graph.setNode(ROOT, { width: 1, height: 1 });
  for (const item of items) graph.setNode(item.id, { width: NODE.w, height: NODE.h });
  for (const { from, to } of down) graph.setEdge(from.id, to.id, { minlen: to.band - from.band });
  const hung = new Set(down.map(({ to }) => to.id));
  for (const item of items)
    if (!hung.has(item.id)) graph.setEdge(ROOT, item.id, { minlen: item.band + 1, weight: 0 });
  arrange(graph);
  return ({ id }) => Number(graph.node(id)["x"]);
}

/** Band by band from the top: each node under the middle of its parents, in the order of who has them. */
function orderByParents(
  items: readonly Item[],
  down: readonly Line[],
  perRow: number,
): (item: Item) => number {
  const parents = shelved(down, ({ to }) => to.id);
  const places = new Map<string, number>();
  const bands = [...shelved(items, ({ band }) => String(band)).values()].toSorted(
    ([a], [b]) => (a?.band ?? 0) - (b?.band ?? 0),
  );
  for (const band of bands) {
    const middle = ({ id }: Item): number => {
      const above = (parents.get(id) ?? []).map(({ from }) => places.get(from.id) ?? 0);
      return above.length === 0 ? Infinity : above.reduce((sum, x) => sum + x, 0) / above.length;
    };
    band
      .toSorted((a, b) => {
        const [x, y] = [middle(a), middle(b)];
        return x === y ? 0 : x - y;
      })
      .forEach(({ id }, at) => places.set(id, (at + 0.5) / band.length));
  }
  return ({ id }) => (places.get(id) ?? 0) * (perRow - 1) * (NODE.w + GAP.item);
}

/** Sorts a band from left to right without overlaps, and answers its width. */
function spread(row: Item[], perRow: number): number {
  row.sort((a, b) => a.x - b.x);
  if (row.length > perRow) return perRow * (NODE.w + GAP.item) - GAP.item;
  let least = 0;
  for (const item of row) {
    item.x = Math.max(item.x, least);
    least = item.x + NODE.w + GAP.item;
  }
  return least - GAP.item;
}

/** Packs blocks into rows of about the shape of a screen. */
function shelve(blocks: Block[], aspect: number): void {
  const area = blocks.reduce((sum, { w, h }) => sum + (w + GAP.block) * (h + GAP.block), 0);
  const wide = Math.max(Math.sqrt(area * aspect), ...blocks.map(({ w }) => w));
  let x = 0;
  let y = 0;
  let tallest = 0;
  for (const block of blocks) {
    if (x > 0 && x + block.w > wide) {
      x = 0;
      y += tallest + GAP.block;
      tallest = 0;
    }
    block.x = x;
    block.y = y;
    x += block.w + GAP.block;
    tallest = Math.max(tallest, block.h);
  }
}
