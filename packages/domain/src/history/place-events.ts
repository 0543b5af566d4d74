import type { Instant, RootRef, Who } from "../contract/basics.ts";
import type { Env } from "../contract/decision.ts";
import type { DomainEvent, DomainEventKind, NewEvent } from "../contract/events.ts";
import type { CenterFacts, Facts, InstitutionFacts, RootFacts } from "../contract/facts.ts";
import { evolve } from "./evolve.ts";

/** What time causes has no author (rulings 4). */
const OF_TIME: readonly DomainEventKind[] = [
  "term-ended",
  "missed",
  "waiver-ended",
  "run-started",
  "run-ended",
  "publicity-ended",
  "bar-ended",
  "suspension-ended",
];

/** The person of a hat as the history keeps them. */
export const whoOf = (env: Env): Who => {
  const { user, name, role, party, unit } = env.hat;
  return { user, name, role, party, unit };
};

/** The loaded root that an event belongs to; undefined where the event begins it. */
export function findRoot(facts: Facts, root: RootRef): RootFacts | undefined {
  if (root.kind === "tenant") return facts.tenant;
  if (root.kind === "institution") {
    // an institution that was loaded without any event begins with its first one
    return facts.institution?.id === root.id && facts.institution.seq > 0 ? facts.institution : undefined;
  }
  return facts.centers.find((center) => center.id === root.id);
}

/** Gives new events their places in their streams, author and instant. `at` is what the database will stamp. */
export function placeEvents(
  facts: Facts,
  events: readonly NewEvent[],
  stamp: { at: Instant; who: Who },
): DomainEvent[] {
  const heads = new Map<string, number>();
  return events.map(({ byTime, ...event }) => {
    const head = heads.get(event.root.id) ?? findRoot(facts, event.root)?.seq ?? 0;
    heads.set(event.root.id, head + 1);
    const who = byTime === true || OF_TIME.includes(event.kind) ? {} : { who: stamp.who };
    return { ...event, seq: head + 1, at: stamp.at, ...who };
  });
}

/** The facts after events that are already in their places. */
export const foldInto = (facts: Facts, events: readonly DomainEvent[]): Facts =>
  events.reduce((folded, event) => withRoot(folded, evolve(findRoot(folded, event.root), event)), facts);

function withRoot(facts: Facts, root: RootFacts): Facts {
  if (root.kind === "tenant") return { ...facts, tenant: root };
  if (root.kind === "institution") return { ...facts, institution: root };
  const known = facts.centers.some((center) => center.id === root.id);
  const centers = known
    ? facts.centers.map((center) => (center.id === root.id ? root : center))
    : [...facts.centers, root];
  return { ...facts, centers };
}

/** Every root with cases that is loaded. */
export const bearersOf = (facts: Facts): (CenterFacts | InstitutionFacts)[] => [
  ...facts.centers,
  ...(facts.institution === undefined ? [] : [facts.institution]),
];
