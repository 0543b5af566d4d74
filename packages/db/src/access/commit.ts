// What is handed to app.commit, and what it answers.
import type {
  Holds,
  Instant,
  NewEvent,
  RootFacts,
  RootKind,
  RowChanges,
  SpaceId,
  Uuid,
  Who,
} from "@yichuang/domain";
import { jsonStatement, type Statement } from "./statement.ts";

export interface RootToCommit {
  kind: RootKind;
  id: Uuid;
  party: SpaceId;
  /** the head that the decision saw; 0 for a root that begins */
  seen: number;
  facts: RootFacts;
}

export interface CommitRequest {
  /** idempotency key, UUIDv7, made by the client */
  key: Uuid;
  /** SHA-256 (hex) of what was asked for: the same key with another body is refused */
  requestHash: string;
  roots: RootToCommit[];
  /** in order; `who` is left out for what time has caused */
  events: (NewEvent & { who?: Who })[];
  changes: RowChanges[];
  /** the instant that the decision stands on, from the same round trip as its facts */
  now: Instant;
  holds: Holds;
  audit: { action: string; object: string };
  answer: { [name: string]: unknown };
}

export type CommitAnswer =
  | { kind: "committed" | "replayed"; answer: { at: Instant; [name: string]: unknown } }
  | { kind: "stale"; root: Uuid | null; scope?: string }
  | { kind: "too-early" | "too-late"; now: Instant }
  | { kind: "key-reused" };

type RowsByTable = { [table: string]: object[] };

/** Rows of several roots, by table. */
function gather(parts: readonly object[]): RowsByTable {
  const gathered: RowsByTable = {};
  for (const part of parts) {
    for (const [table, rows] of Object.entries(part) as [string, object[]][]) {
      if (rows.length > 0) gathered[table] = [...(gathered[table] ?? []), ...rows];
    }
  }
  return gathered;
}

export function commitStatement(request: CommitRequest): Statement<CommitAnswer> {
  const { changes, events, ...rest } = request;
  const body = {
    ...rest,
    events: events.map((event) => ({ ...event, byTime: event.who === undefined })),
    put: gather(changes.map((change) => change.put)),
    take: gather(changes.map((change) => change.take)),
  };
  return jsonStatement("select app.commit($1::jsonb)", [JSON.stringify(body)]);
}
