// What of the graph is drawn at a zoom and a place: far away blocks only, close up what is in view. Both are bounded.
import type { Block, Item, Layout, Rect } from "./graph-layout.ts";

/** Below this zoom a center is too small to be read: its block draws it as a spot. */
export const FAR = 0.5;
/** The view is kept in cells of about this size on the screen. */
const CELL = 160;

export interface View {
  x: number;
  y: number;
  zoom: number;
  w: number;
  h: number;
}

const touches = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

/** The power of two nearest to what a zoom shrinks by: sizes of the screen change with it in steps. */
export const scaleOf = (zoom: number): number => 2 ** -Math.round(Math.log2(zoom));

/** The part of the graph to keep ready: whole cells around the view, so that a small move changes nothing. */
export function readyPart({ x, y, zoom, w, h }: View): Rect {
  const cell = CELL * scaleOf(zoom);
  const down = (n: number): number => (Math.floor(n / zoom / cell) - 0.5) * cell;
  const up = (n: number): number => (Math.ceil(n / zoom / cell) + 0.5) * cell;
  const [left, top] = [down(-x), down(-y)];
  return { x: left, y: top, w: up(w - x) - left, h: up(h - y) - top };
}

export interface Drawn {
  blocks: Block[];
  items: Item[];
}

export const drawnIn = ({ blocks, items }: Layout, part: Rect, far: boolean): Drawn => ({
  blocks: blocks.filter((block) => touches(block, part)),
  items: far ? [] : items.filter((item) => touches(item, part)),
});
