import type { RootRef } from "../contract/basics.ts";
import type { DomainEventKind, EventBodies, NewEvent } from "../contract/events.ts";
import type { RootFacts } from "../contract/facts.ts";
import type { CalendarDate } from "@yichuang/policy";

export interface Told<K extends DomainEventKind> {
  root: RootRef;
  kind: K;
  body: EventBodies[K];
  onDay: CalendarDate;
  consulted?: string[];
}

/** An event that has no place in its stream yet. */
export const newEvent = <K extends DomainEventKind>({
  root,
  kind,
  body,
  onDay,
  consulted = [],
}: Told<K>): NewEvent =>
  // the mapped union and the generic are the same by construction, which the compiler cannot see
  ({ root, kind, body, onDay, consulted }) as NewEvent;

export const refOf = (root: RootFacts): RootRef => ({ kind: root.kind, id: root.id });
