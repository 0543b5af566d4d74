// Where an arrow leads in the graph: up and down along the edges, left and right within a band.
import type { Item, Layout } from "./graph-layout.ts";

const nearest = (items: readonly Item[], to: Item): Item | undefined =>
  items.toSorted(
    (a, b) => Math.abs(a.x - to.x) - Math.abs(b.x - to.x) || Math.abs(a.y - to.y) - Math.abs(b.y - to.y),
  )[0];

export function nextOf({ items, lines }: Layout, id: string | undefined, key: string): Item | undefined {
  const at = items.find((item) => item.id === id);
  if (at === undefined) return undefined;
  const mates = items.filter((item) => item.field === at.field && item.band === at.band);
  const step = mates.indexOf(at);
  switch (key) {
    case "ArrowLeft":
      return mates[step - 1];
    case "ArrowRight":
      return mates[step + 1];
    case "ArrowUp":
      return nearest(
        lines.filter(({ to }) => to === at).map(({ from }) => from),
        at,
      );
    case "ArrowDown":
      return nearest(
        lines.filter(({ from }) => from === at).map(({ to }) => to),
        at,
      );
    default:
      return undefined;
  }
}
