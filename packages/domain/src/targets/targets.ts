// Duties as they stand: who bears each, what is asked, what is there today and what is on its way (policy-model 6.9).
import type { Clause, Duty, Force, Key, Text } from "@yichuang/policy";
import type { CalendarDate, Uuid } from "../contract/basics.ts";
import type { JudgedDuty } from "../contract/facts.ts";
import type { OpenRef } from "../contract/verdict.ts";
import { clausesOfNodes, labelOf } from "../acts/violation.ts";
import { evaluateCondition } from "../evaluate/condition.ts";
import type { World } from "../evaluate/world.ts";
import { lastDay } from "../history/stage-window.ts";
import { dayOf, yearOf } from "../time/days.ts";
import { resolveWindow } from "../time/window.ts";
import { bearersOf } from "./bearers.ts";
import { type Bearer, type Board, worldOfBearer, worldOfYear } from "./board.ts";
import { type Forecast, forecastOf } from "./forecast.ts";
import { linesOf, shareOfAll, type TargetLine } from "./line.ts";

/**
 * `not-yet` while there is time left, `not-met` after the last day; `open` where the text leaves open what would decide
 * it, `unknown` where a fact is missing, `to-judge` where somebody must say it.
 */
export type TargetState = "met" | "not-yet" | "not-met" | "open" | "unknown" | "to-judge";

/** How one bearer stands to a duty. */
export interface TargetReading {
  bearer: { kind: "tenant" | "institution" | "center"; id?: Uuid; name: string; party?: number };
  /** nobody can say yet whether the duty binds this bearer */
  unsure?: boolean;
  state: TargetState;
  lines: TargetLine[];
  share?: number;
  open?: OpenRef;
  missing?: string;
  forecast?: Forecast;
  judged?: { on: CalendarDate; opinion: string };
}

export interface Target {
  duty: Key;
  label: Text;
  force: Force;
  clauses: Clause[];
  bearer: Duty["bearer"];
  every: Duty["every"];
  from?: CalendarDate;
  /** the last day */
  due?: CalendarDate;
  /** when it is due is itself left open */
  dueOpen?: OpenRef;
  /** what somebody must say, where no number decides */
  asks?: Text;
  readings: TargetReading[];
  met: number;
  /** the targets that the text says this one is the sum of */
  parts: { duty: Key; label: Text }[];
}

/** Duties of the policy over a board: all, or those of one sort of bearer. */
export const targetsOf = (board: Board, bearer?: Duty["bearer"]): Target[] =>
  board.policy.duties
    .filter((duty) => bearer === undefined || duty.bearer === bearer)
    .map((duty) => targetOf(board, duty));

function targetOf(board: Board, duty: Duty): Target {
  const { policy } = board;
  const span = spanOf(board, duty);
  const readings = bearersOf(board, duty).flatMap((root) => readingOf(board, { duty, root, due: span.due }));
  const parts = (duty.parts ?? []).flatMap((key) => policy.duties.filter((one) => one.key === key));
  return {
    duty: duty.key,
    label: labelOf(duty),
    force: duty.force ?? "mandatory",
    clauses: clausesOfNodes(policy, duty),
    bearer: duty.bearer,
    every: duty.every,
    ...span,
    ...(duty.must.kind === "judged" ? { asks: duty.must.asks } : {}),
    readings,
    met: readings.filter(({ state }) => state === "met").length,
    parts: parts.map((part) => ({ duty: part.key, label: labelOf(part) })),
  };
}

function spanOf(board: Board, duty: Duty): Pick<Target, "from" | "due" | "dueOpen"> {
  const world = worldOfBearer(board, undefined);
  const window = resolveWindow(duty.when, world, {
    path: `duties/${duty.key}/when`,
    year: yearOf(board.today),
  });
  if (window.kind === "open") return { dueOpen: window.open };
  if (window.kind === "missing") return {};
  const { opens, closes } = window.value;
  return {
    ...(opens === undefined ? {} : { from: dayOf(opens) }),
    ...(closes === undefined ? {} : { due: lastDay(closes) }),
  };
}

interface Asked {
  duty: Duty;
  root: Bearer;
  due: CalendarDate | undefined;
}

/** One bearer's reading; none where the duty does not bind it. */
function readingOf(board: Board, { duty, root, due }: Asked): TargetReading[] {
  const path = `duties/${duty.key}`;
  const world = worldOfBearer(board, root);
  const bound = duty.who === undefined ? "true" : evaluateCondition(duty.who, world, `${path}/who`).truth;
  if (bound === "false") return [];
  const about = { bearer: nameOf(root), ...(bound === "unknown" ? { unsure: true } : {}) };
  if (duty.must.kind === "judged") return [{ ...about, ...judgedOf(board, duty, root), lines: [] }];
  return [
    {
      ...about,
      ...computedOf(
        board,
        { duty, due },
        worldOfYear(world, { every: duty.every, of: duty.must, path: `${path}/when` }),
      ),
    },
  ];
}

function computedOf(board: Board, { duty, due }: Pick<Asked, "duty" | "due">, world: World) {
  const path = `duties/${duty.key}/must`;
  const lines = linesOf(duty.must, world, path);
  const ruled = evaluateCondition(duty.must, world, path).truth;
  // one target is what its line says; of several the text combines what is known
  const truth = lines.length === 1 ? (lines[0]?.truth ?? ruled) : ruled;
  const undecided = truth === "unknown" ? lines.filter((line) => line.truth === "unknown") : [];
  const open = undecided.find((line) => line.open !== undefined)?.open;
  const missing = undecided.find((line) => line.missing !== undefined)?.missing;
  const share = shareOfAll(duty.must, lines);
  const forecast = truth === "true" ? undefined : forecastOf(board, duty.must, { world, path });
  const late = due !== undefined && (board.over === true ? due <= board.today : due < board.today);
  const short: TargetState = late ? "not-met" : "not-yet";
  const waiting: TargetState = open === undefined ? "unknown" : "open";
  const state: TargetState = truth === "true" ? "met" : truth === "false" ? short : waiting;
  return {
    state,
    lines,
    ...(share === undefined ? {} : { share }),
    ...(open === undefined ? {} : { open }),
    ...(missing === undefined ? {} : { missing }),
    ...(forecast === undefined ? {} : { forecast }),
  };
}

/** What the authority said about a duty: in the year, or of what is asked once in any year up to it. */
function judgedOf(board: Board, duty: Duty, root: Bearer): Pick<TargetReading, "state" | "judged"> {
  const said = judgementOf((root ?? board.tenant).duties ?? [], duty, yearOf(board.today));
  if (said === undefined) return { state: "to-judge" };
  return { state: said.met ? "met" : "not-met", judged: { on: said.on, opinion: said.opinion } };
}

const judgementOf = (judged: readonly JudgedDuty[], { key, every }: Duty, year: number) =>
  judged
    .filter((one) => one.duty === key && (every === "once" ? one.year <= year : one.year === year))
    .toSorted((a, b) => a.year - b.year)
    .at(-1);

function nameOf(root: Bearer): TargetReading["bearer"] {
  if (root === undefined) return { kind: "tenant", name: "" };
  const name = root.kind === "center" ? root.name : root.host.name;
  return { kind: root.kind, id: root.id, name, party: root.host.party };
}
