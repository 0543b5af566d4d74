import type { Policy, Procedure, Stage } from "@yichuang/policy";
import type { CalendarDate, Instant } from "../contract/basics.ts";
import type { CaseFacts } from "../contract/facts.ts";
import type { OpenRef } from "../contract/verdict.ts";
import { dayOf, endOfDay, plusDays, startOfDay } from "../time/days.ts";
import { resolveWindow } from "../time/window.ts";
import type { World } from "../evaluate/world.ts";
import { caseDueOn } from "./case-due.ts";
import { cycleEndIn } from "./cycle.ts";
import type { FactPlace } from "./fact-place.ts";

/** When a stage may be done. `closes` is exclusive; `due` is the last day. What is not known is left out. */
export interface StageWindow {
  opens?: Instant;
  closes?: Instant;
  due?: CalendarDate;
  /** the open value that would say it */
  open?: OpenRef;
  /** the fact that would say it, for example `center.term-ended-on` */
  missing?: string;
}

/** A case's place with its stage: what the window of a stage is asked with. */
export interface StageOfCase {
  place: FactPlace & { kase: CaseFacts };
  procedure: Procedure;
  stage: Stage;
  world: World;
}

/** The window in which a procedure may be begun in a year. */
export function startWindow(procedure: Procedure, world: World, year: number): StageWindow {
  const path = `procedures/${procedure.key}/starts/when`;
  const inCycle: World = {
    ...world,
    fact: (ref) => (ref === "center.cycle-ended-on" ? cycleEndIn(procedure, world, year) : world.fact(ref)),
  };
  return asWindow(resolveWindow(procedure.starts.when, inCycle, { path, year }));
}

/** A stage's window in a year. A stage without a window of its own keeps to that in which its procedure may be begun. */
export function windowInYear({
  procedure,
  stage,
  world,
  year,
}: Omit<StageOfCase, "place"> & { year: number }): StageWindow {
  if (stage.window === undefined) return startWindow(procedure, world, year);
  const path = `procedures/${procedure.key}/stages/${stage.key}/window`;
  return asWindow(resolveWindow(stage.window, world, { path, year }));
}

/** A stage's window with what has been extended or set for its case. */
export function stageWindow({ place, procedure, stage, world }: StageOfCase): StageWindow {
  const said = windowInYear({ procedure, stage, world, year: place.kase.year });
  const due = stage.does === "submit" ? caseDueOn(place, world) : undefined;
  // the deadline of the case itself, a rectification's, holds for what is to be handed in
  const set = due === undefined ? said : { ...said, closes: endOfDay(due), due };
  return extend(set, extensionOf(place, procedure, stage));
}

export function asWindow(resolved: ReturnType<typeof resolveWindow>): StageWindow {
  if (resolved.kind === "open") return { open: resolved.open };
  if (resolved.kind === "missing") return { missing: resolved.ref };
  const { opens, closes } = resolved.value;
  return {
    ...(opens === undefined ? {} : { opens }),
    ...(closes === undefined ? {} : { closes, due: lastDay(closes) }),
  };
}

/** The last day before an exclusive end. */
export function lastDay(closes: Instant): CalendarDate {
  const day = dayOf(closes);
  return startOfDay(day) === closes ? plusDays(day, -1) : day;
}

/** The latest day to which the stage was extended, for its year or for this case alone. */
export function extensionOf(
  place: Pick<FactPlace, "kase" | "tenant" | "year">,
  procedure: Pick<Procedure, "key">,
  stage: Pick<Stage, "key">,
): CalendarDate | undefined {
  const year = place.kase?.year ?? place.year;
  const general = (place.tenant?.extensions ?? []).filter(
    (extension) => extension.procedure === procedure.key && extension.year === year,
  );
  const days = [...general, ...(place.kase?.extensions ?? [])]
    .filter((extension) => extension.stage === stage.key)
    .map((extension) => extension.until);
  return days.toSorted().at(-1);
}

/** A window that ends later than it says. */
export function extend(window: StageWindow, until: CalendarDate | undefined): StageWindow {
  if (until === undefined || (window.due !== undefined && window.due >= until)) return window;
  return { ...window, closes: endOfDay(until), due: until };
}

/** The policy's stage of a case, with its procedure; undefined where the pinned policy has no such stage. */
export function stageOf(
  policy: Policy,
  kase: CaseFacts,
  key: string,
): { procedure: Procedure; stage: Stage } | undefined {
  const procedure = policy.procedures.find((candidate) => candidate.key === kase.procedure);
  const stage = procedure?.stages.find((candidate) => candidate.key === key);
  return procedure === undefined || stage === undefined ? undefined : { procedure, stage };
}
