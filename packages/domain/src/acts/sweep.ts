import type { NewEvent } from "../contract/events.ts";
import type { CenterFacts, InstitutionFacts, RootFacts } from "../contract/facts.ts";
import { bearersOf } from "../history/place-events.ts";
import { newlyMissed } from "../obligations/obligations-of.ts";
import type { Act } from "./act.ts";
import { endedSanctions } from "./ended-sanctions.ts";
import { afterEvents, place, withConsequences } from "./following.ts";
import type { FellDue } from "./lasting.ts";
import { publicitiesEnded, runsBegun, runsEnded, termEnded } from "./lasting.ts";
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

/** A history in which time leads in a circle stops here. */
const MOST_STEPS = 100;

/**
 * What time has caused in a root and nobody has noted: stages that began or ended, the end of the term, publicities
 * that are over, waivers that ran out, what was missed. Each event bears the day on which it fell due, in the order of
 * these days, because one can lead to the next. Asked twice it yields nothing the second time.
 */
export function timeEvents(scene: Scene, root: RootFacts): NewEvent[] {
  if (root.kind === "tenant") return [];
  let [now, facts]: [Scene, CenterFacts | InstitutionFacts] = [scene, root];
  const all: NewEvent[] = [];
  for (let step = 0; step < MOST_STEPS; step++) {
    const first = firstDue(now, facts);
    const due = first === undefined ? missed(now, facts) : [first];
    if (due.length === 0) break;
    const events = due.flatMap((one) => withWhatFollows(now, one));
    all.push(...events);
    now = afterEvents(now, place(now, events));
    const after = bearersOf(now.facts).find(({ id }) => id === root.id);
    if (after === undefined) break;
    facts = after;
  }
  return all;
}

/** What the policy lets follow from time bears the same day, and has no author either. */
const withWhatFollows = (scene: Scene, { on, events }: FellDue): NewEvent[] =>
  withConsequences({ ...scene, today: on }, events).map((event) => ({ ...event, byTime: true }));

/** Of everything that has fallen due the earliest. */
function firstDue(scene: Scene, root: CenterFacts | InstitutionFacts): FellDue | undefined {
  return [
    ...runsBegun(scene, root),
    ...termEnded(scene, root),
    ...runsEnded(scene, root),
    ...publicitiesEnded(scene, root),
    ...endedWaivers(scene, root),
    ...endedSanctions(scene, root),
  ].reduce<FellDue | undefined>(
    (first, one) => (first === undefined || one.on < first.on ? one : first),
    undefined,
  );
}

/** Runs that begin with the act that was just done, so that nobody waits for the next one. */
export const runsStartedBy = (scene: Scene, roots: readonly (CenterFacts | InstitutionFacts)[]): NewEvent[] =>
  roots.flatMap((root) => runsBegun(scene, root).flatMap((begun) => begun.events));

const endedWaivers = (scene: Scene, root: CenterFacts | InstitutionFacts): FellDue[] =>
  root.cases.flatMap((kase) =>
    kase.waivers.flatMap(({ path, until }) => {
      if (until === undefined || until >= scene.today) return [];
      const body = { case: kase.id, path };
      return [
        { on: until, events: [newEvent({ root: refOf(root), kind: "waiver-ended", body, onDay: until })] },
      ];
    }),
  );

const missed = (scene: Scene, root: CenterFacts | InstitutionFacts): FellDue[] =>
  newlyMissed(scene.policies, root, { today: scene.today, tenant: scene.facts.tenant }).map((one) => ({
    on: one.due,
    events: [
      newEvent({
        root: refOf(root),
        kind: "missed",
        body: { ...one, ...(root.kind === "institution" && root.seq === 0 ? { host: root.host } : {}) },
        onDay: one.due,
      }),
    ],
  }));
