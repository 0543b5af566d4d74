import type { Policy, Procedure, Stage, Text } from "@yichuang/policy";
import type { CalendarDate } from "../contract/basics.ts";
import { asWindow, type StageWindow } from "../history/stage-window.ts";
import { dayOf, startOfDay } from "../time/days.ts";
import { resolveWindow } from "../time/window.ts";
import type { World } from "../evaluate/world.ts";

/** One window of one year, or why it has none yet. */
export interface CalendarLine {
  year: number;
  procedure: string;
  stage: string;
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
  return Array.from({ length: Math.ceil(asked.years) }, (_none, at) => first + at).flatMap((year) =>
    policy.procedures.flatMap((procedure) =>
      procedure.stages.flatMap((stage) => lineOf(policy, { procedure, stage, year })),
    ),
  );
}

function lineOf(
  policy: Policy,
  { procedure, stage, year }: { procedure: Procedure; stage: Stage; year: number },
): CalendarLine[] {
  if (stage.window === undefined) return [];
  const path = `procedures/${procedure.key}/stages/${stage.key}/window`;
  const window = asWindow(resolveWindow(stage.window, worldOfYear(policy, year), { path, year }));
  return [
    {
      year,
      procedure: procedure.key,
      stage: stage.key,
      label: stage.label ?? { zh: stage.key, en: stage.key },
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

/** Where the windows of a year cannot all be kept. */
export function clashesIn(policy: Policy, calendar: readonly CalendarLine[]): Clash[] {
  return calendar.flatMap((line) => {
    const stage = policy.procedures
      .find(({ key }) => key === line.procedure)
      ?.stages.find(({ key }) => key === line.stage);
    const others = calendar.filter((other) => other.year === line.year && other.procedure === line.procedure);
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
