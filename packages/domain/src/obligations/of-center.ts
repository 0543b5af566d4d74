import type { Procedure } from "@yichuang/policy";
import type { ActionKind } from "../contract/actions.ts";
import type { CenterFacts } from "../contract/facts.ts";
import { hatsOf } from "../acts/actor.ts";
import { labelOf } from "../acts/violation.ts";
import { evaluateCondition } from "../evaluate/condition.ts";
import { extend, extensionOf, startWindow } from "../history/stage-window.ts";
import type { StageWindow } from "../history/stage-window.ts";
import { worldOf } from "../history/world-of.ts";
import { startOfDay, yearOf } from "../time/days.ts";
import type { Asking, Due } from "./due.ts";
import { hasEnded, obligationKey } from "./due.ts";
import { duesOfConsequences } from "./of-consequences.ts";
import { duesOfFunding } from "./of-funding.ts";
import { duesOfOffices } from "./of-offices.ts";
import { placeFor } from "./place.ts";
import { leadOf } from "../history/lead.ts";

/** What a center still owes beside its running cases: yearly reports of its term, its acceptance, its findings. */
export function duesOfCenter(asking: Asking, center: CenterFacts): Due[] {
  const term = termOf(asking, center);
  const tasks = [
    ...duesOfFindings(asking, center),
    ...duesOfConsequences(asking, center),
    ...duesOfOffices(asking, center),
    ...duesOfFunding(asking, center),
  ];
  if (term === undefined) return tasks;
  const procedures = asking.policy.procedures.filter(
    (procedure) =>
      procedure.over === "center" &&
      procedure.for.includes(center.type) &&
      procedure.starts.every !== "request",
  );
  return [...procedures.flatMap((procedure) => startsOf(asking, { center, term, procedure })), ...tasks];
}

interface Term {
  from: string;
  to: string;
}

/** The years in which something can be owed: the term, or from the designation on where the policy names no end. */
function termOf(asking: Asking, center: CenterFacts): Term | undefined {
  const from = center.dates["center.term-started-on"];
  const to = center.termEndsOn ?? center.dates["center.term-ended-on"];
  if (from !== undefined && to !== undefined) return { from, to };
  const designated = center.dates["center.designated-on"];
  return designated === undefined ? undefined : endlessTerm(asking, center, designated);
}

/** Without a day only the years count that the history knows, and the one after them (as for institutions). */
function endlessTerm(asking: Asking, center: CenterFacts, from: string): Term {
  const known = Math.max(yearOf(from), ...center.cases.map((kase) => kase.year));
  const last = asking.today === undefined ? known + 1 : Math.max(known, yearOf(asking.today));
  return { from, to: `${last}-12-31` };
}

interface Starting {
  center: CenterFacts;
  term: Term;
  procedure: Procedure;
}

/** A procedure that comes once, or once in every year of the term, as long as nobody has opened it. */
function startsOf(asking: Asking, { center, term, procedure }: Starting): Due[] {
  const opened = center.cases.filter(
    (kase) => kase.procedure === procedure.key && kase.state !== "withdrawn",
  );
  if (procedure.starts.every === "once") {
    const year = yearOf(term.to);
    return opened.length > 0 ? [] : startDue(asking, { center, term, procedure }, year);
  }
  if (procedure.starts.every === "cycle") return nextRound(asking, { center, term, procedure });
  const years = Array.from(
    { length: yearOf(term.to) - yearOf(term.from) + 1 },
    (_, i) => yearOf(term.from) + i,
  );
  return years
    .filter((year) => !opened.some((kase) => kase.year === year))
    .flatMap((year) => startDue(asking, { center, term, procedure }, year));
}

/** Of a procedure that comes round only the next round is asked for, from the year after the last one. */
function nextRound(asking: Asking, starting: Starting): Due[] {
  const { center, term, procedure } = starting;
  const last = center.cases
    .filter((kase) => kase.procedure === procedure.key && kase.state !== "withdrawn")
    .reduce((latest, kase) => Math.max(latest, kase.year), yearOf(term.from));
  for (let year = last + 1; year <= yearOf(term.to); year++) {
    const due = startDue(asking, starting, year);
    if (due.length > 0) return due;
  }
  return [];
}

function startDue(asking: Asking, { center, term, procedure }: Starting, year: number): Due[] {
  const place = placeFor(asking, year);
  const [first] = procedure.stages;
  if (first === undefined) return [];
  const window = extend(startWindow(procedure, worldOf(place), year), extensionOf(place, procedure, first));
  const role = hatsOf(procedure.starts.by, "open-case")[0];
  if (role === undefined || window.opens === undefined) return [];
  const { every } = procedure.starts;
  if (every !== "once" && every !== "cycle" && !within(window.opens, term)) return [];
  const act: ActionKind = "open-case";
  return [
    {
      key: obligationKey(procedure, first, { year, role }),
      to: { space: procedure.starts.by.role === "host" ? leadOf(center).party : asking.tenant, role },
      act,
      procedure: procedure.key,
      stage: first.key,
      year,
      matter: labelOf(first).zh,
      opens: window.opens,
      ...dueOf(window),
      ...(isOwed(asking, center, procedure) ? {} : { void: true }),
    },
  ];
}

const dueOf = (window: StageWindow) => (window.due === undefined ? {} : { due: window.due });

/** A yearly window counts for a term where it opens inside it. */
const within = (opens: string, term: Term): boolean =>
  opens >= startOfDay(term.from) && opens < startOfDay(term.to);

/** Nothing is owed by a center that has ended, or that no longer belongs to the procedure's cohort. */
function isOwed(asking: Asking, center: CenterFacts, procedure: Procedure): boolean {
  if (hasEnded(center)) return false;
  const { who } = procedure.starts;
  if (who === undefined) return true;
  const ruling = evaluateCondition(who, worldOf(placeFor(asking)), `procedures/${procedure.key}/starts/who`);
  return ruling.truth !== "false";
}

/** What an inspection found is owed by the institution until it is cleared. */
function duesOfFindings(asking: Asking, center: CenterFacts): Due[] {
  return center.findings.map((finding) => {
    const kase = center.cases.find((candidate) => candidate.id === finding.case);
    const procedure = asking.policy.procedures.find((candidate) => candidate.key === kase?.procedure);
    const stage = procedure?.stages.find((candidate) => kase?.stages[candidate.key]?.doneOn !== undefined);
    return {
      key: `finding:${finding.id}`,
      to: { space: leadOf(center).party, role: "institution-manager" as const },
      act: "finding",
      ...(procedure === undefined ? {} : { procedure: procedure.key }),
      ...(stage === undefined ? {} : { stage: stage.key }),
      case: finding.case,
      year: yearOf(finding.on),
      matter: finding.text,
      opens: startOfDay(finding.on),
      ...(finding.due === undefined ? {} : { due: finding.due }),
      ...(finding.cleared === undefined ? {} : { done: { on: finding.cleared.on } }),
    };
  });
}
