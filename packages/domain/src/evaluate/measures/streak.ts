import type { FactRecord } from "../../contract/facts.ts";

/** The latest unbroken run of chosen records, as a number of records. */
export function streakOf(among: readonly FactRecord[], chosen: readonly FactRecord[]): number {
  const latestFirst = among.toSorted((a, b) => compareTexts(String(b["on"]), String(a["on"])));
  const broken = latestFirst.findIndex((record) => !chosen.includes(record));
  return broken < 0 ? latestFirst.length : broken;
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
