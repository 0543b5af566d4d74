// From a decision to what is committed: events in their places, the facts they fold into, the rows that follow.
import { createHash } from "node:crypto";
import type { CommitRequest, Loaded, RootToCommit } from "@yichuang/db";
import {
  type Action,
  changedRows,
  type Decision,
  type DomainEvent,
  type Facts,
  findRoot,
  foldInto,
  placeEvents,
  project,
  type RootFacts,
  type RootRef,
  type RowChanges,
  type Uuid,
  whoOf,
} from "@yichuang/domain";
import type { StageSet } from "./stage-set.ts";

export interface Asked {
  key: Uuid;
  action: Action;
}

/** What one act writes, all or nothing. */
export function prepareCommit(
  asked: Asked,
  decision: Extract<Decision, { kind: "decided" }>,
  { stage, loaded }: { stage: StageSet; loaded: Loaded },
): CommitRequest {
  const { env, facts, policies } = stage;
  const events = placeEvents(facts, decision.events, { at: env.now, who: whoOf(env) });
  const after = foldInto(facts, events);
  const touched = rootsOf(events);
  const changes: RowChanges[] = touched.map((ref) => {
    const before = begun(facts, ref);
    return changedRows(
      before === undefined ? undefined : project(policies, before),
      project(policies, existing(after, ref)),
    );
  });
  const seen = seenHeads(loaded);
  return {
    key: asked.key,
    requestHash: requestHash(asked, env.hat.hat),
    roots: touched.map((ref) =>
      toCommit(existing(after, ref), { seen: seen.get(ref.id) ?? 0, tenant: env.hat.tenant }),
    ),
    events,
    changes,
    now: env.now,
    holds: decision.holds,
    audit: { action: asked.action.kind, object: objectOf(asked.action) },
    answer: {
      kinds: events.map((event) => event.kind),
      roots: touched.map((ref) => ref.id),
      cases: casesOf(events),
    },
  };
}

/** A root that has a history; the tenant's is there without one. */
function begun(facts: Facts, ref: RootRef): RootFacts | undefined {
  const root = findRoot(facts, ref);
  return root === undefined || root.seq === 0 ? undefined : root;
}

function existing(facts: Facts, ref: RootRef): RootFacts {
  const root = findRoot(facts, ref);
  if (root === undefined) throw new Error(`the root ${ref.kind} ${ref.id} was not folded`);
  return root;
}

function rootsOf(events: readonly DomainEvent[]): RootRef[] {
  return [...new Map(events.map((event) => [event.root.id, event.root])).values()];
}

function seenHeads(loaded: Loaded): Map<Uuid, number> {
  const institution = loaded.institution === null ? [] : [loaded.institution];
  return new Map([...loaded.roots, ...institution, loaded.tenant].map((root) => [root.id, root.seen]));
}

const toCommit = (facts: RootFacts, { seen, tenant }: { seen: number; tenant: number }): RootToCommit => ({
  kind: facts.kind,
  id: facts.id,
  party: facts.kind === "tenant" ? tenant : facts.host.party,
  seen,
  facts,
});

/** What was asked for, so that one key cannot stand for two things. */
export const requestHash = (asked: Asked, hat: Uuid): string => hashOf({ action: asked.action, hat });

const hashOf = (value: unknown): string => createHash("sha256").update(JSON.stringify(value)).digest("hex");

/** The cases that somebody acted in, not those that time had reached before. */
const casesOf = (events: readonly DomainEvent[]): Uuid[] => [
  ...new Set(
    events
      .filter((event) => event.who !== undefined)
      .flatMap((event) => ("case" in event.body && event.body.case !== undefined ? [event.body.case] : [])),
  ),
];

/** What an act is about, for the audit. */
export function objectOf(action: Action): string {
  if ("case" in action && action.case !== undefined) return action.case;
  if ("center" in action && action.center !== undefined) return action.center;
  if ("cases" in action) return action.cases.join(",");
  if ("root" in action) return action.root;
  if ("dispatch" in action) return action.dispatch.root;
  if ("path" in action) return action.path;
  if ("institution" in action && action.institution !== undefined) return action.institution;
  return "procedure" in action ? action.procedure : action.kind;
}
