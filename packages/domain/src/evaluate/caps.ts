// Seats: among the records that agree with the candidate on every `per`, no more than `most` (policy-model 6.4).
import type { Cap } from "@yichuang/policy";
import type { FactRecord } from "../contract/facts.ts";
import { evaluateCondition } from "./condition.ts";
import { Exact } from "./decimal.ts";
import { numberAt } from "./interval.ts";
import type { Resolved } from "./resolved.ts";
import { resolveValue } from "./value.ts";
import { type World, withRecord } from "./world.ts";

/** One scope in which a candidate takes a seat: what is taken there, and whether it may have one more. */
export interface Seat {
  /** names the scope, the same for everybody who competes in it */
  scope: string;
  taken: number;
  most: Resolved<number>;
  has: "room" | "none" | "unknown";
  /** who holds the seats */
  holders: FactRecord[];
}

const attributeOf = (ref: string): string => ref.slice(ref.indexOf(".") + 1);

const valuesOf = (record: FactRecord, ref: string): string[] => {
  const value = record[attributeOf(ref)];
  return value === undefined ? [] : (Array.isArray(value) ? value : [value]).map(String);
};

/** Every combination of a candidate's values: it counts under each. Without a value it competes with nobody. */
export function scopesOf(cap: Cap, candidate: FactRecord): string[][] {
  return cap.per.reduce<string[][]>(
    (scopes, ref) => scopes.flatMap((scope) => valuesOf(candidate, ref).map((value) => [...scope, value])),
    [[]],
  );
}

export const scopeName = (cap: Cap, values: readonly string[]): string =>
  `${cap.counts}:${cap.key}:${values.join("|")}`;

/** Whether a record counts for a cap: of its types, still held, and as `where` says. */
export function countsFor(cap: Cap, record: FactRecord, world: World): "true" | "false" | "unknown" {
  const { type, standing } = record;
  if (typeof type === "string" && !cap.for.includes(type)) return "false";
  if (cap.counts === "designations" && (standing === "revoked" || standing === "exited")) return "false";
  if (cap.where === undefined) return "true";
  return evaluateCondition(cap.where, withRecord(world, record), `caps/${cap.key}/where`).truth;
}

/** The seats of a cap in every scope of the candidate, counted among the records of others. */
export function seatsOf(
  cap: Cap,
  { candidate, records, world }: { candidate: FactRecord; records: readonly FactRecord[]; world: World },
): Seat[] {
  const truths = records.map((record) => ({ record, truth: countsFor(cap, record, world) }));
  return scopesOf(cap, candidate).map((scope) => {
    const here = truths.filter(
      ({ record, truth }) =>
        truth !== "false" && cap.per.every((ref, at) => valuesOf(record, ref).includes(scope[at] ?? "")),
    );
    const sure = here.filter(({ truth }) => truth === "true").map(({ record }) => record);
    const seat = decideSeat(cap, { candidate, sure, all: here.map(({ record }) => record), world });
    return { scope: scopeName(cap, scope), ...seat };
  });
}

interface Counted {
  candidate: FactRecord;
  sure: readonly FactRecord[];
  all: readonly FactRecord[];
  world: World;
}

function decideSeat(cap: Cap, { candidate, sure, all, world }: Counted): Omit<Seat, "scope"> {
  const about = withRecord(world, candidate);
  const most = resolveValue<number>(cap.most, about, `caps/${cap.key}/most`);
  const by =
    cap.distinct === undefined ? "case" : resolveValue(cap.distinct, about, `caps/${cap.key}/distinct`);
  const ways: string[] = typeof by === "string" ? [by] : by.kind === "known" ? [by.value] : distinctWays(by);
  const ends = ways.map((way) => ({
    least: countDistinct([...sure, candidate], way),
    most: countDistinct([...all, candidate], way),
  }));
  const limit = most.kind === "known" ? numberAt(most.value) : most.between;
  const least = Math.min(...ends.map((end) => end.least));
  const highest = Math.max(...ends.map((end) => end.most));
  const taken = Math.min(...ways.map((way) => countDistinct(sure, way)));
  const seat = { taken, most, holders: [...sure] };
  if (limit === undefined) return { ...seat, has: "unknown" };
  if (new Exact(highest).lte(limit.least)) return { ...seat, has: "room" };
  return { ...seat, has: new Exact(least).gt(limit.most) ? "none" : "unknown" };
}

/** Every way of counting that is still possible; an open one that nobody narrowed counts each record. */
const distinctWays = (by: Resolved<string>): string[] =>
  by.kind === "open" ? (by.among ?? ["case"]) : ["case"];

/** How many different ones there are; a record that does not say which it is counts by itself. */
function countDistinct(records: readonly FactRecord[], way: string): number {
  if (way === "case") return records.length;
  const named = records.map((record) => valuesOf(record, way).join("|"));
  return new Set(named.filter((name) => name !== "")).size + named.filter((name) => name === "").length;
}
