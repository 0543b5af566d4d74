import type { Duration, RunStage, Stage, Standing } from "@yichuang/policy";
import { getType } from "@yichuang/policy";
import type { CalendarDate } from "../contract/basics.ts";
import type { NewEvent } from "../contract/events.ts";
import { known, type Resolved, unknownFrom } from "../evaluate/resolved.ts";
import { resolveValue } from "../evaluate/value.ts";
import { addDuration } from "../time/days.ts";
import { resolveMoment } from "../time/window.ts";
import { newEvent, refOf } from "./new-event.ts";
import type { StageScene } from "./scene.ts";
import { restingOn, tell } from "./stage-act.ts";
import type { Obstacle } from "./violation.ts";
import { clausesOfNodes, labelOf, wait, waitForOpen } from "./violation.ts";

/** Rulings 3: the first stage that gives one of these designates, and the term runs from its day. */
const BEGINS_THE_TERM: readonly Standing[] = ["building", "established"];

export const beginsTheTerm = ({ gives }: Pick<Stage, "gives">): boolean =>
  gives !== undefined && BEGINS_THE_TERM.includes(gives);

/** Whether a stage designates its center. */
const designates = (at: StageScene): boolean =>
  beginsTheTerm(at.stage) && at.root.kind === "center" && at.root.dates["center.designated-on"] === undefined;

/** What the end of a stage gives: a standing, and with the first standing of a term its designation and term. */
export function givenBy(at: StageScene, on: CalendarDate = at.scene.today): NewEvent[] {
  const { root, stage } = at;
  const to = stage.gives;
  if (root.kind !== "center" || to === undefined || root.standing === to) return [];
  const changed = newEvent({
    root: refOf(root),
    kind: "standing-changed",
    body: {
      case: at.kase.id,
      ...(root.standing === undefined ? {} : { from: root.standing }),
      to,
      on,
      cause: at.path,
    },
    onDay: on,
    consulted: [`${at.path}/gives`],
  });
  if (!designates(at)) return [changed];
  return [{ ...tell(at, "designated", { on }), onDay: on }, changed, ...startTerm(at, on)];
}

function startTerm(at: StageScene, on: CalendarDate): NewEvent[] {
  const term = termOf(at);
  // a term with a first day of its own begins with that day
  if (term?.length.kind !== "known" || (term.stage.does === "run" && term.stage.from !== undefined))
    return [];
  const endsOn = endOf(at, on, term.length.value);
  if (endsOn.kind !== "known") return [];
  const running = { ...at, stage: term.stage };
  const started = restingOn(tell(running, "term-started", { on, endsOn: endsOn.value }), term.path);
  return [{ ...started, onDay: on }];
}

/** The last day of what lasts from a day on. */
export const endOf = (at: StageScene, on: CalendarDate, length: Length): Resolved<CalendarDate> =>
  "day" in length ? known(length.day) : addDuration(on, length, at.place.holidays);

/** How long a term lasts, or the day on which it ends for all. */
type Length = Duration | { day: CalendarDate };
interface Term {
  stage: Stage;
  length: Resolved<Length>;
  path: string;
}

/** How long the term lasts: as the stage after this one says, else as the center's type says. */
function termOf(at: StageScene): Term | undefined {
  const run = at.procedure.stages.find(
    (stage) => stage.does === "run" && stage.after?.includes(at.stage.key),
  );
  if (run?.does === "run") return termOfRun(at, run);
  if (at.root.kind !== "center") return undefined;
  const { term } = getType(at.policy, at.root.type);
  if (term === undefined) return undefined;
  const path = `types/${at.root.type}/term`;
  return { stage: at.stage, length: resolveValue(term, at.world, path), path };
}

/** How long a stage that lasts does so, or until when. */
export function termOfRun(at: StageScene, run: RunStage): Term | undefined {
  const path = `procedures/${at.procedure.key}/stages/${run.key}`;
  if (run.until !== undefined) {
    const moment = resolveMoment(run.until, at.world, `${path}/until`);
    const length =
      moment.kind === "known" ? known({ day: moment.value.text.slice(0, 10) }) : unknownFrom(moment);
    return { stage: run, length, path: `${path}/until` };
  }
  if (run.lasts === undefined) return undefined;
  return { stage: run, length: resolveValue(run.lasts, at.world, `${path}/lasts`), path: `${path}/lasts` };
}

/** A designation waits for a term whose length is open. */
export function checkTerm(at: StageScene): Obstacle[] {
  if (!designates(at)) return [];
  const term = termOf(at);
  if (term === undefined || term.length.kind === "known") return [];
  const clauses = clausesOfNodes(at.policy, term.stage, at.procedure);
  if (term.length.kind === "open") return [waitForOpen(term.length.open, clauses)];
  return [wait("condition-pending", { condition: labelOf(term.stage) }, { clauses, path: term.path })];
}
