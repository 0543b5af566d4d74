import type { Cap, Policy } from "@yichuang/policy";
import type { CaseFacts, CenterFacts, FactRecord } from "../contract/facts.ts";
import type { Obstacle } from "../acts/violation.ts";
import { clausesOfNodes, labelOf, refuse, wait, waitForOpen } from "../acts/violation.ts";
import { placeOf } from "../acts/scene.ts";
import type { Scene } from "../acts/scene.ts";
import { countsFor, scopeName, scopesOf, type Seat, seatsOf } from "../evaluate/caps.ts";
import type { World } from "../evaluate/world.ts";
import { fromRegisters } from "../history/register-records.ts";
import { worldOf } from "../history/world-of.ts";
import { ownRecords } from "./root-records.ts";

/** A center before and after an act, with the case that the act was about. */
export interface Changed {
  policy: Policy;
  before: CenterFacts | undefined;
  after: CenterFacts;
  kase: CaseFacts;
}

/** What an act takes: the scopes that were counted, and what stands in its way. */
export interface Taken {
  scopes: string[];
  obstacles: Obstacle[];
}

/** The world in which a changed center is judged. */
export const worldAfter = (scene: Scene, { policy, after, kase }: Changed): World =>
  worldOf({ ...placeOf(scene, { root: after, kase }), policy });

/**
 * The seats that an act takes in every cap that binds. Of several centers in one act each counts those before it. What
 * holds in principle may have been waived for the case.
 */
export function takeSeats(scene: Scene, changed: readonly Changed[]): Taken {
  const taken: Taken = { scopes: [], obstacles: [] };
  changed.forEach((one, at) => {
    const world = worldAfter(scene, one);
    for (const cap of one.policy.caps.filter(binds)) {
      const others = recordsBeside(scene, cap, { own: one, earlier: changed.slice(0, at) });
      for (const candidate of ownRecords(one.policy, one.after, cap.counts)) {
        const seats = newSeats(cap, one, { candidate, others, world });
        taken.scopes.push(...seats.map((seat) => seat.scope));
        if (!world.waiver(`caps/${cap.key}`)) {
          taken.obstacles.push(...seats.flatMap((seat) => obstacleOf(one.policy, cap, seat)));
        }
      }
    }
  });
  return taken;
}

/** Whether a cap can stand in the way at all. */
export const binds = (cap: Cap): boolean =>
  cap.force === undefined || cap.force === "mandatory" || cap.force === "in-principle";

/** The records of all other centers, with those that the same act makes before this one. */
function recordsBeside(
  scene: Scene,
  cap: Cap,
  { own, earlier }: { own: Changed; earlier: readonly Changed[] },
): FactRecord[] {
  const changed = new Set([own, ...earlier].map((one) => one.after.id));
  const kept = (scene.facts.sets[cap.counts] ?? []).filter(({ root }) => !changed.has(String(root)));
  return [
    ...kept,
    ...registered(scene, cap, own),
    ...earlier.flatMap((one) => ownRecords(one.policy, one.after, cap.counts)),
  ];
}

/**
 * Designations that the authority keeps in a register count like those that were made here, as far as an entry says
 * everything that the cap asks; what an entry leaves out makes nobody wait.
 */
export function registered(scene: Scene, cap: Cap, { policy }: Pick<Changed, "policy">): FactRecord[] {
  const world = worldOf({ ...placeOf(scene), policy });
  return cap.per.length === 0
    ? []
    : fromRegisters(placeOf(scene), cap.counts).filter((record) => countsFor(cap, record, world) === "true");
}

/** The seats that the candidate did not hold before. */
function newSeats(
  cap: Cap,
  { policy, before }: Changed,
  { candidate, others, world }: { candidate: FactRecord; others: FactRecord[]; world: World },
): Seat[] {
  if (countsFor(cap, candidate, world) === "false") return [];
  const held = before === undefined ? [] : ownRecords(policy, before, cap.counts);
  const had = new Set(
    held
      .filter((record) => countsFor(cap, record, world) === "true")
      .flatMap((record) => scopesOf(cap, record).map((scope) => scopeName(cap, scope))),
  );
  return seatsOf(cap, { candidate, records: others, world }).filter((seat) => !had.has(seat.scope));
}

function obstacleOf(policy: Policy, cap: Cap, seat: Seat): Obstacle[] {
  if (seat.has === "room") return [];
  const clauses = clausesOfNodes(policy, cap);
  const force = cap.force ?? "mandatory";
  const path = `caps/${cap.key}`;
  if (seat.has === "unknown") {
    if (seat.most.kind === "open") return [waitForOpen(seat.most.open, clauses)];
    return [wait("condition-pending", { condition: labelOf(cap) }, { clauses, force, path })];
  }
  const most = seat.most.kind === "known" ? { most: String(seat.most.value) } : {};
  const holders = seat.holders.map(({ name }) => name).filter((name) => typeof name === "string");
  const waivable =
    force === "in-principle" && cap.waiver !== undefined ? { waivableBy: cap.waiver.by.role } : {};
  const params = { cap: labelOf(cap), ...most, taken: seat.taken, holders, ...waivable };
  return [refuse("seats-taken", params, { clauses, force, path })];
}
