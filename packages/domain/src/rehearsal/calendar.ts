import type { Policy, Procedure, Stage, Text, Value, Window } from "@yichuang/policy";
import { labelOf } from "../acts/violation.ts";
import type { CalendarDate } from "../contract/basics.ts";
import { asWindow, type StageWindow, windowInYear } from "../history/stage-window.ts";
import { dayOf, startOfDay, yearOf } from "../time/days.ts";
import { resolveWindow } from "../time/window.ts";
import type { World } from "../evaluate/world.ts";

/** One window of one year, or why it has none yet: of a stage, of a procedure's start, or of a duty. */
export interface CalendarLine {
  year: number;
  procedure?: string;
  stage?: string;
  label: Text;
  role: string;
  opens?: CalendarDate;
  due?: CalendarDate;
  /** the open value or the fact that it hangs on */
  open?: string;
  missing?: string;
}

/** A stage that closes before what it comes after can open, or two things that one actor is asked for at once. */
export interface Clash {
  kind: "order" | "overlap";
  year: number;
  procedure: string;
  first: string;
  second: string;
}

/** Every window that a policy's own days give, by year. */
export function calendarOf(policy: Policy, asked: { from: CalendarDate; years: number }): CalendarLine[] {
  const first = Number(asked.from.slice(0, 4));
  return Array.from({ length: Math.ceil(asked.years) }, (_none, at) => first + at).flatMap((year) => [
    ...policy.procedures.flatMap((procedure) => linesOf(policy, procedure, year)),
    ...dutiesIn(policy, year),
  ]);
}

const BEGINS: Text = { zh: "可以开始", en: "may begin" };

/** When a procedure may begin, where no stage of it says the same, and the windows of its stages. */
function linesOf(policy: Policy, procedure: Procedure, year: number): CalendarLine[] {
  const { key, starts } = procedure;
  const stages = procedure.stages.flatMap((stage) => lineOf(policy, { procedure, stage, year }));
  const days = daysIn(policy, { when: starts.when, path: `procedures/${key}/starts/when`, year });
  if (days === undefined || stages.some(({ opens, due }) => opens === days.opens && due === days.due))
    return stages;
  return [{ year, procedure: key, label: BEGINS, role: starts.by.role, ...days }, ...stages];
}

const dutiesIn = (policy: Policy, year: number): CalendarLine[] =>
  policy.duties.flatMap((duty) => {
    const days = daysIn(policy, { when: duty.when, path: `duties/${duty.key}/when`, year });
    return days === undefined ? [] : [{ year, label: labelOf(duty), role: duty.bearer, ...days }];
  });

/** The days of a window in the year to which they belong; undefined where it is never closed, or is of another year. */
function daysIn(
  policy: Policy,
  { when, path, year }: { when: Value<Window>; path: string; year: number },
): Partial<CalendarLine> | undefined {
  const days = daysOf(asWindow(resolveWindow(when, worldOfYear(policy, year), { path, year })));
  const first = days.opens ?? days.due;
  const known = first === undefined ? days.open : ofYear(days, year) ? first : undefined;
  return known === undefined ? undefined : days;
}

/** A window belongs to the year in which it is due; one that comes round over the turn of the year, to that of its opening. */
function ofYear({ opens, due }: Partial<CalendarLine>, year: number): boolean {
  if (opens === undefined || due === undefined) return yearOf(due ?? opens ?? "") === year;
  const overTheTurn = yearOf(due) === yearOf(opens) + 1 && due.slice(5) < opens.slice(5);
  return yearOf(overTheTurn ? opens : due) === year;
}

function lineOf(
  policy: Policy,
  { procedure, stage, year }: { procedure: Procedure; stage: Stage; year: number },
): CalendarLine[] {
  if (stage.window === undefined) return [];
  const window = windowInYear({ procedure, stage, world: worldOfYear(policy, year), year });
  return [
    {
      year,
      procedure: procedure.key,
      stage: stage.key,
      label: labelOf(stage),
      role: stage.by.role,
      ...daysOf(window),
    },
  ];
}

const daysOf = ({ opens, due, open, missing }: StageWindow): Partial<CalendarLine> => ({
  ...(opens === undefined ? {} : { opens: dayOf(opens) }),
  ...(due === undefined ? {} : { due }),
  ...(open === undefined ? {} : { open: open.path }),
  ...(missing === undefined ? {} : { missing }),
});

/** A world in which only the year is known. */
function worldOfYear(policy: Policy, year: number): World {
  const today = `${year}-01-01`;
  return {
    today,
    now: startOfDay(today),
    policy,
    holidays: {},
    fact: (ref) => (ref === "case.year" || ref === "call.year" ? year : ref === "today" ? today : undefined),
    set: () => [],
    settlement: () => undefined,
    waiver: () => false,
  };
}

type OfStage = CalendarLine & { procedure: string; stage: string };

/** Where the windows of a year cannot all be kept. */
export function clashesIn(policy: Policy, calendar: readonly CalendarLine[]): Clash[] {
  const ofStages = calendar.filter((line): line is OfStage => line.stage !== undefined);
  return ofStages.flatMap((line) => {
    const stage = policy.procedures
      .find(({ key }) => key === line.procedure)
      ?.stages.find(({ key }) => key === line.stage);
    const others = ofStages.filter((other) => other.year === line.year && other.procedure === line.procedure);
    return others.flatMap((other): Clash[] => {
      const about = { year: line.year, procedure: line.procedure, first: other.stage, second: line.stage };
      if (stage?.after?.includes(other.stage) === true && closesBefore(line, other))
        return [{ kind: "order", ...about }];
      return other.stage < line.stage && other.role === line.role && overlaps(line, other)
        ? [{ kind: "overlap", ...about }]
        : [];
    });
  });
}

const closesBefore = (line: CalendarLine, other: CalendarLine): boolean =>
  line.due !== undefined && other.opens !== undefined && line.due < other.opens;

const overlaps = (line: CalendarLine, other: CalendarLine): boolean =>
  line.opens !== undefined &&
  line.due !== undefined &&
  other.opens !== undefined &&
  other.due !== undefined &&
  line.opens <= other.due &&
  other.opens <= line.due;
