import type { Instant } from "../contract/basics.ts";
import type { Holds } from "../contract/decision.ts";
import { resolveValue } from "../evaluate/value.ts";
import type { Resolved } from "../evaluate/resolved.ts";
import { worldOf } from "../history/world-of.ts";
import { lastDay, stageWindow } from "../history/stage-window.ts";
import type { StageWindow } from "../history/stage-window.ts";
import { daysBetween, endOfDay } from "../time/days.ts";
import { impliedLateness } from "./implied-open.ts";
import type { StageScene } from "./scene.ts";
import type { Obstacle } from "./violation.ts";
import { clausesOfNodes, labelOf, refuse, wait, waitForOpen } from "./violation.ts";

const windowOf = (at: StageScene): StageWindow => stageWindow(at);

/** An act before its window is refused with the instant from which it may be done. */
export function checkOpened(at: StageScene): Obstacle[] {
  const window = windowOf(at);
  const clauses = clausesOfNodes(at.policy, at.stage, at.procedure);
  if (window.opens === undefined || at.scene.env.now >= window.opens) return [];
  const params = {
    stage: labelOf(at.stage),
    opens: window.opens,
    ...(window.closes === undefined ? {} : { closes: window.closes }),
  };
  return [refuse("window-not-open", params, { clauses, path: at.path, earliest: window.opens })];
}

/** What an applicant's entry keeps to: its window, and what lateness costs after it (rulings 2). */
export function checkEntryWindow(at: StageScene): Obstacle[] {
  const window = windowOf(at);
  if (window.open !== undefined && limitsEntry(at)) {
    return [waitForOpen(window.open, clausesOfNodes(at.policy, at.stage, at.procedure))];
  }
  const early = checkOpened(at);
  if (early.length > 0 || !limitsEntry(at)) return early;
  const closes = closingOf(at, window);
  if (closes === undefined || at.scene.env.now < closes) return [];
  return checkLateness(at, closes);
}

/** Only an applicant's entry is closed by its window; for everything else it is a due date (rulings 2). */
const limitsEntry = (at: StageScene): boolean =>
  at.procedure.purpose === "entry" && at.stage.does === "submit";

/**
 * The instant from which a submission is late. What was sent back may come in again until the day that the
 * authority gave, or at any time where it gave none.
 */
function closingOf(at: StageScene, window: StageWindow): Instant | undefined {
  const last = at.kase.returns.at(-1);
  if (at.kase.state !== "returned" || last?.stage !== at.stage.key) return window.closes;
  const { until } = last;
  if (until === undefined) return undefined;
  const end = endOfDay(until);
  return window.closes !== undefined && window.closes > end ? window.closes : end;
}

function checkLateness(at: StageScene, closed: Instant): Obstacle[] {
  const clauses = clausesOfNodes(at.policy, at.stage, at.procedure);
  const path = `${at.path}/late`;
  const late = latenessOf(at);
  if (late.kind === "known" && late.value === "accepted") return [];
  const stage = labelOf(at.stage);
  if (late.kind === "open") {
    const params = { stage, closed, asks: late.open.asks, by: late.open.by };
    return [wait("late-undecided", params, { clauses, path, open: late.open })];
  }
  const settlement = late.kind === "known" ? late.settlement : undefined;
  const next = nextOpening(at);
  const params = {
    stage,
    closed,
    ...(settlement === undefined ? {} : { settledOn: settlement.on }),
    ...(next === undefined ? {} : { next }),
  };
  const when = next === undefined ? {} : { earliest: next };
  return [
    refuse("late-refused", params, {
      clauses,
      path,
      ...(settlement === undefined ? {} : { settlement }),
      ...when,
    }),
  ];
}

/** What lateness costs an entry; open where the policy does not say it (rulings 2). */
function latenessOf(at: StageScene): Resolved<"refused" | "accepted"> {
  const path = `${at.path}/late`;
  if (at.stage.late !== undefined) return resolveValue(at.stage.late, at.world, path);
  return resolveValue<"refused" | "accepted">({ open: impliedLateness }, at.world, path);
}

/** When the same stage opens for the next year. */
function nextOpening(at: StageScene): Instant | undefined {
  const place = { ...at.place, kase: { ...at.kase, year: at.kase.year + 1 } };
  const { opens } = stageWindow({ ...at, place, world: worldOf(place) });
  return opens !== undefined && opens > at.scene.env.now ? opens : undefined;
}

/** Days after the last day of the window; 0 in time. */
export function daysLateOf(at: StageScene): number {
  const closes = closingOf(at, windowOf(at));
  if (closes === undefined || at.scene.env.now < closes) return 0;
  return Math.max(1, daysBetween(lastDay(closes), at.scene.today));
}

/** Within which instants of its day a decision holds: those of the window that it kept to. */
export function holdsOf(at: StageScene): Holds {
  const { opens, closes } = windowOf(at);
  const closing = limitsEntry(at) && closes !== undefined && closes > at.scene.env.now;
  return {
    ...(opens === undefined ? {} : { notBefore: opens }),
    ...(closing ? { notAfter: closes } : {}),
  };
}
