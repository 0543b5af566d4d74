import { type Policy, type Procedure, sayViolation, type Stage, type Text } from "@yichuang/policy";
import { labelOf } from "../acts/violation.ts";
import type { CalendarDate } from "../contract/basics.ts";
import type { CaseFacts, CenterFacts, InstitutionFacts } from "../contract/facts.ts";
import type { Violation } from "../contract/verdict.ts";
import { calendarOf, type CalendarLine, type Clash, clashesIn } from "./calendar.ts";
import { plusDays } from "../time/days.ts";
import { fateOf } from "./cast.ts";
import { goesRound, roundOf } from "./rounds.ts";
import { runTenant } from "./run.ts";
import type { Done, HeldUp, Run } from "./running.ts";
import type { Supposing } from "./suppose.ts";

/** A case that no act leads on from, with the stage at which it waits. */
export interface DeadEnd {
  procedure: string;
  stage: string;
  label: Text;
  since: CalendarDate;
  cases: number;
  /** the open value that it waits for; without one the document itself leads nowhere */
  open?: string;
  /**
   * why what the rehearsal handed in was refused, or that it goes round in one day: then it is the rehearsal that could
   * not go on, not the document
   */
  refused?: Text[];
}

export interface Rehearsal {
  calendar: CalendarLine[];
  clashes: Clash[];
  heldUp: HeldUp[];
  deadEnds: DeadEnd[];
  done: Done[];
}

/** What is kept of a rehearsal beside the version that it rehearsed. */
export interface KeptRehearsal extends Omit<Rehearsal, "done"> {
  from: CalendarDate;
  years: number;
  /** how many acts were done in it */
  acts: number;
}

/** How many years are rehearsed at most: three to build, two evaluations of five years each, and who began last is told. */
export const MOST_YEARS = 12;

/** A rehearsal as it is kept: what people would meet, without every single act. */
export function rehearsalToKeep(
  policy: Policy,
  { from, years }: { from: CalendarDate; years: number },
): KeptRehearsal {
  const { done, ...met } = rehearse(policy, { from, years });
  return { ...met, from, years, acts: done.length };
}

/** Runs a policy through some years in memory, and says what people would meet there. */
export function rehearse(
  policy: Policy,
  asked: { from: CalendarDate; years: number; supposing?: Supposing },
): Rehearsal {
  const { from, years, supposing = "smallest" } = asked;
  const run = runTenant({ policy, from, years, supposing });
  const calendar = calendarOf(policy, { from, years });
  // whoever stays away leaves things undone, and the document is not to blame for it
  const bearers = [...run.ledger.centers, ...run.ledger.institutions].filter(
    (root) => fateOf(root.host.party) !== "absent",
  );
  return {
    calendar,
    clashes: clashesIn(policy, calendar),
    heldUp: run.heldUp,
    deadEnds: deadEndsOf(policy, bearers, { run, calendar, last: lastDay(from, years) }),
    done: run.done,
  };
}

const LATELY = 60;
const lastDay = (from: CalendarDate, years: number): CalendarDate =>
  plusDays(from, Math.round(years * 365.25));

const OVER = new Set(["closed", "withdrawn", "decided"]);

interface Searched {
  run: Run;
  calendar: readonly CalendarLine[];
  last: CalendarDate;
}
type Stop = Pick<DeadEnd, "open" | "refused"> & { stage: Stage };

/** Open cases whose next stage nobody in the rehearsal could do, and those that begin anew without end. */
function deadEndsOf(
  policy: Policy,
  bearers: readonly (CenterFacts | InstitutionFacts)[],
  searched: Searched,
): DeadEnd[] {
  const ends = new Map<string, DeadEnd>();
  for (const root of bearers) {
    for (const kase of root.cases) {
      const procedure = policy.procedures.find(({ key }) => key === kase.procedure);
      if (procedure === undefined) continue;
      // what others could do is a matter of the case, not of the document
      const others = bearers.flatMap(({ cases }) => cases).filter((one) => one.procedure === procedure.key);
      const stop = goesRound(root, kase)
        ? roundOf(root, kase, procedure)
        : stopOf(kase, procedure, { ...searched, others });
      if (stop === undefined) continue;
      const { stage, ...why } = stop;
      const path = `${procedure.key}/${stage.key}`;
      const before = ends.get(path);
      ends.set(path, {
        procedure: procedure.key,
        stage: stage.key,
        label: labelOf(stage),
        since: before === undefined || kase.openedOn < before.since ? kase.openedOn : before.since,
        cases: (before?.cases ?? 0) + 1,
        ...why,
      });
    }
  }
  return [...ends.values()];
}

/** Where an open case waits for good, and why. */
function stopOf(
  kase: CaseFacts,
  procedure: Procedure,
  { run, calendar, last, others }: Searched & { others: readonly CaseFacts[] },
): Stop | undefined {
  const stage = procedure.stages.find(({ key }) => kase.stages[key]?.doneOn === undefined);
  const isRunning = stage !== undefined && kase.stages[stage.key]?.startedOn !== undefined;
  if (stage === undefined || isRunning || OVER.has(kase.state)) return undefined;
  const line = calendar.find(
    (one) => one.year === kase.year && one.procedure === procedure.key && one.stage === stage.key,
  );
  // what began lately, or still has its time, may yet go on
  if ((line?.due ?? plusDays(kase.openedOn, LATELY)) >= last) return undefined;
  const hindered = run.hindered[`${procedure.key}/${stage.key}`];
  if (hindered !== undefined && others.some(({ stages }) => stages[stage.key]?.doneOn !== undefined))
    return undefined;
  const path = `procedures/${procedure.key}/stages/${stage.key}`;
  const open = run.heldUp.find((one) => one.supposed === undefined && one.path.startsWith(path))?.path;
  return {
    stage,
    ...(open === undefined ? {} : { open }),
    ...(hindered === undefined ? {} : { refused: sayEach(hindered) }),
  };
}

/** The reasons in words, each once. */
function sayEach(violations: readonly Violation[]): Text[] {
  const said = violations.map((one) => ({ zh: sayViolation("zh", one), en: sayViolation("en", one) }));
  return [...new Map(said.map((text) => [text.zh, text])).values()];
}
