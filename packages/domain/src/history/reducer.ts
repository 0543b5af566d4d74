import type { CaseState } from "@yichuang/policy";
import type { DomainEvent, DomainEventKind } from "../contract/events.ts";
import type {
  CaseFacts,
  CenterFacts,
  InstitutionFacts,
  RootFacts,
  StageFacts,
  StageResult,
  TenantFacts,
} from "../contract/facts.ts";
import type { Key, Uuid, Who } from "../contract/basics.ts";
import { BrokenHistoryError } from "./broken-history.ts";

/** The events of one kind. */
export type EventOf<K extends DomainEventKind> = Extract<DomainEvent, { kind: K }>;

/** Folds one kind of event into the root that it belongs to. */
export type Reducer<K extends DomainEventKind> = (facts: RootFacts, event: EventOf<K>) => RootFacts;

export type Reducers<K extends DomainEventKind> = { [Kind in K]: Reducer<Kind> };

export function centerOnly(facts: RootFacts, event: DomainEvent): CenterFacts {
  if (facts.kind !== "center") throw new BrokenHistoryError(`${event.kind} outside a center`);
  return facts;
}

export function tenantOnly(facts: RootFacts, event: DomainEvent): TenantFacts {
  if (facts.kind !== "tenant") throw new BrokenHistoryError(`${event.kind} outside a tenant`);
  return facts;
}

/** A root that has cases: a center or an institution. */
export function bearerOnly(facts: RootFacts, event: DomainEvent): CenterFacts | InstitutionFacts {
  if (facts.kind === "tenant") throw new BrokenHistoryError(`${event.kind} on a tenant`);
  return facts;
}

/** Changes one case of a root and leaves everything else as it is. */
export function changeCase(
  facts: RootFacts,
  event: DomainEvent & { body: { case: Uuid } },
  change: (kase: CaseFacts) => CaseFacts,
): CenterFacts | InstitutionFacts {
  const root = bearerOnly(facts, event);
  if (!root.cases.some((kase) => kase.id === event.body.case)) {
    throw new BrokenHistoryError(`${event.kind} for a case that was never opened`);
  }
  return { ...root, cases: root.cases.map((kase) => (kase.id === event.body.case ? change(kase) : kase)) };
}

/** Changes a case by what a person says or does; a word without a person behind it is none. */
export const changeCaseBy = (
  facts: RootFacts,
  event: DomainEvent & { body: { case: Uuid } },
  change: (kase: CaseFacts, who: Who) => CaseFacts,
): CenterFacts | InstitutionFacts =>
  changeCase(facts, event, (kase) => (event.who === undefined ? kase : change(kase, event.who)));

/** A case that others have begun to look at. */
export const inReview = (state: CaseState): CaseState =>
  state === "submitted" || state === "draft" ? "in-review" : state;

/** Adds what came of a stage to what is known of it. */
export const noteResult = (kase: CaseFacts, stage: Key, result: StageResult): CaseFacts => ({
  ...kase,
  results: { ...kase.results, [stage]: { ...kase.results[stage], ...result } },
});

/** Ends a stage on the event's day; one that has ended already keeps its first day. */
export function endStage(kase: CaseFacts, stage: Key, event: DomainEvent): CaseFacts {
  const before = kase.stages[stage];
  if (before?.doneOn !== undefined) return kase;
  const ended: StageFacts = {
    ...before,
    doneOn: event.onDay,
    doneAt: event.at,
    ...(event.who === undefined ? {} : { doneBy: event.who.user }),
    ...(event.kind === "submitted" ? { daysLate: event.body.daysLate } : {}),
  };
  return { ...kase, stages: { ...kase.stages, [stage]: ended } };
}

/** Opens stages again: what was done there no longer counts. */
export function reopenStages(kase: CaseFacts, stages: readonly Key[]): CaseFacts {
  const kept = Object.entries(kase.stages).filter(([stage]) => !stages.includes(stage));
  return { ...kase, stages: Object.fromEntries(kept) };
}
