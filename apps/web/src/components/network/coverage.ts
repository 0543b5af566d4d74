// Which field has a center in which place: one count for the matrix, the tiles and the planning board.
import type { Region } from "@yichuang/domain";
import { type Network, type NetNode, shelved, tierRank } from "./network-model.ts";

export interface Coverage {
  fields: string[];
  columns: Region[];
  /** the centers of a field in a place */
  at: (field: string, code: string) => NetNode[];
  /** in how many places a field has a center */
  covered: (field: string) => number;
  /** fields without any center in a place */
  missing: (code: string) => string[];
  /** fields without any center anywhere */
  empty: string[];
}

/** Counts what tenants keep. */
export function coverageOf({ nodes, fields, places }: Network): Coverage {
  const own = nodes.filter(({ external }) => !external);
  const cells = shelved(own, ({ field, city }) => `${field} ${city?.code ?? ""}`);
  const at = (field: string, code: string): NetNode[] => cells.get(`${field} ${code}`) ?? [];
  const has = new Set(own.map(({ field }) => field));
  return {
    fields,
    columns: places,
    at,
    covered: (field) => places.filter(({ code }) => at(field, code).length > 0).length,
    missing: (code) => fields.filter((field) => at(field, code).length === 0),
    empty: fields.filter((field) => !has.has(field)),
  };
}

/** How many centers of each tier, the highest first. */
export const byTier = (nodes: readonly NetNode[]): [tier: string, centers: NetNode[]][] =>
  [...shelved(nodes, ({ tier }) => tier).entries()].toSorted(([a], [b]) => tierRank(a) - tierRank(b));
