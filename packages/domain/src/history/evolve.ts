import type { Evolve } from "../contract/decision.ts";
import type { DomainEvent, DomainEventKind } from "../contract/events.ts";
import type { RootFacts } from "../contract/facts.ts";
import { beginRoot } from "./begin.ts";
import { DISPATCHES } from "./dispatch-events.ts";
import { BrokenHistoryError } from "./broken-history.ts";
import { ENTRY } from "./entry-events.ts";
import { LIFE } from "./life-events.ts";
import { PARTIES } from "./party-events.ts";
import { PUBLICITY } from "./publicity-events.ts";
import { REGISTERS } from "./register-events.ts";
import { NETWORK } from "./network-events.ts";
import { RESULTS } from "./result-events.ts";
import { REVIEW } from "./review-events.ts";
import { RULINGS } from "./ruling-events.ts";
import { SANCTIONS } from "./sanction-events.ts";
import { SUPERVISION } from "./supervision-events.ts";
import type { Reducer, Reducers } from "./reducer.ts";

/** One reducer per kind: a kind without one does not compile. */
const REDUCERS: Reducers<DomainEventKind> = {
  ...ENTRY,
  ...REVIEW,
  ...PARTIES,
  ...PUBLICITY,
  ...LIFE,
  ...RESULTS,
  ...SUPERVISION,
  ...RULINGS,
  ...REGISTERS,
  ...NETWORK,
  ...SANCTIONS,
  ...DISPATCHES,
};

/**
 * Folds one event into the facts of its root; `undefined` begins a root. Pure, and without any policy: an
 * event carries all that follows from it.
 */
export const evolve: Evolve = (facts, event) => {
  const before = facts ?? beginRoot(event);
  if (before.id !== event.root.id) throw new BrokenHistoryError(`${event.kind} belongs to another root`);
  // the union of kinds and the registry are the same by construction, which the compiler cannot see
  const reduce = REDUCERS[event.kind] as Reducer<DomainEventKind>;
  return noteDay({ ...reduce(before, event), seq: event.seq }, event);
};

/** Every kind of event gives a date fact, for example `center.inspected-on`; the latest day counts. */
function noteDay(before: RootFacts, event: DomainEvent): RootFacts {
  const facts = noteDayOfCase(before, event);
  if (facts.kind !== "center" || "on" in event.body) return facts;
  return { ...facts, dates: { ...facts.dates, [`center.${event.kind}-on`]: event.onDay } };
}

/** `case.decided-on` and its like. */
function noteDayOfCase(facts: RootFacts, event: DomainEvent): RootFacts {
  if (facts.kind === "tenant" || !("case" in event.body)) return facts;
  const { case: id } = event.body;
  const day = { [`${event.kind}-on`]: event.onDay };
  return {
    ...facts,
    cases: facts.cases.map((kase) => (kase.id === id ? { ...kase, dates: { ...kase.dates, ...day } } : kase)),
  };
}

/** The facts of one root from its whole history. */
export const replay = (events: readonly DomainEvent[]): RootFacts | undefined =>
  events.reduce<RootFacts | undefined>((facts, event) => evolve(facts, event), undefined);
