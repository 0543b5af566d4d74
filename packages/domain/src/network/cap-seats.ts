// How full every cap is in every scope, over a whole tenant: what there may be, and what there is.
import type { Cap, Key } from "@yichuang/policy";
import type { Uuid } from "../contract/basics.ts";
import type { FactRecord } from "../contract/facts.ts";
import type { NetworkMark } from "../contract/network.ts";
import { labelOf } from "../acts/violation.ts";
import { countsFor, scopeName, scopesOf, type Seat, seatsOf } from "../evaluate/caps.ts";
import { Exact } from "../evaluate/decimal.ts";
import { type Interval, numberAt } from "../evaluate/interval.ts";
import { clausesInWords, fieldWord, type Net, worldInNet, waiverOf } from "./net.ts";
import { binds, registered } from "./seats.ts";

/** One scope of a cap. */
export interface SeatLine {
  cap: Key;
  label: string;
  clauses: NetworkMark["clauses"];
  /** names the scope, as a commit locks it */
  scope: string;
  /** what it is in words: the parent, the city, the field */
  of: string[];
  taken: number;
  /** how many there may be, where that is known */
  most?: string;
  /** seats that are still free, where that is known */
  left?: number;
  /** more than there may be, and not waived */
  over: boolean;
  holders: { center: Uuid; name: string }[];
}

/** Every scope in which somebody holds a seat. */
export const seatLines = (net: Net): SeatLine[] =>
  net.scene.policies.current.policy.caps.filter(binds).flatMap((cap) => linesOfCap(net, cap));

interface Scope {
  values: string[];
  records: FactRecord[];
}

function linesOfCap(net: Net, cap: Cap): SeatLine[] {
  const { scene } = net;
  const { policy } = scene.policies.current;
  const world = { ...worldInNet(net), silent: true as const };
  const counted = [...(scene.facts.sets[cap.counts] ?? []), ...registered(scene, cap, { policy })].filter(
    (record) => countsFor(cap, record, world) === "true",
  );
  const scopes = new Map<string, Scope>();
  for (const record of counted) {
    for (const values of scopesOf(cap, record)) {
      const name = scopeName(cap, values);
      scopes.set(name, { values, records: [...(scopes.get(name)?.records ?? []), record] });
    }
  }
  return [...scopes].map(([scope, found]) => lineOf(net, cap, { scope, ...found }));
}

function lineOf(net: Net, cap: Cap, { scope, values, records }: Scope & { scope: string }): SeatLine {
  const { policy } = net.scene.policies.current;
  const bound = records.filter((record) => !isWaived(net, cap, record));
  const all = seatIn(net, cap, { scope, records });
  const taken = all?.taken ?? 0;
  const limit = limitOf(all);
  const over =
    limit !== undefined && new Exact(seatIn(net, cap, { scope, records: bound })?.taken ?? 0).gt(limit.most);
  const isOne = limit !== undefined && limit.least.eq(limit.most);
  return {
    cap: cap.key,
    label: labelOf(cap).zh,
    clauses: clausesInWords(policy, cap),
    scope,
    of: cap.per.map((ref, at) => wordOf(net, ref, values[at] ?? "")),
    taken,
    ...(isOne ? { most: limit.most.toString(), left: Math.max(0, limit.most.minus(taken).toNumber()) } : {}),
    over,
    holders: records.flatMap((record) => holderOf(net, record)),
  };
}

const limitOf = (seat: Seat | undefined): Interval | undefined =>
  seat === undefined ? undefined : seat.most.kind === "known" ? numberAt(seat.most.value) : seat.most.between;

/** The seats of a scope as the next one who wants one there would find them. */
function seatIn(net: Net, cap: Cap, { scope, records }: Omit<Scope, "values"> & { scope: string }) {
  const [first] = records;
  if (first === undefined) return undefined;
  const root = net.centers.get(String(first["root"]));
  const world = { ...worldInNet(net, root === undefined ? {} : { root }), silent: true as const };
  const candidate = { ...first, root: undefined };
  return seatsOf(cap, { candidate, records, world }).find((seat) => seat.scope === scope);
}

function isWaived(net: Net, cap: Cap, { root }: FactRecord): boolean {
  const center = net.centers.get(String(root));
  return center !== undefined && waiverOf(net, center, `caps/${cap.key}`) !== undefined;
}

const holderOf = (net: Net, { root, name }: FactRecord): SeatLine["holders"] =>
  net.centers.has(String(root)) ? [{ center: String(root), name: String(name ?? "") }] : [];

/** A parent is said by its name, a field by its word, everything else as it is. */
function wordOf(net: Net, ref: string, value: string): string {
  const { policies } = net.scene;
  if (ref.endsWith(".parent")) return net.centers.get(value)?.name ?? value;
  return ref.endsWith(".field") ? fieldWord(policies.current.policy, value) : value;
}
