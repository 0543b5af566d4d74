// The rows of the tree table: fields, their centers, and below each center what hangs on it.
import { type Network, type NetNode, shelved, tierRank } from "./network-model.ts";

export interface TreeRow {
  key: string;
  /** from 1, as `aria-level` counts */
  level: number;
  /** undefined where nothing hangs below */
  open?: boolean;
  field: string;
  node?: NetNode;
}

const byRank = (a: NetNode, b: NetNode): number =>
  tierRank(a.tier) - tierRank(b.tier) || a.host.localeCompare(b.host, "zh");

/**
 * The visible rows in their order. A center with several parents stands below each of them; one whose parents are not
 * shown stands at the top of its field. `folded` says which rows with something below are closed.
 */
export function treeRows(
  { nodes, byId, fields }: Network,
  folded: (key: string, level: number) => boolean,
): TreeRow[] {
  const ofField = shelved(nodes, ({ field }) => field);
  const children = new Map<string, NetNode[]>();
  for (const node of nodes) {
    for (const parent of new Set(node.parents)) children.set(parent, [...(children.get(parent) ?? []), node]);
  }
  const rows: TreeRow[] = [];
  const hang = (node: NetNode, place: { above: string; level: number; passed: string[] }): void => {
    const key = `${place.above}/${node.id}`;
    const below = (children.get(node.id) ?? [])
      .filter(({ id }) => !place.passed.includes(id))
      .toSorted(byRank);
    const row: TreeRow = { key, level: place.level, field: node.field, node };
    if (below.length === 0) {
      rows.push(row);
      return;
    }
    const open = !folded(key, place.level);
    rows.push({ ...row, open });
    if (!open) return;
    for (const one of below)
      hang(one, { above: key, level: place.level + 1, passed: [...place.passed, node.id] });
  };
  for (const field of fields) {
    const roots = (ofField.get(field) ?? [])
      .filter((node) => !node.parents.some((id) => byId.get(id)?.field === field))
      .toSorted(byRank);
    if (roots.length === 0) {
      rows.push({ key: field, level: 1, field });
      continue;
    }
    const open = !folded(field, 1);
    rows.push({ key: field, level: 1, field, open });
    if (open) for (const root of roots) hang(root, { above: field, level: 2, passed: [] });
  }
  return rows;
}
