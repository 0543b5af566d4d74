import type { NewEvent } from "../contract/events.ts";
import type { CenterFacts, InstitutionFacts, RootFacts } from "../contract/facts.ts";
import { newlyMissed } from "../obligations/obligations-of.ts";
import type { Act } from "./act.ts";
import { newEvent, refOf } from "./new-event.ts";
import type { Scene } from "./scene.ts";
import { findRootById } from "./scene.ts";

/** Time's own events up to today; the job asks for them, and every act on a root does (rulings 4). */
export const sweep: Act<"sweep"> = {
  // nobody is offered the sweep: what it appends has no author
  offersAt: () => [],
  targetsOf: (action) => [{ root: action.root }],
  doersAt: (scene, target) => {
    const root = findRootById(scene, target.root ?? "");
    return root === undefined ? undefined : { roles: [scene.env.hat.role], root };
  },
  check: () => [],
  // the events of time are appended before every act, this one included
  perform: () => ({ events: [] }),
};

/**
 * What time has caused in a root and nobody has noted: the end of the term, waivers that ran out, what was missed.
 * Each event bears the day on which it fell due. Asked twice it yields nothing the second time.
 */
export function timeEvents(scene: Scene, root: RootFacts): NewEvent[] {
  if (root.kind === "tenant") return [];
  const ended = root.kind === "center" ? endedTerm(scene, root) : [];
  const after = ended.length > 0 && root.kind === "center" ? withTermEnded(root) : root;
  return [...ended, ...endedWaivers(scene, root), ...missed(scene, after)];
}

function endedTerm(scene: Scene, center: CenterFacts): NewEvent[] {
  const on = center.termEndsOn;
  if (on === undefined || on > scene.today) return [];
  const kase = center.cases.find((candidate) => Object.values(candidate.stages).some(isRunning));
  if (kase === undefined) return [];
  return [newEvent({ root: refOf(center), kind: "term-ended", body: { case: kase.id, on }, onDay: on })];
}

const isRunning = (stage: { startedOn?: string; doneOn?: string }): boolean =>
  stage.startedOn !== undefined && stage.doneOn === undefined;

function withTermEnded(center: CenterFacts): CenterFacts {
  const { termEndsOn, ...rest } = center;
  return termEndsOn === undefined
    ? center
    : { ...rest, dates: { ...center.dates, "center.term-ended-on": termEndsOn } };
}

const endedWaivers = (scene: Scene, root: CenterFacts | InstitutionFacts): NewEvent[] =>
  root.cases.flatMap((kase) =>
    kase.waivers.flatMap(({ path, until }) =>
      until !== undefined && until < scene.today
        ? [newEvent({ root: refOf(root), kind: "waiver-ended", body: { case: kase.id, path }, onDay: until })]
        : [],
    ),
  );

const missed = (scene: Scene, root: CenterFacts | InstitutionFacts): NewEvent[] =>
  newlyMissed(scene.policies, root, { today: scene.today, tenant: scene.facts.tenant }).map((one) =>
    newEvent({
      root: refOf(root),
      kind: "missed",
      body: { ...one, ...(root.kind === "institution" && root.seq === 0 ? { host: root.host } : {}) },
      onDay: one.due,
    }),
  );
