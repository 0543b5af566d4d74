// What would be different: the same report is asked of the facts as they are and as they are supposed to be.
import type { PolicySet } from "../contract/decision.ts";
import type { Facts } from "../contract/facts.ts";
import type { NetworkMark, Region } from "../contract/network.ts";
import type { Violation } from "../contract/verdict.ts";
import { sceneOf } from "../acts/scene.ts";
import type { Target, TargetReading } from "../targets/targets.ts";
import type { SeatLine } from "./cap-seats.ts";
import type { CoverageCell } from "./coverage.ts";
import type { PromotionPath } from "./promotion-paths.ts";
import { type NetworkAsked, type NetworkReport, networkReport } from "./report.ts";
import { sceneSupposing, type Supposition } from "./suppositions.ts";

export * from "./report.ts";
export type { PromotionPath } from "./promotion-paths.ts";
export type { Supposition } from "./suppositions.ts";

/** How the tenant stands to a target of its own before and after; left out where it is not asked on one side. */
export interface TargetChange extends Pick<Target, "duty" | "label" | "clauses"> {
  before?: Standing;
  after?: Standing;
}
interface Standing {
  state: TargetReading["state"];
  values: string[];
}

export interface SeatChange extends Omit<SeatLine, "taken" | "left" | "most"> {
  before: Pick<SeatLine, "taken" | "left" | "most">;
  after: Pick<SeatLine, "taken" | "left" | "most">;
}

export interface NetworkDifference {
  /** rules that are broken, waived or strained and were not, and the other way round */
  marks: { newly: NetworkMark[]; noLonger: NetworkMark[] };
  targets: TargetChange[];
  coverage: (Omit<CoverageCell, "n"> & { before: number; after: number })[];
  /** ways up that nothing forbids any more, and those that something forbids now */
  paths: { newly: PromotionPath[]; noLonger: PromotionPath[] };
  seats: SeatChange[];
}

export type WhatIf =
  | { kind: "supposed"; difference: NetworkDifference }
  /** a supposition names what is not there; `nth` says which one */
  | { kind: "refused"; nth: number; violations: Violation[] };

/** What would be different if all suppositions held, one after the other. The facts handed in stay as they are. */
export function whatIf(
  policies: PolicySet,
  facts: Facts,
  {
    suppositions,
    regions,
    ...asked
  }: NetworkAsked & { suppositions: readonly Supposition[]; regions: readonly Region[] },
): WhatIf {
  let scene = sceneOf(policies, facts, asked.env);
  for (const [nth, supposition] of suppositions.entries()) {
    const next = sceneSupposing(scene, regions, supposition);
    if ("obstacle" in next) return { kind: "refused", nth, violations: [next.obstacle.violation] };
    scene = next.scene;
  }
  const before = networkReport(policies, facts, asked);
  const after = networkReport(scene.policies, scene.facts, asked);
  return { kind: "supposed", difference: differenceOf(before, after) };
}

function differenceOf(before: NetworkReport, after: NetworkReport): NetworkDifference {
  return {
    marks: changed(before.marks, after.marks, ({ center, kind, path }) => `${center}|${kind}|${path}`),
    targets: targetChanges(before.targets, after.targets),
    coverage: cellChanges(before.coverage.cells, after.coverage.cells),
    paths: changed(
      before.paths.filter(isOpen),
      after.paths.filter(isOpen),
      ({ center, way, key, to }) => `${center}|${way}|${key}|${to.type}`,
    ),
    seats: seatChanges(before.seats, after.seats),
  };
}

/** Nothing forbids the way; it may still wait for a word or for what is open. */
const isOpen = ({ verdict }: PromotionPath): boolean => verdict.kind !== "refused";

/** What is there only afterwards, and what was there only before. */
function changed<T>(before: readonly T[], after: readonly T[], keyOf: (one: T) => string) {
  const [had, has] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))];
  return {
    newly: after.filter((one) => !had.has(keyOf(one))),
    noLonger: before.filter((one) => !has.has(keyOf(one))),
  };
}

/** Both sides of everything that is on either, by its key; `one` is how it is in the end, or was. */
function paired<T>(before: readonly T[], after: readonly T[], keyOf: (one: T) => string) {
  const had = new Map(before.map((one) => [keyOf(one), one]));
  const has = new Map(after.map((one) => [keyOf(one), one]));
  return [...new Map([...had, ...has])].map(([key, one]) => ({
    one,
    before: had.get(key),
    after: has.get(key),
  }));
}

/** Targets of which the tenant's state or value is another one. */
const targetChanges = (before: readonly Target[], after: readonly Target[]): TargetChange[] =>
  paired(before, after, ({ duty }) => duty).flatMap((pair) => {
    const [was, is] = [standingOf(pair.before), standingOf(pair.after)];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    const { duty, label, clauses } = pair.one;
    return [
      {
        duty,
        label,
        clauses,
        ...(was === undefined ? {} : { before: was }),
        ...(is === undefined ? {} : { after: is }),
      },
    ];
  });

function standingOf(target: Target | undefined): Standing | undefined {
  const [reading] = target?.readings ?? [];
  return reading === undefined
    ? undefined
    : { state: reading.state, values: reading.lines.map(({ value }) => value ?? "") };
}

const cellChanges = (
  before: readonly CoverageCell[],
  after: readonly CoverageCell[],
): NetworkDifference["coverage"] =>
  paired(before, after, ({ n: _n, ...cell }) => Object.values(cell).join("|")).flatMap((pair) => {
    const [was, is] = [pair.before?.n ?? 0, pair.after?.n ?? 0];
    if (was === is) return [];
    const { n: _n, ...where } = pair.one;
    return [{ ...where, before: was, after: is }];
  });

const NONE = { taken: 0 };

const seatChanges = (before: readonly SeatLine[], after: readonly SeatLine[]): SeatChange[] =>
  paired(before, after, ({ scope }) => scope).flatMap((pair) => {
    const [was, is] = [countsOf(pair.before), countsOf(pair.after)];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    const { taken: _taken, left: _left, most: _most, ...about } = pair.one;
    return [{ ...about, before: was, after: is }];
  });

const countsOf = (line: SeatLine | undefined): SeatChange["before"] =>
  line === undefined
    ? NONE
    : {
        taken: line.taken,
        ...(line.most === undefined ? {} : { most: line.most }),
        ...(line.left === undefined ? {} : { left: line.left }),
      };
