import type { RunStage, Stage, Standing } from "@yichuang/policy";
import type { CalendarDate } from "../contract/basics.ts";
import type { NewEvent } from "../contract/events.ts";
import type { CaseFacts, CenterFacts, InstitutionFacts } from "../contract/facts.ts";
import { legalDay, resolveMoment } from "../time/window.ts";
import { closeIfLast } from "./closing.ts";
import type { Scene, StageScene } from "./scene.ts";
import { findCaseScene, findStageScene } from "./scene.ts";
import { tell } from "./stage-act.ts";
import { awaitedStages, stagesBefore, takesPlace } from "./stage-turn.ts";
import { beginsTheTerm, endOf, givenBy, termOfRun } from "./standing.ts";

// Stages that last: they begin by themselves and end with their day (rulings 4).

/** What fell due on a day. */
export interface FellDue {
  on: CalendarDate;
  events: NewEvent[];
}

type Bearer = CenterFacts | InstitutionFacts;
type Running = StageScene & { stage: RunStage };

/** Standings from which no passing of time leads anywhere. */
const ENDED: readonly (Standing | undefined)[] = ["declined", "revoked", "exited"];

const byTime = (on: CalendarDate, events: readonly NewEvent[]): FellDue => ({
  on,
  events: events.map((event) => ({ ...event, onDay: on, byTime: true })),
});

const isRun = (stage: Stage): stage is RunStage => stage.does === "run";

/** The stages of a case that only last. */
function runsOf(scene: Scene, kase: CaseFacts): Running[] {
  const found = findCaseScene(scene, kase.id);
  if (found === undefined || kase.state === "withdrawn") return [];
  const { procedure } = found;
  return procedure.stages
    .filter(isRun)
    .map((stage) => ({ ...found, stage, path: `procedures/${procedure.key}/stages/${stage.key}` }));
}

/** Runs whose turn has come, with the day on which it came. */
export const runsBegun = (scene: Scene, root: Bearer): FellDue[] =>
  root.cases.flatMap((kase) => runsOf(scene, kase).flatMap((at) => begin(at)));

function begin(at: Running): FellDue[] {
  const before = at.kase.stages[at.stage.key];
  if (before?.startedOn !== undefined || before?.doneOn !== undefined) return [];
  if (takesPlace(at, at.stage) !== "true" || awaitedStages(at, at.stage).length > 0) return [];
  const on = firstDayOf(at);
  if (on === undefined || on > at.scene.today) return [];
  const length = termOfRun(at, at.stage)?.length;
  const ends = length?.kind === "known" ? endOf(at, on, length.value) : undefined;
  if (ends?.kind !== "known") return [];
  const started = isTerm(at)
    ? tell(at, "term-started", { on, endsOn: ends.value })
    : tell(at, "run-started", { endsOn: ends.value });
  return [byTime(on, [started])];
}

/** The day on which everything before was done, or the one that the stage itself names. */
function firstDayOf(at: Running): CalendarDate | undefined {
  const done = stagesBefore(at.procedure, at.stage)
    .map((stage) => at.kase.stages[stage.key]?.doneOn)
    .filter((day) => day !== undefined);
  const reached = done.toSorted().at(-1) ?? at.kase.openedOn;
  if (at.stage.from === undefined) return reached;
  const from = resolveMoment(at.stage.from, at.world, `${at.path}/from`);
  if (from.kind !== "known") return undefined;
  const day = legalDay(from.value.text);
  return day > reached ? day : reached;
}

/** The term is the run behind the stage that designates (rulings 3); there is one at a time. */
const isTerm = ({ procedure, stage, root }: Running): boolean =>
  root.kind === "center" &&
  root.dates["center.term-started-on"] === undefined &&
  procedure.stages.some((other) => stage.after?.includes(other.key) === true && beginsTheTerm(other));

/** Runs whose last day has come: the stage ends, and gives what it gives. */
export const runsEnded = (scene: Scene, root: Bearer): FellDue[] =>
  root.cases.flatMap((kase) =>
    runsOf(scene, kase).flatMap((at) => {
      const { startedOn, endsOn, doneOn } = at.kase.stages[at.stage.key] ?? {};
      if (startedOn === undefined || endsOn === undefined || doneOn !== undefined) return [];
      if (endsOn > scene.today) return [];
      return [byTime(endsOn, [tell(at, "run-ended", {}), ...endOfRun(at, endsOn)])];
    }),
  );

/** The term of a center has reached its last day. */
export function termEnded(scene: Scene, root: Bearer): FellDue[] {
  if (root.kind !== "center" || root.termEndsOn === undefined || root.termEndsOn > scene.today) return [];
  const on = root.termEndsOn;
  const found = root.cases.flatMap((kase) =>
    Object.entries(kase.stages)
      .filter(([, stage]) => stage.startedOn !== undefined && stage.endsOn === undefined)
      .map(([stage, { doneOn }]) => ({ kase, stage, doneOn })),
  );
  const running = found.find((one) => one.doneOn === undefined) ?? found.at(-1);
  const at = running === undefined ? undefined : findStageScene(scene, running.kase.id, running.stage);
  if (at === undefined) return [];
  const ended = { ...tell(at, "term-ended", { on }), consulted: [] };
  return [byTime(on, [ended, ...(at.stage.does === "run" ? endOfRun(at, on) : [])])];
}

function endOfRun(at: StageScene, on: CalendarDate): NewEvent[] {
  const { root, kase } = at;
  const ended = root.kind === "center" && ENDED.includes(root.standing);
  return [...(ended ? [] : givenBy(at, on)), ...(kase.state === "closed" ? [] : closeIfLast(at))];
}

/** Publicities that are over: their last day has passed and no objection is open. */
export const publicitiesEnded = (scene: Scene, root: Bearer): FellDue[] =>
  root.cases.flatMap((kase) =>
    kase.publicities
      .filter((one) => !one.over && one.endsOn < scene.today)
      .flatMap(({ stage, endsOn }) => {
        const at = findStageScene(scene, kase.id, stage);
        const objections = kase.objections.filter((one) => one.stage === stage);
        const words = objections.flatMap(({ settled }) => settled ?? []);
        if (at === undefined || words.length < objections.length) return [];
        const on = words.reduce((last, word) => (word.on > last ? word.on : last), endsOn);
        const upheld = words.some((word) => word.upheld);
        const follows = upheld ? [] : [...givenBy(at, on), ...closeIfLast(at)];
        return [byTime(on, [tell(at, "publicity-ended", { upheld }), ...follows])];
      }),
  );
