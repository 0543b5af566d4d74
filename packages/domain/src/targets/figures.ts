// The named figures of a policy as they stand.
import type { Clause, Key, NamedMeasure, Text } from "@yichuang/policy";
import type { Uuid } from "../contract/basics.ts";
import type { FactRecord } from "../contract/facts.ts";
import type { OpenRef } from "../contract/verdict.ts";
import { clausesOfNodes, labelOf } from "../acts/violation.ts";
import { evaluateMeasure } from "../evaluate/measure.ts";
import { bearersOf } from "./bearers.ts";
import { type Bearer, type Board, worldOfBearer, worldOfYear } from "./board.ts";

export interface FigureReading {
  id?: Uuid;
  name: string;
  value?: string;
  open?: OpenRef;
  missing?: string;
  records: FactRecord[];
}

export interface Figure {
  measure: Key;
  label: Text;
  unit: string;
  of: NamedMeasure["of"];
  clauses: Clause[];
  readings: FigureReading[];
}

/** All named measures: of the tenant once, of institutions and centers one by one. */
export const figuresOf = (board: Board): Figure[] =>
  board.policy.measures.map((measure) => ({
    measure: measure.key,
    label: labelOf(measure),
    unit: measure.unit,
    of: measure.of,
    clauses: clausesOfNodes(board.policy, measure),
    readings: rootsOf(board, measure).map((root) => readingOf(board, measure, root)),
  }));

function rootsOf(board: Board, { of }: NamedMeasure): Bearer[] {
  if (of === "host") return [...board.institutions];
  return of === "center" ? bearersOf(board, CENTERS) : [undefined];
}
const CENTERS = { bearer: "center" } as const;

function readingOf(board: Board, measure: NamedMeasure, root: Bearer): FigureReading {
  const path = `measures/${measure.key}/is`;
  const world = worldOfYear(worldOfBearer(board, root), {
    every: measure.every ?? "always",
    of: measure.is,
    path,
  });
  const measured = evaluateMeasure(measure.is, world, path);
  const name = root === undefined ? "" : root.kind === "center" ? root.name : root.host.name;
  return {
    ...(root === undefined ? {} : { id: root.id }),
    name,
    ...(measured.kind === "known" ? { value: String(measured.value) } : {}),
    ...(measured.kind === "open" ? { open: measured.open } : {}),
    ...(measured.kind === "missing" ? { missing: measured.ref } : {}),
    records: measured.kind === "known" ? ((measured.records ?? []) as FactRecord[]) : [],
  };
}
