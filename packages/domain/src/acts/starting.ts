import type { Policy, Procedure } from "@yichuang/policy";
import type { CenterFacts, InstitutionFacts } from "../contract/facts.ts";
import type { StageWindow } from "../history/stage-window.ts";
import { dayOf, startOfDay, yearOf } from "../time/days.ts";
import { resolveValue } from "../evaluate/value.ts";
import { worldOf } from "../history/world-of.ts";
import type { Scene } from "./scene.ts";
import { placeOf } from "./scene.ts";
import type { Obstacle } from "./violation.ts";
import { clausesOfNodes, labelOf, refuse, wait, waitForOpen } from "./violation.ts";

interface Start {
  scene: Scene;
  policy: Policy;
  procedure: Procedure;
  root: CenterFacts | InstitutionFacts | undefined;
  window: StageWindow;
  year: number;
}

/** Whether a procedure may begin: not before its window, and about an entry not for a year that is over. */
export function checkStart(start: Start): Obstacle[] {
  const { scene, policy, procedure, window } = start;
  const clauses = clausesOfNodes(policy, procedure);
  if (window.open !== undefined) return [waitForOpen(window.open, clauses)];
  if (window.missing !== undefined) return checkMissing(start, window.missing);
  if (window.opens !== undefined && scene.env.now < window.opens) {
    const closes = window.closes === undefined ? {} : { closes: window.closes };
    const params = { stage: labelOf(procedure), opens: window.opens, ...closes };
    return [refuse("window-not-open", params, { clauses, earliest: window.opens })];
  }
  const ofYear = checkYearOfStart(start);
  return ofYear.length > 0 ? ofYear : checkNotBefore(start);
}

/** Nothing is owed for a year before the policy was in force, or before the root had begun. */
function checkNotBefore({ scene, policy, procedure, root, window, year }: Start): Obstacle[] {
  const inForce = resolveValue<string>(
    policy.inForce.from,
    worldOf(placeOf(scene, { year })),
    "inForce/from",
  );
  const begun = root?.cases[0]?.openedOn;
  const first = inForce.kind === "known" ? yearOf(inForce.value) : year;
  const closed = window.closes ?? startOfDay(`${year + 1}-01-01`);
  const overBefore = begun !== undefined && closed <= startOfDay(begun);
  if (year >= first && !overBefore) return [];
  return [
    refuse(
      "window-closed",
      { stage: labelOf(procedure), closed },
      { clauses: clausesOfNodes(policy, procedure) },
    ),
  ];
}

/** A term that has not ended yet says when it will; any other fact that is missing is waited for. */
function checkMissing({ policy, procedure, root }: Start, ref: string): Obstacle[] {
  const clauses = clausesOfNodes(policy, procedure);
  if (ref === "center.term-ended-on" && root?.kind === "center" && root.termEndsOn !== undefined) {
    const params = { act: labelOf(procedure), earliest: root.termEndsOn };
    return [refuse("term-not-ended", params, { clauses, earliest: startOfDay(root.termEndsOn) })];
  }
  return [
    wait(
      "condition-pending",
      { condition: labelOf(procedure) },
      { clauses, path: `procedures/${procedure.key}/starts/when` },
    ),
  ];
}

/** A case belongs to this year or to one that has begun; an application also to the next. */
function checkYearOfStart({ scene, policy, procedure, year }: Start): Obstacle[] {
  const now = yearOf(dayOf(scene.env.now));
  const entry = procedure.purpose === "entry";
  const clauses = clausesOfNodes(policy, procedure);
  const stage = labelOf(procedure);
  if (year > now + (entry ? 1 : 0)) {
    const opens = startOfDay(`${year}-01-01`);
    return [refuse("window-not-open", { stage, opens }, { clauses, earliest: opens })];
  }
  if (entry && year < now) {
    return [refuse("window-closed", { stage, closed: startOfDay(`${year + 1}-01-01`) }, { clauses })];
  }
  return [];
}
