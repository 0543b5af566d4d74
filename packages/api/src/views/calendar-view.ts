// The year of a policy as lanes of stages.
import { clausesOfNodes, type StageWindow, windowOfStage, worldOf, yearOf } from "@yichuang/domain";
import type { CaseState, Clause, Policy, Procedure, Stage, Text } from "@yichuang/policy";
import type { StageSet } from "../acts/stage-set.ts";

export interface CalendarStage {
  procedure: string;
  stage: string;
  label: Text;
  purpose: string;
  does: string;
  opens?: string;
  closes?: string;
  due?: string;
  state: "past" | "running" | "next" | "waiting" | "open-value";
  asks?: Text;
  clauses: Clause[];
  total: number;
  done: number;
}

interface CaseOfYear {
  procedure_key: string;
  state: CaseState;
  stage_key: string | null;
}

/** Stages with a window of the year, in the order of their opening; what hangs on an event of a center is left to its page. */
export function calendarOf(
  stage: StageSet,
  { year, cases }: { year: number; cases: readonly CaseOfYear[] },
): CalendarStage[] {
  const { policy } = stage.policies.current;
  const world = worldOf({
    policy,
    today: stage.env.now.slice(0, 10),
    now: stage.env.now,
    holidays: stage.env.holidays,
    tenant: stage.facts.tenant,
    year,
  });
  const shown = policy.procedures.flatMap((procedure) =>
    procedure.stages.map((one) => ({
      procedure,
      one,
      window: windowOfStage({ procedure, stage: one, world, year }),
    })),
  );
  return shown
    .filter(
      ({ window }) => window.open !== undefined || (window.opens !== undefined && isOfYear(window, year)),
    )
    .map(({ procedure, one, window }) => ({
      ...namesOf(policy, procedure, one),
      ...spanOf(window),
      state: stateOf(window, stage.env.now),
      ...countsOf(procedure, one, cases),
    }))
    .toSorted((a, b) => (a.opens ?? "9").localeCompare(b.opens ?? "9"));
}

const isOfYear = (window: StageWindow, year: number): boolean =>
  window.opens !== undefined &&
  yearOf(new Date(Date.parse(window.opens) + 28_800_000).toISOString()) === year;

const namesOf = (policy: Policy, procedure: Procedure, stage: Stage) => ({
  procedure: procedure.key,
  stage: stage.key,
  label: stage.label ?? procedure.label ?? { zh: stage.key, en: stage.key },
  purpose: procedure.purpose,
  does: stage.does,
  clauses: clausesOfNodes(policy, stage, procedure),
});

const spanOf = (window: StageWindow) => ({
  ...(window.opens === undefined ? {} : { opens: window.opens }),
  ...(window.closes === undefined ? {} : { closes: window.closes }),
  ...(window.due === undefined ? {} : { due: window.due }),
  ...(window.open === undefined ? {} : { asks: window.open.asks }),
});

function stateOf(window: StageWindow, now: string): CalendarStage["state"] {
  if (window.open !== undefined) return "open-value";
  if (window.opens === undefined) return "waiting";
  if (now < window.opens) return "next";
  return window.closes !== undefined && now >= window.closes ? "past" : "running";
}

/** How many cases of the year have this stage behind them. */
function countsOf(
  procedure: Procedure,
  stage: Stage,
  cases: readonly CaseOfYear[],
): { total: number; done: number } {
  const own = cases.filter(
    (kase) => kase.procedure_key === procedure.key && kase.state !== "draft" && kase.state !== "withdrawn",
  );
  const order = procedure.stages.map((one) => one.key);
  const done = own.filter(
    (kase) => kase.stage_key === null || order.indexOf(kase.stage_key) > order.indexOf(stage.key),
  );
  return { total: own.length, done: done.length };
}
