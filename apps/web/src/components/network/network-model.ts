// What every view of the network draws: nodes with their marks, and the edges between them on one day.
import {
  centersOn,
  columnOf,
  type ExternalCenter,
  holdsOn,
  type LinkRole,
  type NetworkCenter,
  type NetworkMark,
  type Region,
  regionsUnder,
  stillStands,
  TIERS,
} from "@yichuang/domain";
import type { Standing } from "@yichuang/policy";
import { zh } from "../../words/zh.ts";

export type MarkLook = "violation" | "waived";

export interface NetNode {
  id: string;
  tenant?: number;
  name: string;
  host: string;
  uscc?: string;
  tier: string;
  /** what it is in its own tenant's word */
  type: string;
  field: string;
  /** the city, district or province in which it lies, seen from the reader */
  city?: Region;
  /** undefined where no tenant keeps it */
  standing?: Standing;
  word: string;
  since?: string;
  termEndsOn?: string;
  external: boolean;
  marks: NetworkMark[];
  /** the gravest of its marks */
  look?: MarkLook;
  parents: string[];
}

export interface NetEdge {
  id: string;
  from: string;
  to: string;
  kind: "lineage" | "crossing" | "alliance" | "same-host";
  look?: MarkLook;
}

export interface Network {
  nodes: NetNode[];
  edges: NetEdge[];
  byId: Map<string, NetNode>;
  /** fields in the order of the policy, those that it does not name after them */
  fields: string[];
  /** the places of one level: cities of a province, districts of a city */
  places: Region[];
}

export interface NetworkSource {
  centers: readonly NetworkCenter[];
  external: readonly ExternalCenter[];
  regions: readonly Region[];
  marks: readonly NetworkMark[];
  /** the region of the reader's own authority */
  root: string;
  /** the fields that the policy names, even where nobody has one */
  fields?: readonly string[];
  /** the word for a standing; a foreign tenant's centers take the platform's */
  word?: (center: NetworkCenter) => string;
}

const ALLIED: readonly LinkRole[] = ["joint", "core", "member", "grassroots", "partner"];

/** The network of a day. Ended centers are no part of it. */
export function networkOn(source: NetworkSource, day: string): Network {
  const { places, placeOf } = placesOn(source, day);
  const marksOf = shelved(source.marks, ({ center }) => center);
  const standing = centersOn(source.centers, day).filter(stillStands);
  const nodes = [
    ...source.external.filter((one) => holdsOn(one, day)).map((one) => externalNode(one, placeOf(one.place))),
    ...standing.map((center) => {
      const marks = withWaivers(marksOf.get(center.center) ?? [], center);
      const word = source.word?.(center) ?? zh.standing[center.standing];
      return centerNode(center, { marks, word, city: placeOf(center.place) });
    }),
  ];
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const linked = linkEdges(standing, byId);
  for (const { from, to, kind } of linked) if (kind !== "alliance") byId.get(to)?.parents.push(from);
  const fields = [...new Set([...(source.fields ?? []), ...fieldsOf(nodes)])];
  return { nodes, edges: [...linked, ...hostEdges(nodes)], byId, fields, places };
}

/** The places under the reader's region; one that has none under it stands for itself. */
function placesOn({ regions, root }: NetworkSource, day: string) {
  const own = regions.filter(({ code }) => code === root);
  const under = regionsUnder(regions, root, day);
  const places = under.length === 0 ? own : under;
  const of = under.length === 0 ? (own[0]?.parent ?? "000000") : root;
  const known = new Map<string | undefined, Region | undefined>();
  const placeOf = (place: string | undefined): Region | undefined => {
    if (!known.has(place)) {
      const code = columnOf(regions, { of, place }, day);
      // what lies elsewhere goes by its own name and has no column
      known.set(
        place,
        regions.find((one) => one.code === (code ?? place)),
      );
    }
    return known.get(place);
  };
  return { places, placeOf };
}

/** Rows by a key of theirs, in the order in which the keys appear. */
export function shelved<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const shelves = new Map<string, T[]>();
  for (const row of rows) {
    const shelf = shelves.get(keyOf(row));
    if (shelf === undefined) shelves.set(keyOf(row), [row]);
    else shelf.push(row);
  }
  return shelves;
}

/** A waiver that the center carries is a mark of its own, also of another tenant's center, which no report of ours marks. */
const withWaivers = (marks: readonly NetworkMark[], { center, waivers }: NetworkCenter): NetworkMark[] => [
  ...marks,
  ...waivers
    .filter(({ path }) => !marks.some((mark) => mark.path === path))
    .map(({ reason, ...waiver }): NetworkMark => ({
      ...waiver,
      center,
      kind: "waived",
      words: `${waiver.label}：${reason}`,
      clauses: [],
    })),
];

const lookOf = (marks: readonly NetworkMark[]): MarkLook | undefined => {
  if (marks.length === 0) return undefined;
  return marks.some(({ kind }) => kind !== "waived") ? "violation" : "waived";
};

function externalNode(one: ExternalCenter, city: Region | undefined): NetNode {
  return {
    id: one.id,
    name: one.name,
    host: one.host,
    tier: one.tier,
    type: one.title,
    field: one.field ?? zh.net.noField,
    word: zh.net.external,
    since: one.from,
    external: true,
    marks: [],
    parents: [],
    ...(one.uscc === undefined ? {} : { uscc: one.uscc }),
    ...(city === undefined ? {} : { city }),
  };
}

function centerNode(
  center: NetworkCenter,
  { marks, word, city }: { marks: NetworkMark[]; word: string; city: Region | undefined },
): NetNode {
  const look = lookOf(marks);
  return {
    id: center.center,
    tenant: center.tenant,
    name: center.name,
    host: center.host,
    uscc: center.uscc,
    tier: center.tier,
    type: center.typeLabel,
    field: center.fieldLabel ?? center.field ?? zh.net.noField,
    standing: center.standing,
    word,
    external: false,
    marks,
    parents: [],
    ...(look === undefined ? {} : { look }),
    ...(city === undefined ? {} : { city }),
    ...(center.designatedOn === undefined ? {} : { since: center.designatedOn }),
    ...(center.termEndsOn === undefined ? {} : { termEndsOn: center.termEndsOn }),
  };
}

function linkEdges(centers: readonly NetworkCenter[], byId: ReadonlyMap<string, NetNode>): NetEdge[] {
  return centers.flatMap(({ center, tenant, links }) => {
    const to = byId.get(center);
    return links.flatMap((link): NetEdge[] => {
      if (link.center === undefined || !byId.has(link.center) || link.center === center) return [];
      const allied = ALLIED.includes(link.role);
      const crossing = link.tenant !== undefined && link.tenant !== tenant;
      const kind = allied ? "alliance" : crossing || link.role !== "parent-center" ? "crossing" : "lineage";
      const look = allied ? undefined : to?.look;
      const ends = allied ? { from: center, to: link.center } : { from: link.center, to: center };
      return [
        {
          id: `${link.role} ${ends.from} ${ends.to}`,
          ...ends,
          kind,
          ...(look === undefined ? {} : { look }),
        },
      ];
    });
  });
}

/** One institution in several tiers of one field: its own center below its branch, as a thin line. */
function hostEdges(nodes: readonly NetNode[]): NetEdge[] {
  const own = nodes.filter(({ uscc }) => uscc !== undefined && uscc !== "");
  const shelves = shelved(own, ({ uscc, field }) => `${uscc} ${field}`);
  return [...shelves.values()].flatMap((shelf) => {
    const down = shelf.toSorted(
      (a, b) => tierRank(a.tier) - tierRank(b.tier) || Number(!branch(a)) - Number(!branch(b)),
    );
    return down.slice(1).flatMap((node, at): NetEdge[] => {
      const above = down[at];
      return above === undefined || above.type === node.type
        ? []
        : [{ id: `host ${above.id} ${node.id}`, from: above.id, to: node.id, kind: "same-host" }];
    });
  });
}

const branch = ({ parents }: NetNode): boolean => parents.length > 0;

/** The order of tiers, the highest first; one that a policy named itself comes after the known ones. */
export const tierRank = (tier: string): number => {
  const at = TIERS.findIndex((one) => one === tier);
  return at === -1 ? TIERS.length : at;
};

const isTier = (tier: string): tier is (typeof TIERS)[number] => tierRank(tier) < TIERS.length;
export const tierWord = (tier: string): string => (isTier(tier) ? zh.net.tier[tier] : tier);
/** One character for a cell: 国, 省, 市, 区. */
export const tierSign = (tier: string): string => (isTier(tier) ? zh.net.tierSign[tier] : tier.slice(0, 1));

export interface NetFilter {
  field?: string | undefined;
  /** code of a city, district or province */
  region?: string | undefined;
  marked?: boolean | undefined;
  q?: string | undefined;
}

/**
 * What a filter leaves. Who passes it draws its ancestors with it, so that nobody hangs in the air; edges stay between
 * what is left.
 */
export function filtered(network: Network, { field, region, marked, q }: NetFilter): Network {
  const wanted = network.nodes.filter(
    (node) =>
      (field === undefined || node.field === field) &&
      (region === undefined || node.city?.code === region) &&
      (marked !== true || node.marks.length > 0) &&
      (q === undefined || node.name.includes(q) || node.host.includes(q) || node.uscc === q),
  );
  if (wanted.length === network.nodes.length) return network;
  const kept = new Set<string>();
  const keep = (id: string): void => {
    if (kept.has(id)) return;
    kept.add(id);
    for (const parent of network.byId.get(id)?.parents ?? []) keep(parent);
  };
  for (const { id } of wanted) keep(id);
  const nodes = network.nodes.filter(({ id }) => kept.has(id));
  const seen = new Set(nodes.map((node) => node.field));
  return {
    ...network,
    nodes,
    fields: field === undefined ? network.fields.filter((one) => seen.has(one)) : [field],
    edges: network.edges.filter(({ from, to }) => kept.has(from) && kept.has(to)),
    byId: new Map(nodes.map((node) => [node.id, node])),
  };
}

/** Fields that no policy orders: those with most centers first, the unnamed one last. */
function fieldsOf(nodes: readonly NetNode[]): string[] {
  const counts = new Map<string, number>();
  for (const { field } of nodes) counts.set(field, (counts.get(field) ?? 0) + 1);
  return [...counts.entries()]
    .toSorted(
      ([a, n], [b, m]) =>
        Number(a === zh.net.noField) - Number(b === zh.net.noField) || m - n || a.localeCompare(b, "zh"),
    )
    .map(([field]) => field);
}
