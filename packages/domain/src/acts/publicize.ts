import type { PublicizeStage, Stage } from "@yichuang/policy";
import type { CalendarDate } from "../contract/basics.ts";
import { resolveValue } from "../evaluate/value.ts";
import { addDuration } from "../time/days.ts";
import { blocked } from "./act.ts";
import { checkReady } from "./ready.ts";
import { checkRequires } from "./requires.ts";
import type { StageScene } from "./scene.ts";
import { stageAct, tell } from "./stage-act.ts";
import type { Obstacle } from "./violation.ts";
import { clausesOfNodes, labelOf, refuse, wait, waitForOpen } from "./violation.ts";
import { holdsOf } from "./window.ts";

export const isPublicity = (stage: Stage): stage is PublicizeStage => stage.does === "publicize";

/** Puts a case before the public, from a day on, for as long as the policy says. */
export const publicize = stageAct({
  kind: "publicize",
  suits: ({ stage }) => isPublicity(stage),
  check: (at) => {
    const ready = [...checkReady(at), ...checkNotRunning(at)];
    return ready.length > 0 ? ready : checkRequires(at);
  },
  perform: (at, { from, where }) => {
    const end = lastDayFrom(at, from);
    const obstacles = [...checkFrom(at, from), ...("obstacle" in end ? [end.obstacle] : [])];
    if (obstacles.length > 0 || "obstacle" in end) return blocked(...obstacles);
    return {
      events: [tell(at, "publicized", { from, endsOn: end.day, where })],
      holds: holdsOf(at),
    };
  },
});

/** It may be publicized again only once the last time is over. */
function checkNotRunning(at: StageScene): Obstacle[] {
  const running = at.kase.publicities.find((one) => one.stage === at.stage.key && !one.over);
  return running === undefined ? [] : [refuse("already-done", { what: labelOf(at.stage), on: running.from })];
}

function checkFrom(at: StageScene, from: CalendarDate): Obstacle[] {
  if (from >= at.scene.today) return [];
  const field = { zh: "公示起始日", en: "first day of publicity" };
  return [refuse("field-invalid", { field, fault: "date" }, { field: "from" })];
}

/**
 * The last day of a publicity, counted from the day after it begins, as periods are counted in law. A year without its
 * holiday table is refused: a working day is never guessed.
 */
function lastDayFrom(at: StageScene, from: CalendarDate): { day: CalendarDate } | { obstacle: Obstacle } {
  const about = { clauses: clausesOfNodes(at.policy, at.stage, at.procedure), path: `${at.path}/lasts` };
  // the act exists at publicities alone
  const lasts = resolveValue((at.stage as PublicizeStage).lasts, at.world, about.path);
  const end = lasts.kind === "known" ? addDuration(from, lasts.value, at.scene.env.holidays) : lasts;
  if (end.kind === "known") return { day: end.value };
  if (end.kind === "open") return { obstacle: waitForOpen(end.open, about.clauses) };
  if (!end.ref.startsWith(TABLE)) {
    return { obstacle: wait("condition-pending", { condition: labelOf(at.stage) }, about) };
  }
  const year = Number(end.ref.slice(TABLE.length));
  return { obstacle: refuse("no-holiday-table", { stage: labelOf(at.stage), year }, about) };
}

/** How the special days of a year are named where they are missing. */
const TABLE = "holidays.";
